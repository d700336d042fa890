/** Orders that look random and are the same in every build: in the page, in print, in a package. */
import { mulberry32, shuffle } from '#nn/random.ts';

/** FNV-1a, to make a seed of a key. */
const seedOf = (text: string) =>
  [...text].reduce((hash, c) => Math.imul(hash ^ c.codePointAt(0)!, 0x01000193), 0x811c9dc5);

/**
 * The numbers from 0 to `count` − 1 in an order that belongs to the key of a question.
 *
 * @param refuse orders that will not do, such as the right one; one of the others must be possible
 */
export function shuffled(
  count: number,
  key: string,
  refuse: (order: readonly number[]) => boolean = () => false,
): number[] {
  const random = mulberry32(seedOf(key));
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  do shuffle(order, random);
  while (refuse([...order]));
  return [...order];
}
