/** What a figure shows of the runs of one variant. */
import { measures, type Measure, type RunResult } from './experiment.ts';
import { summarize, type Summary } from './statistics.ts';

/** One entry for each run, in the order of the seeds. */
export interface Sample {
  /** Infinite for a run that has no such number, as the epochs until solved of one that never was. */
  readonly values: readonly number[];
  /** Whether the run did not get there. */
  readonly failed: readonly boolean[];
}

export const sampleOf = (runs: readonly RunResult[], measure: Measure): Sample => ({
  values: runs.map(measures[measure]),
  failed: runs.map((run) => run.solvedAfter === Infinity),
});

export const failures = ({ failed }: Sample): number => failed.filter(Boolean).length;

/** `undefined` for no runs. */
export const summaryOf = ({ values }: Sample): Summary | undefined =>
  values.length > 0 ? summarize(values) : undefined;
