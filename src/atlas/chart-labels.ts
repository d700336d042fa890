/** The names at the curves of a picture. */
import * as Plot from '@observablehq/plot';
import { curveName } from '#figures/chart-parts.ts';
import type { Frame } from '#figures/frame.ts';
import { placeLabels } from '#figures/labels.ts';
import type { Polyline } from '#figures/sample.ts';
import type { Strand } from './strands.ts';

/** The height of a drawn curve at x, between the points that were kept. */
function heightAt(points: Polyline, x: number): number {
  const next = points.findIndex(([at]) => at >= x);
  const [before, after] = [points[Math.max(0, next - 1)]!, points[next]!];
  const share = after[0] === before[0] ? 1 : (x - before[0]) / (after[0] - before[0]);
  return before[1] + share * (after[1] - before[1]);
}

/** Labels at the ends of the curves; those with a place of their own above the curve there, or below 0 under it. */
export function labels(strands: readonly Strand[], frame: Frame): Plot.Markish[] {
  const placed = strands.flatMap(({ label, labelAt: x, points }) =>
    x === undefined ? [] : [{ label, x, y: heightAt(points, x) }],
  );
  const atEnd = strands.filter(({ labelAt }) => labelAt === undefined);
  return [
    Plot.text(placeLabels(atEnd, frame), { ...curveName, textAnchor: 'start', dx: 6 }),
    Plot.text(
      placed.filter(({ y }) => y >= 0),
      { ...curveName, dy: -12 },
    ),
    Plot.text(
      placed.filter(({ y }) => y < 0),
      { ...curveName, dy: 14 },
    ),
  ];
}
