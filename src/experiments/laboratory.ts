/** What the laboratory shows first: the same small network with three activations, a hundred times each. */
import { seedsFrom, type Experiment } from './experiment.ts';

/**
 * The TensorFlow Playground's first network: circle without noise, layers of 4 and 2 units, its weights
 * and biases, its output and its step. Unlike there, classes are exactly balanced, and mini-batches are
 * drawn anew each epoch.
 */
export const circleActivations: Experiment = {
  id: 'circle-activations',
  base: {
    dataset: 'circle',
    samples: 500,
    noise: 0,
    trainShare: 0.5,
    hidden: [4, 2],
    activation: { id: 'tanh' },
    initialization: 'uniform',
    loss: 'squared-error',
    output: 'tanh',
    learningRate: 0.03,
    batchSize: 10,
  },
  variants: {
    sigmoid: { activation: { id: 'sigmoid' } },
    tanh: { activation: { id: 'tanh' } },
    relu: { activation: { id: 'relu' } },
  },
  seeds: seedsFrom(100),
  epochs: 600,
  solvedWhen: { points: 'test', lossBelow: 0.02 },
  stopWhenSolved: true,
};
