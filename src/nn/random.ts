/** Randomness that can be replayed: everything drawn follows from a seed that is passed in. */

/** Gives the next number, uniform on [0, 1), each time it is called. */
export type Random = () => number;

/**
 * Tommy Ettinger's mulberry32: 32 bits of state, period 2³². Same seed, same numbers, in every
 * engine. The seed is taken modulo 2³² (a fraction is cut off).
 */
export function mulberry32(seed: number): Random {
  // In an array, because a variable of this size would be a new object at every change.
  const state = Uint32Array.of(seed);
  return () => {
    const now = (state[0]! += 0x6d2b79f5);
    let t = Math.imul(now ^ (now >>> 15), now | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a run draws random numbers for. Each purpose has a stream of its own. */
export type Purpose = 'data' | 'split' | 'weights' | 'shuffling' | 'gradient';

/**
 * The stream of numbers that one seed gives for one purpose. Streams do not disturb each other:
 * a network with more weights still sees the same data in the same order.
 */
export const stream = (seed: number, purpose: Purpose): Random =>
  mulberry32(streamSeed(seed, purpose));

/** What mulberry32 starts from in that stream: a whole number from 0 to 2³² − 1. */
export function streamSeed(seed: number, purpose: Purpose): number {
  let hash = seed >>> 0;
  for (const character of purpose) hash = scramble(hash ^ character.codePointAt(0)!);
  return hash;
}

/** The finalizer of MurmurHash3, so that neighbouring seeds end up far apart. */
function scramble(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Uniform on [lower, upper). */
export function uniform(random: Random, lower: number, upper: number): number {
  return lower + (upper - lower) * random();
}

/** Standard normal, by Box and Muller's transform; uses two numbers of the stream per draw. */
export function normal(random: Random): number {
  // 1 − u lies in (0, 1], where the logarithm is finite.
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Puts the items into a random order, in place; every order is equally likely (Fisher–Yates). */
export function shuffle(items: Uint32Array, random: Random): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const item = items[last]!;
    items[last] = items[other]!;
    items[other] = item;
  }
}
