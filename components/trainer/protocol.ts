/**
 * What a page and its trainer say to each other: plain data, fit for `postMessage`. The trainer speaks
 * only when asked, once for each command, so it is never ahead of what the page has drawn.
 */
import type { EpochRecord } from '#figures/loss-chart-curves.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import type { Split } from '#nn/split.ts';
import type { Divergence } from '#nn/train.ts';

export type Command =
  /** Begin a run, in place of any other. Answered with its state before training. */
  | { type: 'start'; run: number; setup: TrainingSetup }
  /** Train for some epochs more. Not answered when the run is no longer the current one. */
  | { type: 'advance'; run: number; epochs: number };

/** A run as it stands. */
export interface Snapshot {
  type: 'snapshot';
  /** The number that the page gave to the run. */
  run: number;
  /** Every epoch completed since the last snapshot, epoch 0 in the first. */
  records: readonly EpochRecord[];
  /** See `gridPoints`. */
  logits: Float32Array<ArrayBuffer>;
  /** The points of the run, in its first snapshot. */
  data?: Split;
  diverged?: Divergence;
}

/** A command that could not be carried out. */
export interface Failure {
  type: 'failed';
  run: number;
  reason: string;
}

export type Report = Snapshot | Failure;
