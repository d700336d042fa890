/** What a curve does far out, estimated from its values at 10, 100, … 10¹². */
import type { Tail } from '#activations/types.ts';

type Curve = (z: number) => number;
export type Side = -1 | 1;

const far = Array.from({ length: 12 }, (_, i) => 10 ** (i + 1));

/**
 * The limit towards one end: a number, ±∞, or NaN where none can be told (a wave, no values there). The
 * last values before an overflow decide.
 */
export function limitAt(g: Curve, side: Side): number {
  const values: number[] = [];
  for (const z of far) {
    const value = g(side * z);
    if (Number.isNaN(value)) break;
    values.push(value);
    if (!Number.isFinite(value)) return value;
  }
  const last = values.at(-1);
  if (last === undefined || values.length < 3) return NaN;
  const steps = values.slice(1).map((value, i) => value - values[i]!);
  const size = Math.max(1, Math.abs(last));
  if (Math.abs(steps.at(-1)!) <= 1e-9 * size) return round(last);
  const settled = extrapolated(values);
  if (settled !== undefined) return round(settled);
  const late = steps.slice(2);
  const sign = Math.sign(late.at(-1) ?? 0);
  const grows = late.every(
    (s, i) => Math.sign(s) === sign && (i === 0 || Math.abs(s) > 0.5 * Math.abs(late[i - 1]!)),
  );
  return grows && late.length > 0 ? sign * Infinity : NaN;
}

/** Where steps that shrink by a constant factor lead, as those of 1/√z do. */
function extrapolated(values: readonly number[]): number | undefined {
  const [u, v, w, x] = values.slice(-4) as [number, number, number, number?];
  if (x === undefined) return undefined;
  const [first, second] = [(w - v) / (v - u), (x - w) / (w - v)];
  if (!(second > 0 && second < 0.9 && Math.abs(first - second) < 0.02)) return undefined;
  return x + ((x - w) * second) / (1 - second);
}

/** 0.9999999999 is 1. */
export function round(value: number): number {
  const short = Number(value.toPrecision(9));
  const near = Math.abs(short - value) <= 1e-9 * Math.max(1, Math.abs(value));
  return (near ? (Math.abs(short) < 1e-9 ? 0 : short) : value) + 0;
}

/**
 * How the curve flattens towards one end; absent when it does not.
 *
 * @param breaks where it may become exactly constant
 * @param places inside which it is looked at
 */
export function tailOf(
  f: Curve,
  df: Curve,
  side: Side,
  breaks: readonly number[],
  places: readonly number[],
): Tail | undefined {
  const to = limitAt(f, side);
  if (!Number.isFinite(to) || limitAt(df, side) !== 0) return undefined;
  const last = side < 0 ? breaks[0] : breaks.at(-1);
  if (last !== undefined) {
    const beyond = [...places, last + side, last + 1e3 * side].filter((z) => (z - last) * side > 0);
    const end = f(last + side);
    if (beyond.every((z) => f(z) === end && df(z) === 0))
      return { to: end, how: 'exactly', from: last };
  }
  const decay = (z: number) => -Math.log(Math.abs(df(z)));
  let z = 4 * side;
  // Also past a place where it cannot be told.
  while (!(decay(z) >= 50) && Math.abs(z) < 1e20) z *= 2;
  // Where a difference such as σ(z) − 1 is rounded to 0, the slope is, too: that says nothing about its kind.
  const outer = Number.isFinite(decay(2 * z)) ? 2 * z : z;
  const growth = decay(outer) / decay(outer / 2);
  return { to, how: growth < 1.5 ? 'algebraically' : growth < 3 ? 'exponentially' : 'gaussian' };
}
