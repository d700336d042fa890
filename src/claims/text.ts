/** Texts of claims with their numbers put in, and what they claim held to those numbers. */
import { brokenClaims } from '#experiments/claims.ts';
import { renderInline, renderMarkdown } from '#markdown/inline.ts';
import { valueAt, written } from './values.ts';

/** `{{chord/middle}}`, `{{zeros/relu.activations : percent}}` */
const place = /\{\{\s*([\w-]+\/[^{}:]+?)\s*(?::\s*(\w+)\s*)?\}\}/g;

/** @throws RangeError for a path without a number. */
export const withNumbers = (text: string): string =>
  text.replace(place, (_all, path: string, as?: string) => written(path, as));

export const claimMarkdown = (text: string) => renderMarkdown(withNumbers(text));
export const claimInline = (text: string) => renderInline(withNumbers(text));

/** The paths of the numbers in a text. */
export const pathsIn = (text: string): string[] =>
  [...text.matchAll(place)].map(([, path]) => path!);

/**
 * What of `{{circle-depth/relu-4.solved}} > 10 and …` does not hold, in words with the numbers.
 *
 * @throws RangeError when it cannot be read.
 */
export function brokenIn(holds: string): string[] {
  // Names of variants may hold signs that comparisons are made of, so they are numbered meanwhile.
  const paths = pathsIn(holds);
  let next = 0;
  const numbered = holds.replace(place, () => `number/n${next++}`);
  const pathOf = (token: string) => paths[Number(token.slice('number/n'.length))]!;
  return brokenClaims(numbered, (token) => valueAt(pathOf(token))).map((broken) =>
    broken.replace(/number\/n\d+/g, pathOf),
  );
}
