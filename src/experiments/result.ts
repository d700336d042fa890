/** What came out of an experiment, in numbers that a text can quote. */
import { measures, type Experiment, type Measure, type RunResult } from './experiment.ts';
import { summarize, type Summary } from './statistics.ts';

export interface VariantResult {
  readonly runs: readonly RunResult[];
  readonly trainLoss: Summary;
  readonly testLoss: Summary;
  /** Missing where there are no classes. */
  readonly trainAccuracy?: Summary;
  readonly testAccuracy?: Summary;
  /** Epochs until solved; Infinity for a run that never was, so that a median is one over all runs. */
  readonly solvedAfter: Summary;
  /** How many runs were solved at the end of some epoch. */
  readonly solved: number;
  /** The same as a share of all runs. */
  readonly solvedShare: number;
  /** How many runs diverged. */
  readonly diverged: number;
  /** The share of hidden units that are dead at the end; missing where they are not counted. */
  readonly dead?: Summary;
  /** The share of the first weights that belongs to the last coordinate; missing where it is not weighed. */
  readonly lastWeight?: Summary;
}

export interface ExperimentResult {
  readonly experiment: Experiment;
  readonly variants: Readonly<Record<string, VariantResult>>;
}

/** @param runsOf the runs of a variant, in the order of the seeds */
export function resultOf(
  experiment: Experiment,
  runsOf: (variant: string) => readonly RunResult[],
): ExperimentResult {
  const variants = Object.keys(experiment.variants).map(
    (key) => [key, describeRuns(runsOf(key))] as const,
  );
  return { experiment, variants: Object.fromEntries(variants) };
}

function describeRuns(runs: readonly RunResult[]): VariantResult {
  const summary = (measure: Measure) => summarize(runs.map(measures[measure]));
  const ifAny = (measure: Measure) =>
    runs.some((run) => Number.isNaN(measures[measure](run))) ? undefined : summary(measure);
  const lastWeight = ifAny('lastWeight');
  const solved = runs.filter((run) => run.solvedAfter < Infinity).length;
  return {
    runs,
    trainLoss: summary('trainLoss'),
    testLoss: summary('testLoss'),
    trainAccuracy: ifAny('trainAccuracy'),
    testAccuracy: ifAny('testAccuracy'),
    solvedAfter: summary('solvedAfter'),
    solved,
    solvedShare: solved / runs.length,
    diverged: runs.filter((run) => run.diverged).length,
    ...(runs.every((run) => run.dead !== undefined) && {
      dead: summarize(runs.map((run) => run.dead!)),
    }),
    ...(lastWeight && { lastWeight }),
  };
}
