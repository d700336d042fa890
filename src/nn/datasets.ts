/**
 * The data sets of the book: points of the plane that belong to classes, and functions to fit.
 *
 * Shapes and units of the older ones follow the TensorFlow Playground (Smilkov and others, 2017), so
 * that runs can be compared with it: most lie in the square [−6, 6]², and a network sees these
 * coordinates as they are. Unlike there, classes are balanced, `noise` always moves points and never
 * flips a label, and class 1 of `xor` is where the signs *differ*.
 */
import { shapes } from './dataset-shapes.ts';
import { functions } from './dataset-functions.ts';
import type { Ground, Points } from './points.ts';
import type { Random } from './random.ts';

/** A point of a data set. */
interface Drawn {
  readonly x: readonly number[];
  /** Its class or its value. */
  readonly target: number;
}

export interface Dataset extends Ground {
  /** Parts that get equally many points and an equal share of each split. */
  readonly parts: number;
  /** Without noise the points are the same for every seed. */
  readonly fixed?: boolean;
  /**
   * A point of the part.
   *
   * @param along Runs evenly through [0, 1) from the first point of the part to its last.
   * @param noise A standard deviation: of both coordinates of a point that has a class, in units of
   *   the domain; of the value of a point that has one. It can carry points out of the domain.
   */
  draw(part: number, along: number, noise: number, random: Random): Drawn;
}

export const datasets = { ...shapes, ...functions } as const satisfies Record<string, Dataset>;

export type DatasetId = keyof typeof datasets;

/** Draws `samples` points, the parts of the data set in turn, so that classes differ by at most one. */
export function drawPoints(id: DatasetId, samples: number, noise: number, random: Random): Points {
  const { parts, dimensions, draw }: Dataset = datasets[id];
  const inputs = new Float64Array(dimensions * samples);
  const targets = new Float64Array(samples);
  const perPart = Math.ceil(samples / parts);
  for (let i = 0; i < samples; i++) {
    const along = (Math.floor(i / parts) + random()) / perPart;
    const { x, target } = draw(i % parts, along, noise, random);
    for (let d = 0; d < dimensions; d++) inputs[d * samples + i] = x[d]!;
    targets[i] = target;
  }
  return { count: samples, dimensions, inputs, targets };
}
