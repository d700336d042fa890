/** A text, and where in its file each of its UTF-16 units stands: what was left out in between leaves no trace. */
export interface Stretch {
  text: string;
  /** Offsets into the file, one for each unit of `text`. */
  at: number[];
}

export const sliceOf = ({ text, at }: Stretch, from: number, to: number): Stretch => ({
  text: text.slice(from, to),
  at: at.slice(from, to),
});

/** One after the other. */
export const joined = (parts: Stretch[]): Stretch => ({
  text: parts.map(({ text }) => text).join(''),
  at: parts.flatMap(({ at }) => at),
});

/** `by` in the place of each match; its units stand where the match began. */
export function replaced(
  stretch: Stretch,
  pattern: RegExp,
  by: (match: RegExpMatchArray) => string,
): Stretch {
  const parts: Stretch[] = [];
  let rest = 0;
  for (const match of stretch.text.matchAll(pattern)) {
    const text = by(match);
    parts.push(sliceOf(stretch, rest, match.index), {
      text,
      at: Array.from(text, () => stretch.at[match.index]!),
    });
    rest = match.index + match[0].length;
  }
  return joined([...parts, sliceOf(stretch, rest, stretch.text.length)]);
}
