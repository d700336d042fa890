/**
 * Words of a text, as the index and the query both know them: without case, accents, plural s, and the
 * difference between British and American spelling. Chinese and Japanese have no spaces between words:
 * their text is cut into overlapping pairs of characters.
 */

export interface Token {
  /** The word, folded. */
  readonly term: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** A word of a query: all of one alternative must be found. */
export type QueryWord = readonly (readonly string[])[];

const ideograph = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** Runs of ideographs; decimal numbers; words, the parts of a compound held together by - or _. */
const pattern = new RegExp(
  String.raw`[${ideograph}]+|\d+(?:[.,]\d+)+|(?:(?![${ideograph}])[\p{L}\p{M}\p{N}])+(?:[-_‑’'](?:(?![${ideograph}])[\p{L}\p{M}\p{N}])+)*`,
  'gu',
);
const ideographs = new RegExp(`^[${ideograph}]`, 'u');

/**
 * One word in the form that words are compared in. What is folded depends on the letters before it as far
 * as possible, so that half a word, typed so far, is still the beginning of the whole.
 */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/(?<=\p{L}{2})z/gu, 's') // initialization, initialisation
    .replace(/(?<=\p{L}{2})our/gu, 'or') // colour, color
    .replace(/(?<=cent)re(?=$|[ds])/u, 'er') // centre, center
    .replace(/(?<=\p{L}{2})ies$/u, 'y') // boundaries
    .replace(/(?<=\p{L}{2}[^siu\P{L}])s$/u, ''); // units; not loss, basis, radius
}

/** The words of `text`, a compound both whole and in its parts. */
export function tokenize(text: string): Token[] {
  return [...text.matchAll(pattern)].flatMap(([word], i, all) => {
    const start = all[i]!.index;
    if (ideographs.test(word)) return pairs(word, start);
    const whole = { term: fold(joined(word)), start, end: start + word.length };
    const parts = partsOf(word);
    if (parts.length < 2) return whole.term ? [whole] : [];
    return [
      whole,
      ...parts.map(({ part, at }) => ({
        term: fold(part),
        start: start + at,
        end: start + at + part.length,
      })),
    ];
  });
}

/** The words of a query. A compound is found as one word, or by all of its parts: pre-activation. */
export function queryWords(query: string): QueryWord[] {
  return [...query.matchAll(pattern)]
    .map(([word]): QueryWord => {
      if (ideographs.test(word)) return [pairs(word, 0).map(({ term }) => term)];
      const parts = partsOf(word).map(({ part }) => fold(part));
      return parts.length < 2 ? [[fold(joined(word))]] : [[fold(joined(word))], parts];
    })
    .filter(([first]) => first?.[0]);
}

/** A single number of decimals keeps its point; of other compounds the signs between the parts go. */
const joined = (word: string) => word.replace(/[-_‑]/g, '').replace(/['’](?!s?$)/g, '');

function partsOf(word: string): { part: string; at: number }[] {
  return [...word.matchAll(/[^-_‑]+/g)].map((match) => ({ part: match[0], at: match.index }));
}

function pairs(run: string, start: number): Token[] {
  const characters = [...run];
  if (characters.length === 1) return [{ term: run, start, end: start + run.length }];
  let at = start;
  return characters.slice(0, -1).map((first, i) => {
    const term = first + characters[i + 1]!;
    const token = { term, start: at, end: at + term.length };
    at += first.length;
    return token;
  });
}
