import { datasets, drawPoints, pick, type DatasetId, type Points } from './datasets.ts';
import { shuffle, stream, type Random } from './random.ts';

export interface Split {
  readonly train: Points;
  readonly test: Points;
}

/** How to get the points of a run. */
export interface DataSetup {
  readonly seed: number;
  readonly dataset: DatasetId;
  /** Training and test points together. */
  readonly samples: number;
  /** See `drawPoints`. */
  readonly noise: number;
  /** The share of the points to train on, between 0 and 1; the others are for the test. */
  readonly trainShare: number;
}

/** Draws the points of a run and parts them. Same setup, same points. */
export function drawSplit({ seed, dataset, samples, noise, trainShare }: DataSetup): Split {
  const points = drawPoints(dataset, samples, noise, stream(seed, 'data'));
  return splitPoints(points, datasets[dataset].parts, trainShare, stream(seed, 'split'));
}

/**
 * Parts the points at random, the same share of each part of the shape, so that classes stay
 * balanced on both sides.
 *
 * @throws RangeError when a part would be missing on one side.
 */
function splitPoints(points: Points, parts: number, trainShare: number, random: Random): Split {
  const train: number[] = [];
  const test: number[] = [];
  for (let part = 0; part < parts; part++) {
    const members = Uint32Array.from(
      { length: Math.ceil((points.count - part) / parts) },
      (_, k) => part + k * parts,
    );
    shuffle(members, random);
    const forTraining = Math.round(trainShare * members.length);
    if (forTraining < 1 || forTraining >= members.length) {
      throw new RangeError(
        `${points.count} points with a training share of ${trainShare} leave a part of the data without training or test points`,
      );
    }
    train.push(...members.subarray(0, forTraining));
    test.push(...members.subarray(forTraining));
  }
  return { train: pick(points, train), test: pick(points, test) };
}
