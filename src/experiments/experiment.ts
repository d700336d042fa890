import { startRun, type Divergence, type Evaluation } from '#nn/train.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { summarize, type Summary } from './statistics.ts';

type Settings = Omit<TrainingSetup, 'seed'>;

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
  readonly epochs: number;
  readonly solvedWhen: Criterion;
}

/**
 * When a run counts as solved: at the end of some epoch all of this holds. On a few points ask for a
 * small loss, too: where every output should be 0, rounding errors alone can have the right signs.
 */
interface Criterion {
  readonly points: 'train' | 'test';
  readonly accuracyAtLeast: number;
  readonly lossBelow?: number;
}

export interface RunResult {
  readonly seed: number;
  /** After the last epoch; of a run that diverged, the last that was finite. */
  readonly final: Evaluation;
  /** The first epoch at whose end the run was solved; Infinity when there was none. */
  readonly solvedAfter: number;
  readonly diverged?: Divergence;
}

export interface VariantResult {
  readonly runs: readonly RunResult[];
  readonly trainLoss: Summary;
  readonly testLoss: Summary;
  readonly trainAccuracy: Summary;
  readonly testAccuracy: Summary;
  /** Epochs until solved; Infinity for a run that never was, so that a median is one over all runs. */
  readonly solvedAfter: Summary;
  /** How many runs were solved at the end of some epoch. */
  readonly solved: number;
  /** The same as a share of all runs. */
  readonly solvedShare: number;
  /** How many runs diverged. */
  readonly diverged: number;
}

export interface ExperimentResult {
  readonly experiment: Experiment;
  readonly variants: Readonly<Record<string, VariantResult>>;
}

/** Runs all of it, which takes a while. Same experiment, same result. */
export function runExperiment(experiment: Experiment): ExperimentResult {
  const { base, variants, seeds } = experiment;
  const results = Object.entries(variants).map(([key, settings]) => {
    const runs = seeds.map((seed) => runOnce({ ...base, ...settings, seed }, experiment));
    return [key, describeRuns(runs)] as const;
  });
  return { experiment, variants: Object.fromEntries(results) };
}

function runOnce(setup: TrainingSetup, { epochs, solvedWhen }: Experiment): RunResult {
  const run = startRun(setup);
  let final = run.evaluate();
  let solvedAfter = Infinity;
  for (let epoch = 1; epoch <= epochs && !run.diverged; epoch++) {
    run.epoch();
    final = run.evaluate();
    if (solvedAfter === Infinity && !run.diverged && meets(final, solvedWhen)) solvedAfter = epoch;
  }
  return { seed: setup.seed, final, solvedAfter, diverged: run.diverged };
}

function meets(
  evaluation: Evaluation,
  { points, accuracyAtLeast, lossBelow = Infinity }: Criterion,
): boolean {
  const { accuracy, loss } = evaluation[points];
  return accuracy >= accuracyAtLeast && loss < lossBelow;
}

function describeRuns(runs: readonly RunResult[]): VariantResult {
  const summary = (value: (run: RunResult) => number) => summarize(runs.map(value));
  const solved = runs.filter((run) => run.solvedAfter < Infinity).length;
  return {
    runs,
    trainLoss: summary((run) => run.final.train.loss),
    testLoss: summary((run) => run.final.test.loss),
    trainAccuracy: summary((run) => run.final.train.accuracy),
    testAccuracy: summary((run) => run.final.test.accuracy),
    solvedAfter: summary((run) => run.solvedAfter),
    solved,
    solvedShare: solved / runs.length,
    diverged: runs.filter((run) => run.diverged).length,
  };
}
