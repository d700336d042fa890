/** Everything that a reader can set in the laboratory, as plain data. */
import type { TrainingSetup } from '#nn/setup.ts';

/** How fast training is shown: from a few mini-batches a second to as fast as the machine goes. */
export const speeds = ['steps', 'slow', 'normal', 'fast', 'full'] as const;
export type SpeedId = (typeof speeds)[number];

export interface LabState {
  readonly setup: TrainingSetup;
  /** The reader's own formula, kept while another activation is chosen. */
  readonly formula: string;
  readonly speed: SpeedId;
  /** The views that are open, besides the surface and the losses. */
  readonly views: readonly string[];
  /** First weights and biases, in the order of `Network.parameters`, in place of drawn ones. */
  readonly weights?: readonly number[];
  /** Settings that an embedded laboratory does not show. */
  readonly hide: readonly string[];
  /** Settings that it shows and does not let the reader change. */
  readonly lock: readonly string[];
}

/** A function to begin with: SiLU with a steeper gate. */
const firstFormula = 'z * sigmoid(1.7 z)';

export function labState(setup: TrainingSetup): LabState {
  const refs = 'id' in setup.activation ? [setup.activation] : setup.activation;
  const own = refs.find((ref) => ref.id === 'own');
  return {
    setup,
    formula: own?.formula ?? firstFormula,
    speed: 'normal',
    views: [],
    hide: [],
    lock: [],
  };
}

/** What the laboratory page shows first; links to it name only what differs. */
export const labSetup: TrainingSetup = {
  dataset: 'circle',
  samples: 500,
  noise: 0.3,
  trainShare: 0.5,
  hidden: [8, 8],
  activation: { id: 'relu' },
  initialization: 'he',
  loss: 'binary-cross-entropy',
  learningRate: 0.1,
  batchSize: 10,
  seed: 1,
};
