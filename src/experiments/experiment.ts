import type { Divergence, Evaluation } from '#nn/train.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { alteredPoints, type Alteration } from './altered.ts';

export type Settings = Omit<TrainingSetup, 'seed'> & {
  /** What is done to the points of the data set first. */
  readonly altered?: Alteration;
};

/** Training runs to compare: every variant with every seed. Plain data; the result follows from it. */
export interface Experiment {
  /** Stable, quoted by the text. */
  readonly id: string;
  /** What all runs share unless their variant says otherwise. */
  readonly base: Settings;
  /** What is compared; keys are stable, quoted by the text. */
  readonly variants: Readonly<Record<string, Partial<Settings>>>;
  /** Every variant runs with each: on the same points, from the same random numbers for the weights. */
  readonly seeds: readonly number[];
  /** A run ends here at the latest. */
  readonly epochs: number;
  readonly solvedWhen: Criterion;
  /** A run ends when it is solved; its final losses are then those of that epoch. */
  readonly stopWhenSolved?: boolean;
  /** Count dead units at the end of each run (`src/inside`): a look at every training point. */
  readonly countDead?: boolean;
  /** Measure how much weight the first layer gives to the last coordinate. */
  readonly weighLast?: boolean;
  /** The number of each run that a figure shows; without it, the epochs until solved. */
  readonly measure?: Measure;
}

/** One number of a run. */
export type Measure =
  'solvedAfter' | 'trainLoss' | 'testLoss' | 'trainAccuracy' | 'testAccuracy' | 'lastWeight';

/** Measures that are shares, which a reader reads as percent. */
export const isShare = (measure: Measure): boolean =>
  measure.endsWith('Accuracy') || measure === 'lastWeight';

/**
 * When a run counts as solved: at the end of some epoch all of this holds. On a few points ask for a
 * small loss as well as the accuracy: where every output should be 0, rounding errors alone can have
 * the right signs.
 */
export interface Criterion {
  readonly points: 'train' | 'test';
  readonly accuracyAtLeast?: number;
  readonly lossBelow?: number;
}

export interface RunResult {
  readonly seed: number;
  /** After the last epoch; of a run that diverged, the last that was finite. */
  readonly final: Evaluation;
  /** The first epoch at whose end the run was solved; Infinity when there was none. */
  readonly solvedAfter: number;
  readonly diverged?: Divergence;
  /** The share of hidden units that are dead at the end, where the experiment counts them. */
  readonly dead?: number;
  /**
   * The share of the weights of the first layer, by their sizes |w|, that belongs to the last
   * coordinate, where the experiment weighs them.
   */
  readonly lastWeight?: number;
}

/** The numbers that a figure can show of a run; NaN where there is none, as an accuracy without classes. */
export const measures: Readonly<Record<Measure, (run: RunResult) => number>> = {
  solvedAfter: (run) => run.solvedAfter,
  trainLoss: (run) => run.final.train.loss,
  testLoss: (run) => run.final.test.loss,
  trainAccuracy: (run) => run.final.train.accuracy ?? NaN,
  testAccuracy: (run) => run.final.test.accuracy ?? NaN,
  lastWeight: (run) => run.lastWeight ?? NaN,
};

/** Consecutive seeds; the first is 1 unless said otherwise. */
export const seedsFrom = (count: number, first = 1): number[] =>
  Array.from({ length: count }, (_, k) => first + k);

/** @throws RangeError for a variant that the experiment does not have. */
export function settingsOf({ id, base, variants }: Experiment, variant: string): Settings {
  if (!Object.hasOwn(variants, variant))
    throw new RangeError(`experiment "${id}" has no variant "${variant}"`);
  return { ...base, ...variants[variant] };
}

/** @throws RangeError for a variant that the experiment does not have. */
export function setupOf(experiment: Experiment, variant: string, seed: number): TrainingSetup {
  const { altered, ...settings } = settingsOf(experiment, variant);
  const setup = { ...settings, seed };
  return altered ? { ...setup, dataset: 'own', own: alteredPoints(setup, altered) } : setup;
}
