/** The reader's own points: where they lie, and how they come and go. */
import type { Task } from '#nn/points.ts';
import { ownReach, type OwnData } from '#nn/own-data.ts';
import { keepable } from './points.ts';

/** The share of the picture that a table is spread over when its numbers do not fit. */
const spread = 0.85;

/**
 * The points of a table. A column that does not fit into the picture, or would be a speck in it, is
 * shifted and stretched: networks learn badly from numbers far from 0.
 *
 * @param columns One for each coordinate.
 */
export function fitting(
  task: Task,
  columns: readonly (readonly number[])[],
  targets: readonly number[],
): { data: OwnData; scaled: boolean } {
  let scaled = false;
  const fit = (column: readonly number[]): number[] => {
    const reach = ownReach[task.kind];
    const [least, most] = [Math.min(...column), Math.max(...column)];
    const middle = (least + most) / 2;
    const half = (most - least) / 2;
    const farthest = Math.max(Math.abs(least), Math.abs(most));
    if (farthest <= reach && (half >= reach / 8 || half === 0)) return column.map(keepable);
    scaled = true;
    return column.map((value) =>
      keepable(half === 0 ? 0 : ((value - middle) / half) * spread * reach),
    );
  };
  const data: OwnData = {
    task,
    dimensions: columns.length as 1 | 2,
    inputs: columns.flatMap(fit),
    targets: task.kind === 'values' ? fit(targets) : [...targets],
  };
  return { data, scaled };
}

/** The points and one more. */
export function addPoint(own: OwnData, x: readonly number[], target: number): OwnData {
  const columns = columnsOf(own);
  return withClasses({
    ...own,
    inputs: columns.flatMap((column, d) => [...column, keepable(x[d]!)]),
    targets: [...own.targets, own.task.kind === 'values' ? keepable(target) : target],
  });
}

/** As many classes as there are points of, and at least two. */
function withClasses(own: OwnData): OwnData {
  if (own.task.kind === 'values') return own;
  const classes = own.targets.reduce((most, target) => Math.max(most, target + 1), 2);
  return { ...own, task: { kind: 'classes', classes } };
}

/** The points without the one that came last. */
export function dropLast(own: OwnData): OwnData {
  return withClasses({
    ...own,
    inputs: columnsOf(own).flatMap((column) => column.slice(0, -1)),
    targets: own.targets.slice(0, -1),
  });
}

const columnsOf = ({ dimensions, inputs, targets }: OwnData): (readonly number[])[] =>
  Array.from({ length: dimensions }, (_, d) =>
    inputs.slice(d * targets.length, (d + 1) * targets.length),
  );

/** All points belong to one class: any network learns that at once, and it means nothing. */
export const oneClassOnly = (own: OwnData): boolean =>
  own.task.kind === 'classes' && own.targets.length > 0 && new Set(own.targets).size === 1;
