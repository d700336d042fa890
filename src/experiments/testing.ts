/** What the tests of experiments share. */
import type { Experiment } from './experiment.ts';

/** Plain data that costs next to nothing to carry out; tests change what they look at. */
export const small: Experiment = {
  id: 'small',
  base: {
    dataset: 'circle',
    samples: 40,
    noise: 0,
    trainShare: 0.5,
    hidden: [4],
    activation: { id: 'relu' },
    initialization: 'he',
    loss: 'binary-cross-entropy',
    learningRate: 0.3,
    batchSize: 10,
  },
  variants: { relu: {}, wild: { learningRate: 1e300, loss: 'squared-error' } },
  seeds: [1, 2],
  epochs: 3,
  solvedWhen: { points: 'train', lossBelow: 0.5 },
};
