/**
 * Networks built by hand on [0, 1]: one input, one hidden layer, a linear output. They show what the
 * universal approximation theorem promises, and what it costs.
 */
import { bind, activations } from '#activations/index.ts';

export interface HandBuilt {
  /** g(x) for x in [0, 1]. */
  g: (x: number) => number;
  /** Hidden units: output weight · f(w x + b). */
  units: readonly { outputWeight: number; weight: number; bias: number }[];
  outputBias: number;
}

const relu = bind(activations.relu);
const sigmoid = bind(activations.sigmoid);

const sum =
  (units: HandBuilt['units'], outputBias: number, f: (z: number) => number) => (x: number) =>
    units.reduce(
      (total, { outputWeight, weight, bias }) => total + outputWeight * f(weight * x + bias),
      outputBias,
    );

/**
 * The piecewise linear curve through `values` at equally spaced knots from 0 to 1, as a sum of ReLUs:
 * each unit has its kink at a knot, and its output weight is the change of slope there.
 *
 * @param values at least two: N + 1 values make N pieces and N hidden units
 */
export function hinges(values: readonly number[]): HandBuilt {
  const pieces = values.length - 1;
  if (pieces < 1) throw new RangeError('hinges need at least two values');
  const slope = (k: number) => (values[k + 1]! - values[k]!) * pieces;
  const units = Array.from({ length: pieces }, (_, k) => ({
    outputWeight: k === 0 ? slope(0) : slope(k) - slope(k - 1),
    weight: 1,
    bias: -k / pieces,
  }));
  return { g: sum(units, values[0]!, relu.f), units, outputBias: values[0]! };
}

/**
 * Bumps of the given heights side by side on [0, 1], each the difference of two sigmoids. The outer bumps
 * reach beyond the ends, where a sigmoid at its edge would have only half its height.
 *
 * @param steepness weight w of every unit: the larger, the more the bumps look like boxes
 */
export function bumps(heights: readonly number[], steepness: number): HandBuilt {
  const count = heights.length;
  const units = heights.flatMap((height, k) =>
    [k === 0 ? -1 : k, k === count - 1 ? count + 1 : k + 1].map((edge, side) => ({
      outputWeight: side === 0 ? height : -height,
      weight: steepness,
      bias: (-steepness * edge) / count,
    })),
  );
  return { g: sum(units, 0, sigmoid.f), units, outputBias: 0 };
}

/** The largest distance between two functions on an interval, over 1201 places: thirds are among them. */
export function largestError(
  g: (x: number) => number,
  target: (x: number) => number,
  [from, to]: readonly [number, number] = [0, 1],
): number {
  let largest = 0;
  for (let i = 0; i <= 1200; i++) {
    const x = from + ((to - from) * i) / 1200;
    largest = Math.max(largest, Math.abs(g(x) - target(x)));
  }
  return largest;
}

/** Continuous curves on [0, 1] to be imitated, with values in [−1, 1]. */
export const targets = {
  wave: (x: number) => Math.sin(2 * Math.PI * x),
  hill: (x: number) => 1.8 * Math.exp(-((x - 0.5) ** 2) / 0.03) - 0.9,
  zigzag: (x: number) => 2 * Math.abs(2 * ((1.5 * x) % 1) - 1) - 1,
} satisfies Record<string, (x: number) => number>;
export type TargetId = keyof typeof targets;

/** Where the handles stand: the knots of hinges, the middles of bumps. */
export const handlePlaces = (kind: 'hinges' | 'bumps', units: number): number[] =>
  kind === 'hinges'
    ? Array.from({ length: units + 1 }, (_, k) => k / units)
    : Array.from({ length: units }, (_, k) => (k + 0.5) / units);

/** The network of a kind through given handles; bumps as steep as their width allows. */
export const build = (kind: 'hinges' | 'bumps', values: readonly number[]): HandBuilt =>
  kind === 'hinges' ? hinges(values) : bumps(values, 10 * values.length);
