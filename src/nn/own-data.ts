/** Points that a reader brings along: as plain data, so that a link can hold them. */
import type { Points, Task } from './points.ts';

export interface OwnData {
  readonly task: Task;
  readonly dimensions: 1 | 2;
  /** Flat, [coordinate][point], as in `Points`. */
  readonly inputs: readonly number[];
  /** The class of each point, from 0, or its value. */
  readonly targets: readonly number[];
}

/** More classes than these have no colours. */
const greatestClassCount = 10;

/**
 * The points as they are trained on.
 *
 * @throws RangeError that says what is wrong with them.
 */
export function ownPoints({ task, dimensions, inputs, targets }: OwnData): Points {
  const count = targets.length;
  const complain = (what: string) => {
    throw new RangeError(`own points: ${what}`);
  };
  if (count === 0) complain('there are none');
  if (dimensions !== 1 && dimensions !== 2) complain(`${String(dimensions)} dimensions`);
  if (inputs.length !== dimensions * count)
    complain(`${inputs.length} coordinates do not go with ${count} targets`);
  if (![...inputs, ...targets].every(Number.isFinite)) complain('not every number is finite');
  if (task.kind === 'classes') {
    const { classes } = task;
    if (!Number.isSafeInteger(classes) || classes < 1 || classes > greatestClassCount)
      complain(`${classes} classes; from 1 to ${greatestClassCount} can be told apart`);
    const strange = targets.find(
      (target) => !Number.isInteger(target) || target < 0 || target >= classes,
    );
    if (strange !== undefined) complain(`no class ${strange} among ${classes}, counted from 0`);
  }
  return {
    count,
    dimensions,
    inputs: Float64Array.from(inputs),
    targets: Float64Array.from(targets),
  };
}

/** The places of the points of each class that has any; of points with values all in one group. */
export function groupsOf({ targets }: Points, task: Task): Uint32Array[] {
  const places = Uint32Array.from(targets.keys());
  if (task.kind === 'values') return [places];
  return Array.from({ length: task.classes }, (_, label) =>
    places.filter((place) => targets[place] === label),
  ).filter((group) => group.length > 0);
}

/**
 * How far a picture of own points reaches from 0 at least: for points of classes and for values to
 * predict. It stands still while points are added.
 */
export const ownReach = { classes: 6, values: 2 } as const;

/** What a picture of own points shows in every direction: more than `ownReach` only where points ask for it. */
export function ownSpan({ task }: OwnData, numbers: readonly number[]): readonly [number, number] {
  const reach = ownReach[task.kind];
  const [lower, upper] = numbers.length === 0 ? [0, 0] : span(numbers);
  const fits = numbers.every((value) => Math.abs(value) <= reach);
  return fits ? [-reach, reach] : [Math.min(lower, -reach), Math.max(upper, reach)];
}

/** The least and the greatest of some numbers with a margin of a tenth; one number alone gets ±1. */
export function span(numbers: ArrayLike<number>): readonly [lower: number, upper: number] {
  let [lower, upper] = [Infinity, -Infinity];
  for (let k = 0; k < numbers.length; k++) {
    lower = Math.min(lower, numbers[k]!);
    upper = Math.max(upper, numbers[k]!);
  }
  const margin = upper > lower ? (upper - lower) / 10 : 1;
  return [lower - margin, upper + margin];
}
