/**
 * An exact computation behind a claim: no arguments, the same numbers every time. What it draws at
 * random follows from seeds that it names itself.
 */
export type Computation = () => Readonly<Record<string, number>>;

/** `count` evenly spaced numbers from `from` to `to`, both included. */
export const places = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
