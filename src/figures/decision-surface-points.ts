/** The points of a data set as SVG paths: dots that their strokes make visible. */
import type { Ground, Points } from '#nn/points.ts';
import { surfaceKind } from './decision-surface.ts';
import { curveRange } from './decision-surface-lines.ts';
import { dot, marksAt, type Mark, type Tenths } from './path-steps.ts';

/** Shades that values are shown in. */
export const valueSteps = 8;

/** Groups of points that look different: the classes, or steps of the value; on a curve all look alike. */
export function pointGroups({ task, dimensions }: Pick<Ground, 'task' | 'dimensions'>): number {
  const kind = surfaceKind({ task, dimensions });
  if (task.kind === 'classes') return task.classes;
  return kind === 'heat' ? valueSteps : 1;
}

/** A third class is a small triangle. */
const triangle: Mark = { path: 'm0-1.3l1.2 2h-2.4z', moved: [0, -13] };

/**
 * The points of each group as one path. Drawn with round caps dots are discs, with square ones squares.
 *
 * @param extent The side of the picture in the units of the path. What lies outside of the ground falls
 *   outside of it.
 */
export function pointPaths(
  { count, dimensions, inputs, targets }: Points,
  ground: Ground,
  extent: number,
): string[] {
  const { task, domain, range = [0, 1] } = ground;
  const groups = Array.from({ length: pointGroups(ground) }, (): Tenths[] => []);
  // To half a unit: of all that a page draws, places that follow no rule are the heaviest.
  const place = (value: number, [lower, upper]: readonly [number, number]) =>
    5 * Math.round(((value - lower) / (upper - lower)) * extent * 2);
  const vertical = dimensions === 1 ? curveRange(range) : domain;
  for (let k = 0; k < count; k++) {
    const target = targets[k]!;
    const height = dimensions === 1 ? target : inputs[count + k]!;
    const group =
      task.kind === 'classes' ? target : groups.length === 1 ? 0 : stepOf(target, range);
    groups[group]!.push([place(inputs[k]!, domain), extent * 10 - place(height, vertical)]);
  }
  return groups.map((places, group) =>
    marksAt(places, task.kind === 'classes' && group === 2 ? triangle : dot),
  );
}

/** Which shade a value has. */
const stepOf = (value: number, [least, greatest]: readonly [number, number]): number =>
  Math.min(
    valueSteps - 1,
    Math.max(0, Math.floor((valueSteps * (value - least)) / (greatest - least))),
  );
