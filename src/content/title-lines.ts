/** Titles in boxes of a drawing, where no browser breaks lines. */

/**
 * A title in as few lines as possible, each of at most `room` letters where no single word is longer, and
 * among those the division whose longest line is shortest.
 */
export function linesOf(title: string, room: number): string[] {
  const words = title.split(' ');
  const fill = (limit: number) =>
    words.slice(1).reduce(
      (lines, word) => {
        const last = lines.at(-1)!;
        if (last.length + 1 + word.length <= limit)
          return [...lines.slice(0, -1), `${last} ${word}`];
        return [...lines, word];
      },
      [words[0]!],
    );
  const wanted = fill(room).length;
  let limit = Math.max(...words.map(({ length }) => length));
  while (fill(limit).length > wanted) limit += 1;
  return fill(limit);
}
