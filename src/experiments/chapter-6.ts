/** What chapter 6 says about pairs of output unit and loss, measured. */
import { seedsFrom, type Experiment, type Settings } from './experiment.ts';

const pairs: Record<string, Partial<Settings>> = {
  'cross-entropy of σ': { loss: 'binary-cross-entropy' },
  'squared error of σ': { loss: 'squared-error', output: 'sigmoid' },
  'squared error of tanh': { loss: 'squared-error', output: 'tanh' },
  'squared error of z': { loss: 'squared-error', output: 'identity' },
};

const byRate = Object.fromEntries(
  Object.entries(pairs).flatMap(([name, pair]) =>
    [0.03, 0.1, 0.3, 1, 3, 10, 30].map((learningRate) => [
      `${name}@${learningRate}`,
      { ...pair, learningRate },
    ]),
  ),
);

/** The same hidden layer, four ways to end, at seven learning rates. */
export const outputPairs: Experiment = {
  id: 'output-pairs',
  base: {
    dataset: 'circle',
    samples: 500,
    noise: 0,
    trainShare: 0.5,
    hidden: [8],
    activation: { id: 'tanh' },
    initialization: 'xavier',
    loss: 'binary-cross-entropy',
    learningRate: 0.1,
    batchSize: 10,
  },
  variants: byRate,
  seeds: seedsFrom(20),
  epochs: 300,
  solvedWhen: { points: 'test', accuracyAtLeast: 0.98 },
  stopWhenSolved: true,
};

/** From first weights so large that the network begins sure of itself, and wrong about half of the points. */
export const wrongStart: Experiment = {
  ...outputPairs,
  id: 'wrong-start',
  base: { ...outputPairs.base, initialization: 'normal', sigma: 4 },
  epochs: 100,
  solvedWhen: { points: 'test', accuracyAtLeast: 0.95 },
};
