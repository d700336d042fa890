/** The points of a run, parted into those to train on and those for the test. */
import { datasets, drawPoints, type DatasetId } from './datasets.ts';
import { groupsOf, ownPoints, type OwnData } from './own-data.ts';
import { pick, type Points } from './points.ts';
import { shuffle, stream, type Random } from './random.ts';

export interface Split {
  readonly train: Points;
  readonly test: Points;
  /** The reader's own points were too few to part: all of them are on both sides. */
  readonly shared?: boolean;
}

/** How to get the points of a run. */
export interface DataSetup {
  readonly seed: number;
  readonly dataset: DatasetId | 'own';
  /** The reader's own points, for the data set `own`. */
  readonly own?: OwnData;
  /** Training and test points together. Of own points all are taken, and this means nothing. */
  readonly samples: number;
  /** See `Dataset.draw`. Own points stay where they are. */
  readonly noise: number;
  /** The share of the points to train on, between 0 and 1; the others are for the test. */
  readonly trainShare: number;
}

/**
 * Draws the points of a run and parts them. Same setup, same points.
 *
 * @throws RangeError when a part of the data set would be missing on one side.
 */
export function drawSplit({ seed, dataset, own, samples, noise, trainShare }: DataSetup): Split {
  const random = stream(seed, 'split');
  if (dataset === 'own') return splitOwn(own!, trainShare, random);
  const points = drawPoints(dataset, samples, noise, stream(seed, 'data'));
  const { parts } = datasets[dataset];
  const groups = Array.from({ length: parts }, (_, part) =>
    Uint32Array.from(
      { length: Math.ceil((samples - part) / parts) },
      (_place, k) => part + k * parts,
    ),
  );
  for (const { length } of groups) {
    const forTraining = Math.round(trainShare * length);
    if (forTraining < 1 || forTraining >= length) {
      throw new RangeError(
        `${samples} points with a training share of ${trainShare} leave a part of the data without training or test points`,
      );
    }
  }
  return splitGroups(points, groups, trainShare, random);
}

/** Own points: every class has at least one to train on, and the test what is left. */
function splitOwn(own: OwnData, trainShare: number, random: Random): Split {
  const points = ownPoints(own);
  const split = splitGroups(points, groupsOf(points, own.task), trainShare, random);
  return split.test.count > 0 ? split : { train: points, test: points, shared: true };
}

/** Parts the points at random, the same share of each group, so that classes stay balanced. */
function splitGroups(
  points: Points,
  groups: readonly Uint32Array[],
  trainShare: number,
  random: Random,
): Split {
  const train: number[] = [];
  const test: number[] = [];
  for (const members of groups) {
    shuffle(members, random);
    const forTraining = Math.max(1, Math.round(trainShare * members.length));
    train.push(...members.subarray(0, forTraining));
    test.push(...members.subarray(forTraining));
  }
  return { train: pick(points, train), test: pick(points, test) };
}
