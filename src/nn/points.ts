/** Points to learn from, and what has to be learned about them. */

/** What a network has to learn about its points: which class each belongs to, or a number. */
export type Task =
  { readonly kind: 'classes'; readonly classes: number } | { readonly kind: 'values' };

/** Where the points of a data set lie and what there is to learn about them. */
export interface Ground {
  readonly task: Task;
  readonly dimensions: 1 | 2;
  /** Without noise every coordinate lies between these. */
  readonly domain: readonly [lower: number, upper: number];
  /** Where the task is to predict values: without noise they lie between these. */
  readonly range?: readonly [lower: number, upper: number];
}

/** `count` points; flat, [coordinate][point]: every x₁ first, then every x₂. */
export interface Points {
  readonly count: number;
  readonly dimensions: 1 | 2;
  readonly inputs: Float64Array;
  /** The class of each point, from 0, or the number to predict. */
  readonly targets: Float64Array;
}

/** The points at the given places, in that order. */
export function pick(points: Points, places: ArrayLike<number>): Points {
  const { dimensions } = points;
  const count = places.length;
  const inputs = new Float64Array(dimensions * count);
  const targets = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const from = places[k]!;
    for (let d = 0; d < dimensions; d++)
      inputs[d * count + k] = points.inputs[d * points.count + from]!;
    targets[k] = points.targets[from]!;
  }
  return { count, dimensions, inputs, targets };
}
