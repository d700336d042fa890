import type { Break } from '#activations/types.ts';

/** Points of a curve in order; a point with y = NaN lifts the pen. */
export type Polyline = [x: number, y: number][];

/**
 * Samples g on [from, to], with the pen lifted where g jumps, so that no curve shows a steep line that
 * is not there.
 *
 * @param jumps places where g is discontinuous; both one-sided values are sampled next to each
 */
export function sample(
  g: (x: number) => number,
  [from, to]: readonly [number, number],
  jumps: readonly number[] = [],
  count = 240,
): Polyline {
  const nudge = (to - from) * 1e-9;
  const even = Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
  const points: Polyline = even.filter((x) => !jumps.includes(x)).map((x) => [x, g(x)]);
  for (const jump of jumps) {
    if (jump <= from || jump >= to) continue;
    points.push([jump - nudge, g(jump - nudge)], [jump, NaN], [jump + nudge, g(jump + nudge)]);
  }
  return points.sort((a, b) => a[0] - b[0]);
}

/** Where f jumps and where f′ jumps, from the breaks of a function. */
export const jumpsOf = (breaks: readonly Break[], order: 0 | 1) =>
  breaks.filter((place) => place.order <= order).map(({ at }) => at);

/** Cuts a curve at the upper and lower edge of a frame, exactly at the crossing. */
export function cut(points: Polyline, [lower, upper]: readonly [number, number]): Polyline {
  const inside = (y: number) => y >= lower && y <= upper;
  const result: Polyline = [];
  points.forEach(([x, y], i) => {
    const before = points[i - 1];
    if (before && inside(before[1]) !== inside(y) && !Number.isNaN(y) && !Number.isNaN(before[1])) {
      const edge = Math.min(before[1], y) < lower ? lower : upper;
      const share = (edge - before[1]) / (y - before[1]);
      result.push([before[0] + share * (x - before[0]), edge]);
    }
    if (inside(y)) result.push([x, y]);
    else if (Number.isNaN(y) || (result.length > 0 && !Number.isNaN(result.at(-1)![1])))
      result.push([x, NaN]);
  });
  return result;
}

/** The stretches of [from, to] on which |g| stays under a threshold. */
export function stretchesUnder(points: Polyline, threshold: number): [number, number][] {
  const stretches: [number, number][] = [];
  let open: [number, number] | undefined;
  for (const [x, y] of points) {
    if (Number.isNaN(y)) continue;
    if (Math.abs(y) < threshold) {
      if (open) open[1] = x;
      else stretches.push((open = [x, x]));
    } else {
      open = undefined;
    }
  }
  return stretches.filter(([start, end]) => end > start);
}
