/** Sets of real numbers as unions of intervals: what a range or a range of slopes is made of. */

/** From `lower` to `upper`; a single value has both equal and closed. An infinite end is open. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly lowerClosed: boolean;
  readonly upperClosed: boolean;
}

/** Disjoint intervals in ascending order. */
export type SetOfReals = readonly Interval[];

const interval =
  (lowerClosed: boolean, upperClosed: boolean) =>
  (lower: number, upper: number): Interval => ({ lower, upper, lowerClosed, upperClosed });

/** (a, b) */
export const open = interval(false, false);
/** [a, b] */
export const closed = interval(true, true);
/** [a, b) */
export const closedOpen = interval(true, false);
/** (a, b] */
export const openClosed = interval(false, true);
/** {a} */
export const point = (value: number): Interval => closed(value, value);
/** The whole real line. */
export const reals: SetOfReals = [open(-Infinity, Infinity)];

/** Whether `value` lies in the set, allowing for rounding of size `tolerance` at closed ends. */
export function contains(set: SetOfReals, value: number, tolerance = 0): boolean {
  return set.some(
    ({ lower, upper, lowerClosed, upperClosed }) =>
      (lowerClosed ? value >= lower - tolerance : value > lower) &&
      (upperClosed ? value <= upper + tolerance : value < upper),
  );
}
