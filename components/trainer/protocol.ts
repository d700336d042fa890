/**
 * What a page and its trainer say to each other: plain data, fit for `postMessage`. The trainer speaks
 * only when asked, once for each command, so it is never ahead of what the page has drawn.
 */
import type { SimdGap } from '#nn/simd/support.ts';
import type { Inside, UnitMaps } from '#inside/types.ts';
import type { CoreName } from '#nn/core.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import type { Split } from '#nn/split.ts';
import type { Divergence, EpochRecord } from '#nn/train.ts';
import type { Need } from './views/index.ts';

/** How much to train; the first of these to be reached ends it. */
export interface Amount {
  /** Epochs to complete. */
  readonly epochs: number;
  /** Mini-batches. */
  readonly steps?: number;
  readonly milliseconds?: number;
}

/** Every command says what the open views need to be told in the answer. */
export type Command = { readonly run: number; readonly needs: readonly Need[] } & (
  | {
      /** Begin a run, in place of any other. Answered with its state before training. */
      type: 'start';
      setup: TrainingSetup;
      /** First weights and biases in place of drawn ones, as `Network.parameters` has them. */
      parameters?: readonly number[];
      /**
       * Epochs to train before the answer, to go on from the picture of the page. In the core that the
       * page was built with: another rounds differently, and would come to another picture.
       */
      ahead?: number;
    }
  /** Train some more. Not answered when the run is no longer the current one. */
  | { type: 'advance'; amount: Amount }
  /** Say where the run stands: another view has been opened. */
  | { type: 'look' }
);

/** Where a run stands, also within an epoch. */
export interface Standing extends EpochRecord {
  /** Mini-batches trained on. */
  readonly steps: number;
  readonly stepsPerEpoch: number;
}

/** A run as it stands. */
export interface Snapshot {
  type: 'snapshot';
  /** The number that the page gave to the run. */
  run: number;
  /** The epochs completed since the last snapshot that are kept (`isKept`), epoch 0 in the first. */
  records: readonly EpochRecord[];
  /** Absent when the very first evaluation is not finite. */
  standing?: Standing;
  /** Pre-activations of the output units at `surfacePoints`, [unit][point]. */
  logits: Float32Array<ArrayBuffer>;
  /** The values of learned parameters of activation functions, by layer. */
  learned: readonly Readonly<Record<string, number>>[];
  /** The points of the run, in its first snapshot. */
  data?: Split;
  /** What trains, in the first snapshot. */
  core?: {
    readonly name: CoreName;
    /** Why not SIMD. */
    readonly because?: SimdGap | 'missing' | 'still';
  };
  diverged?: Divergence;
  inside?: Inside;
  /** The same before training; there with `inside`. */
  start?: Inside;
  units?: UnitMaps;
  parameters?: Float64Array;
}

/** A command that could not be carried out. */
export interface Failure {
  type: 'failed';
  run: number;
  reason: string;
}

export type Report = Snapshot | Failure;
