/** What chapter 1 claims about networks with and without a bend, measured. */
import type { TrainingSetup } from '#nn/setup.ts';
import { seedsFrom, type Experiment } from './experiment.ts';

/** Common to all: the data without noise, half of it for training. */
const base = {
  samples: 500,
  noise: 0,
  trainShare: 0.5,
  loss: 'binary-cross-entropy',
  batchSize: 10,
} as const satisfies Partial<TrainingSetup>;

/** One hidden layer of each width with each activation: keys such as `relu-4`. */
const widthsAndActivations = Object.fromEntries(
  (['identity', 'relu', 'tanh', 'sigmoid'] as const).flatMap((id) =>
    [2, 4, 8].map((width) => [`${id}-${width}`, { hidden: [width], activation: { id } }]),
  ),
);

/** Depth does not help a network without a bend, and a few ReLUs are enough. */
export const circle: Experiment = {
  id: 'circle-depth',
  base: {
    ...base,
    dataset: 'circle',
    hidden: [],
    activation: { id: 'identity' },
    initialization: 'he',
    learningRate: 0.1,
  },
  variants: {
    'no-hidden-layer': {},
    'identity-4': { hidden: [4] },
    'identity-4-4': { hidden: [4, 4] },
    'identity-4-4-4': { hidden: [4, 4, 4] },
    'relu-4': { hidden: [4], activation: { id: 'relu' } },
    'relu-4-4': { hidden: [4, 4], activation: { id: 'relu' } },
    'relu-8': { hidden: [8], activation: { id: 'relu' } },
  },
  seeds: seedsFrom(20),
  epochs: 100,
  solvedWhen: { points: 'test', accuracyAtLeast: 0.98 },
};

/** Exclusive or as four squares: two hidden units cannot have its shape, four can. */
export const xor: Experiment = {
  id: 'xor-width',
  base: {
    ...base,
    dataset: 'xor',
    hidden: [],
    activation: { id: 'identity' },
    initialization: 'xavier',
    learningRate: 0.3,
  },
  variants: widthsAndActivations,
  seeds: seedsFrom(20),
  epochs: 100,
  solvedWhen: { points: 'test', accuracyAtLeast: 0.95 },
};

/** Exclusive or as its truth table: two hidden units can, but gradient descent may not find out how. */
export const xorCorners: Experiment = {
  id: 'xor-corners-width',
  base: {
    ...base,
    dataset: 'xor-corners',
    // Each corner once to train on and, the same point, once for the test; one step per epoch.
    samples: 8,
    batchSize: 4,
    hidden: [],
    activation: { id: 'identity' },
    initialization: 'xavier',
    learningRate: 1,
  },
  variants: widthsAndActivations,
  seeds: seedsFrom(30),
  epochs: 2000,
  solvedWhen: { points: 'train', accuracyAtLeast: 1, lossBelow: 0.1 },
};
