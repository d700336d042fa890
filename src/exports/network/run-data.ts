import type { TrainingSetup } from '#nn/setup.ts';
import type { Split } from '#nn/split.ts';
import type { EpochRecord } from '#nn/train.ts';

/** A run, trained or not, as it is taken along. Plain data. */
export interface RunData {
  readonly setup: TrainingSetup;
  readonly data: Split;
  /** Before training, in the order of `Network.parameters`. */
  readonly initialParameters: ArrayLike<number>;
  /** As they are now. */
  readonly parameters: ArrayLike<number>;
  /** Every epoch so far, beginning with epoch 0. */
  readonly history: readonly EpochRecord[];
}
