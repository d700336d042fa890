/** What a page and its trainer of many networks say to each other: plain data, fit for `postMessage`. */
import type { Experiment, RunResult } from '#experiments/experiment.ts';

export type Command =
  /** Carry out an experiment, in place of any other. Answered as results come in. */
  { type: 'run'; job: number; experiment: Experiment } | { type: 'cancel' };

export interface FinishedRun {
  readonly variant: string;
  readonly run: RunResult;
}

/** The runs finished since the last word, and whether these were the last. */
export interface Results {
  type: 'results';
  job: number;
  runs: readonly FinishedRun[];
  done: boolean;
}

/** The experiment cannot be carried out, or not to its end. */
interface Failure {
  type: 'failed';
  job: number;
  reason: string;
}

export type Report = Results | Failure;
