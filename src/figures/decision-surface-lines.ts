/** The lines of a network's picture: the boundary between classes, lines of equal value, or a curve. */
import type { Objective } from '#nn/objective.ts';
import type { Ground } from '#nn/points.ts';
import { boundaryPath } from './decision-surface-boundary.ts';
import { surfaceKind } from './decision-surface.ts';

/** Lines of equal value that a range is divided by. */
const levels = 5;

/**
 * What a curve's picture shows above and below the range of the values, as a share of it: room for noise
 * and for a network that misses.
 */
const room = 0.3;

/** The values at the bottom and top of a curve's picture. */
export const curveRange = ([least, greatest]: readonly [number, number]) =>
  [least - room * (greatest - least), greatest + room * (greatest - least)] as const;

/** What a network predicts at each point, from its pre-activations. */
export function predictions(
  logits: ArrayLike<number>,
  { unit, units }: Pick<Objective, 'unit' | 'units'>,
): Float64Array {
  const o = new Float64Array(logits.length);
  unit.activate(Float64Array.from(logits), units, logits.length / units, o);
  return o;
}

/**
 * @param logits Pre-activations of the output units at `surfacePoints`, [unit][point].
 * @param extent The side of the picture in the units of the path.
 * @returns An SVG path.
 */
export function surfaceLines(
  logits: ArrayLike<number>,
  objective: Objective,
  ground: Ground,
  extent: number,
): string {
  const kind = surfaceKind(ground);
  const range = ground.range ?? [0, 1];
  if (kind === 'classes') return classLines(logits, objective, extent);
  const values = predictions(logits, objective);
  if (kind === 'curve') return curvePath(values, curveRange(range), extent);
  const [least, greatest] = range;
  return Array.from({ length: levels }, (_, i) => {
    const level = least + ((greatest - least) * (i + 1)) / (levels + 1);
    return boundaryPath(
      values.map((value) => value - level),
      extent,
    );
  }).join('');
}

/** Where the answer changes from one class to another. */
function classLines(
  logits: ArrayLike<number>,
  { units, threshold }: Objective,
  extent: number,
): string {
  if (units === 1)
    return boundaryPath(
      threshold === 0 ? logits : Array.from(logits, (z) => z - threshold),
      extent,
    );
  const count = logits.length / units;
  // Each class but the last against the best of the others: that draws every boundary.
  return Array.from({ length: units - 1 }, (_, own) =>
    boundaryPath(
      Float64Array.from({ length: count }, (__, k) => {
        let best = -Infinity;
        for (let u = 0; u < units; u++)
          if (u !== own) best = Math.max(best, logits[u * count + k]!);
        return logits[own * count + k]! - best;
      }),
      extent,
    ),
  ).join('');
}

/** A curve through values that stand side by side; what is far outside is drawn just outside. */
function curvePath(
  values: Float64Array,
  [bottom, top]: readonly [number, number],
  extent: number,
): string {
  let path = '';
  let pen = 'M';
  values.forEach((value, k) => {
    if (Number.isNaN(value)) {
      pen = 'M';
      return;
    }
    const share = Math.min(3, Math.max(-2, (value - bottom) / (top - bottom)));
    const round = (place: number) => Math.round(place * 10) / 10;
    path += `${pen}${round((k * extent) / (values.length - 1))} ${round((1 - share) * extent)}`;
    pen = 'L';
  });
  return path;
}
