import type { TrainingSetup } from '#nn/setup.ts';
import type { Split } from '#nn/split.ts';
import type { EpochRecord } from '#nn/train.ts';
import type { Snapshot } from './protocol.ts';
import type { Say } from './words.ts';

/** What a view may know besides the latest snapshot. */
export interface ViewContext {
  readonly setup: TrainingSetup;
  readonly data: Split;
  /** Every epoch so far. */
  readonly history: readonly EpochRecord[];
  readonly say: Say;
}

/** A part of a trainer that shows something of a run. */
export interface View {
  /** Draws where the run stands; called for each snapshot, at most 30 times a second. */
  show(snapshot: Snapshot, context: ViewContext): void;
  /** Draws again after the layout changed; `always` also what is out of sight, as before printing. */
  refresh?(always?: boolean): void;
}
