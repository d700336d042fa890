/** Histograms that hold still: ranges in steps of 1, 2, 5, 10, …, which change late. */
import type { Histogram } from './types.ts';

/** Odd, so that a symmetric histogram has a bin around 0. */
export const binCount = 41;

/** The share of the numbers that must lie in the range: the farthest hundredth may fall out. */
const kept = 0.99;

/** Below this everything is drawn as 0. */
const leastReach = 1e-12;
const greatestReach = 1e12;

/**
 * How far from 0 a range should go: the next of 1, 2, 5, 10, … (and 0.5, 0.2, …) that holds 99 % of the
 * numbers by magnitude.
 *
 * @param previous The reach of the look before. It grows at once, and shrinks only when the numbers would
 *   fit into a range two steps smaller, so that numbers at a step do not make it jump to and fro.
 * @param side How far on one side of 0 only: 1 right, −1 left.
 */
export function reach(
  values: Float64Array,
  length: number,
  previous?: number,
  side: -1 | 0 | 1 = 0,
): number {
  const holds = (limit: number) => {
    let within = 0;
    let finite = 0;
    for (let k = 0; k < length; k++) {
      const size = side === 0 ? Math.abs(values[k]!) : side * values[k]!;
      if (Math.abs(size) < Infinity) finite++;
      if (size <= limit) within++;
    }
    return within >= kept * finite;
  };
  let limit = previous ?? 1;
  // Nothing but zeros, or nothing at all, fits everywhere.
  if (holds(0)) return limit;
  while (limit < greatestReach && !holds(limit)) limit = step(limit, 1);
  const spare = previous === undefined ? 1 : 2;
  while (limit > leastReach && holds(step(limit, -spare))) limit = step(limit, -1);
  return limit;
}

/** `by` places further on 1, 2, 5, 10, 20, … */
function step(value: number, by: number): number {
  const place = Math.round(3 * Math.log10(value)) + by;
  const decade = Math.floor(place / 3);
  // Written as text, so that 0.2 is the number that reads 0.2.
  return Number(`${[1, 2, 5][place - 3 * decade]}e${decade}`);
}

/** Counts the first `length` values into equal bins from `from` to `to`. */
export function histogram(
  values: Float64Array,
  length: number,
  [from, to]: readonly [number, number],
): Histogram {
  const counts = new Uint32Array(binCount);
  const perBin = binCount / (to - from);
  let below = 0;
  let above = 0;
  let notFinite = 0;
  for (let k = 0; k < length; k++) {
    const value = values[k]!;
    if (!Number.isFinite(value)) notFinite++;
    else if (value < from) below++;
    else if (value > to) above++;
    else counts[Math.min(binCount - 1, Math.floor((value - from) * perBin))]!++;
  }
  return { from, to, counts, below, above, notFinite };
}

/** A histogram with 0 in the middle. */
export function symmetricHistogram(
  values: Float64Array,
  length: number,
  previous?: Histogram,
): Histogram {
  const to = reach(values, length, previous?.to);
  return histogram(values, length, [-to, to]);
}

/** A histogram from 0 to one side, or to both as far as each needs. */
export function sidedHistogram(
  values: Float64Array,
  length: number,
  previous?: Histogram,
): Histogram {
  const ends = ([-1, 1] as const).map((side) => {
    // An end that was at 0 has nothing to hold on to.
    const before = Math.abs((side < 0 ? previous?.from : previous?.to) ?? 0);
    if (before === 0 && !someBeyond(values, length, side)) return 0;
    return side * reach(values, length, before || undefined, side);
  });
  const [from, to] = ends as [number, number];
  return histogram(values, length, from === to ? [0, 1] : [from, to]);
}

/** Whether more than a hundredth of the numbers lie on that side of 0. */
function someBeyond(values: Float64Array, length: number, side: -1 | 1): boolean {
  let beyond = 0;
  for (let k = 0; k < length; k++) if (side * values[k]! > 0) beyond++;
  return beyond > (1 - kept) * length;
}
