/** The book's own words: those of its field, and names. One in a line; `#` begins a comment. */
export interface WordList {
  /** A word in small letters also stands for its capitalised form; any word for its genitive. Remembers that it was asked for. */
  has(word: string): boolean;
  /** Words out of order or written twice, and words that nobody asked for, each with its line. */
  problems(): { line: number; word: string; problem: string }[];
}

export function wordList(source: string): WordList {
  const lines = source
    .split('\n')
    .map((text, i) => ({ word: text.replace(/\s*#.*/, '').trim(), line: i + 1 }))
    .filter(({ word }) => word);
  const words = new Set(lines.map(({ word }) => word));
  const used = new Set<string>();

  return {
    has(word) {
      const bare = word.replace(/['’]s?$/, '');
      const known = [word, bare, bare.charAt(0).toLowerCase() + bare.slice(1)].find((one) =>
        words.has(one),
      );
      if (known !== undefined) used.add(known);
      return known !== undefined;
    },
    problems: () =>
      lines.flatMap(({ word, line }, i) => {
        const before = lines[i - 1]?.word;
        if (before !== undefined && inOrder(before, word) >= 0)
          return [{ line, word, problem: `stands before “${before}” in the alphabet` }];
        return used.has(word) ? [] : [{ line, word, problem: 'no longer needed' }];
      }),
  };
}

const inOrder = (a: string, b: string) =>
  a.localeCompare(b, 'en', { sensitivity: 'base' }) || (a < b ? -1 : a > b ? 1 : 0);
