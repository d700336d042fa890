/** The book's own rules, on one stretch of prose. */
import type { Prose } from './extract.ts';
import type { Finding, ProseRules } from './rules.ts';

/** Where a sentence ends: a full stop with what closes around it, before a capital, a number or a formula. */
const betweenSentences = /(?<=[.?!][”")]*)\s+(?=[“"(]?[\p{Lu}\d])/u;

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

export function* bookFindings(prose: Prose, { limits, sayings }: ProseRules): Generator<Finding> {
  for (const { not, say, because } of sayings) {
    const flags = /\p{Lu}/u.test(not) ? 'gu' : 'giu';
    for (const match of prose.text.matchAll(
      new RegExp(`(?<![\\p{L}\\d-])(?:${not})(?![\\p{L}\\d])`, flags),
    ))
      yield finding(
        prose,
        'saying',
        match.index,
        match[0],
        because,
        say === undefined ? [] : [say],
      );
  }
  if (prose.verbatim) {
    for (const { index, 0: quote } of prose.text.matchAll(/["']/g))
      yield finding(prose, 'quote', index, quote, 'A straight quotation mark, shown as it is.', [
        '“ ” ’',
      ]);
  }
  const sentences = prose.text.split(betweenSentences);
  if (
    prose.kind === 'paragraph' &&
    !prose.verbatim &&
    sentences.length > 1 &&
    !/[.?!:…)][”")]*$/.test(prose.text)
  )
    yield finding(
      prose,
      'end',
      prose.text.lastIndexOf(sentences.at(-1)!),
      begin(sentences.at(-1)!),
      'The last sentence has no full stop.',
    );
  let start = 0;
  for (const sentence of sentences) {
    start = prose.text.indexOf(sentence, start);
    const words = wordsIn(sentence);
    if (words > limits.sentence)
      yield finding(
        prose,
        'sentence',
        start,
        begin(sentence),
        `A sentence of ${words} words; ${limits.sentence} are allowed.`,
      );
  }
  const words = wordsIn(prose.text);
  if (words > limits.paragraph)
    yield finding(
      prose,
      'paragraph',
      0,
      begin(prose.text),
      `A paragraph of ${words} words; ${limits.paragraph} are allowed.`,
    );
}

const begin = (text: string) => `${text.split(' ').slice(0, 6).join(' ')} …`;

const finding = (
  prose: Prose,
  rule: string,
  index: number,
  text: string,
  problem: string,
  say: string[] = [],
): Finding => ({ rule, at: prose.at[index]!, text, problem, say });
