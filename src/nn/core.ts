/**
 * The seam between a run and its arithmetic. A run (`train.ts`) keeps the schedule: when to
 * shuffle, epochs, steps, divergence. A core does the sums, wherever and in whatever precision.
 */
import type { Network } from './network.ts';
import type { Objective } from './objective.ts';
import type { TrainingSetup } from './setup.ts';
import type { Split } from './split.ts';

/** How well the network does on a set of points. */
export interface Score {
  /** Mean over the points, without the penalty on the weights. */
  readonly loss: number;
  /** Share of the points that are classified rightly; absent where values are predicted. */
  readonly accuracy?: number;
}

/** Everything that a core needs to know. */
export interface Problem {
  readonly setup: TrainingSetup;
  readonly data: Split;
  readonly objective: Objective;
  /** Its parameters are those to begin with. */
  readonly network: Network;
}

export interface Core {
  readonly name: CoreName;
  /**
   * Puts the training points into the next order that the stream `shuffling` of the seed gives (`shuffle`,
   * beginning with the order of `data.train`).
   */
  shuffle(): void;
  /**
   * Trains on the training points at places `from` to `to` − 1 of the order, in mini-batches of
   * `batchSize` (the last takes what is left). Stops after a mini-batch whose loss, or after whose step a
   * parameter, is infinite or not a number; `broken` is then true.
   *
   * @returns The number of mini-batches trained on, that one included.
   */
  train(from: number, to: number): number;
  readonly broken: boolean;
  score(side: keyof Pick<Split, 'train' | 'test'>): Score;
  /** Pre-activations of the output units, [output][point], at points [coordinate][point]. A new array. */
  logits(points: Float64Array): Float64Array;
  /** Copies the parameters, in the order of `Network.parameters`. */
  read(into: Float64Array): void;
  write(from: Float64Array): void;
}

export type CoreName = 'typescript' | 'simd';
