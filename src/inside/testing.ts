/** What the tests of the inside share. */
import type { TrainingSetup } from '#nn/setup.ts';
import { setup as circle } from '#nn/testing.ts';

export const setup: TrainingSetup = {
  ...circle,
  samples: 60,
  noise: 0.1,
  hidden: [4, 3],
  activation: { id: 'tanh' },
  initialization: 'xavier',
  seed: 3,
};
