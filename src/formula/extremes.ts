/** The largest value of a curve, and where it grows without bound. */
import type { Extremum } from '#activations/types.ts';
import { limitAt, round, type Side } from './limits.ts';
import { interval, lowest } from './switches.ts';

type Curve = (z: number) => number;

/** Whether |f| keeps growing as z comes closer, on either side. */
export const isPole = (f: Curve, at: number): boolean =>
  [-1, 1].some((side) => growsAt((z) => Math.abs(f(z)), at, side));

function growsAt(g: Curve, at: number, side: number): boolean {
  const size = Math.max(1, Math.abs(at));
  const [wide, near] = [1e-3, 1e-9].map((d) => g(at + side * d * size));
  return near! > 5 && near! > 1.5 * Math.abs(wide!);
}

export interface Search {
  g: Curve;
  sampled: readonly number[];
  poles: readonly number[];
  holes: readonly number[];
  switches: readonly number[];
  /** Whether the curve settles towards an end without ever being there. */
  settles: (side: Side) => boolean;
}

/** The largest value of g: attained at a place, or approached at a pole or an end. */
export function greatest({ g, sampled, poles, holes, switches, settles }: Search): Extremum {
  const nearest = [...poles].sort((a, b) => Math.abs(a) - Math.abs(b));
  const pole = nearest.find((at) => [-1, 1].some((side) => growsAt(g, at, side)));
  if (pole !== undefined) return { value: Infinity, at: pole, attained: false };
  const best = summit(g, sampled);
  for (const side of [1, -1] as const) {
    const limit = limitAt(g, side);
    const window = Array.from({ length: 64 }, (_, i) => g(side * (1e4 + i / 8)));
    const grows = Number.isNaN(limit) && Math.max(...window) > 2 * Math.abs(best.value) + 1;
    if (limit === Infinity || grows)
      return { value: Infinity, at: side * Infinity, attained: false };
    const close = Math.abs(limit - best.value) <= 1e-8 * Math.max(1, Math.abs(limit));
    if (
      limit > best.value + 1e-8 ||
      (close && (settles(side) || side * best.at >= interval[1] - 0.1) && Math.abs(best.at) > 4)
    )
      return { value: limit, at: side * Infinity, attained: false };
  }
  const at = switches.find((s) => Math.abs(s - best.at) < 1e-6) ?? round(best.at);
  return { value: round(best.value), at, attained: !holes.includes(at) };
}

/** Summits looked at more closely. */
const mostSummits = 24;

/** The highest place among those sampled and between them; of several as high the nearest to 0. */
function summit(g: Curve, sampled: readonly number[]): { value: number; at: number } {
  const values = sampled.map(g);
  const value = (i: number) => values[i] ?? NaN;
  const highest = values.reduce((most, v) => (v > most ? v : most), -Infinity);
  const nearby = 0.01 * Math.max(1e-9, Math.abs(highest));
  const found = sampled.flatMap((z, i) => {
    const isTop =
      value(i) >= highest - nearby && !(value(i - 1) > value(i)) && !(value(i + 1) > value(i));
    return isTop ? [{ z, i }] : [];
  });
  const tops = found
    .sort((a, b) => Math.abs(a.z) - Math.abs(b.z))
    .slice(0, mostSummits)
    .map(({ z, i }) => {
      const [from, to] = [sampled[i - 1] ?? z, sampled[i + 1] ?? z];
      const at = lowest((x) => (Number.isNaN(g(x)) ? Infinity : -g(x)), from, to);
      return g(at) > value(i) ? { value: g(at), at } : { value: value(i), at: z };
    });
  const top = Math.max(...tops.map((one) => one.value), highest);
  const near = tops.find((one) => one.value >= top - 1e-10 * Math.max(1, Math.abs(top)));
  return near ?? { value: highest, at: sampled[values.indexOf(highest)] ?? NaN };
}
