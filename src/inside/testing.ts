/** What the tests of the inside share. */
import type { TrainingSetup } from '#nn/setup.ts';

export const setup: TrainingSetup = {
  dataset: 'circle',
  samples: 60,
  noise: 0.1,
  trainShare: 0.5,
  hidden: [4, 3],
  activation: { id: 'tanh' },
  initialization: 'xavier',
  loss: 'binary-cross-entropy',
  learningRate: 0.1,
  batchSize: 10,
  seed: 3,
};
