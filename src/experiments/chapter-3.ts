/** What chapter 3 says about sigmoid and tanh, measured: depth, and slope against centring. */
import type { ActivationRef } from '#nn/kernels.ts';
import { seedsFrom, type Experiment, type Settings } from './experiment.ts';

const base = {
  dataset: 'circle',
  samples: 400,
  noise: 0,
  trainShare: 0.5,
  activation: { id: 'sigmoid' },
  initialization: 'xavier',
  loss: 'binary-cross-entropy',
} as const satisfies Partial<Settings>;

/** Five sigmoid layers do not train by plain descent from small weights; four changes, one at a time. */
export const deepSigmoid: Experiment = {
  id: 'deep-sigmoid',
  base: { ...base, hidden: [16, 16, 16, 16, 16], learningRate: 0.5, batchSize: 20 },
  variants: {
    plain: {},
    'one-layer': { hidden: [16] },
    // Four times Xavier’s deviation for layers of 16 units.
    'larger-weights': { initialization: 'normal', sigma: 1 },
    adam: { optimizer: 'adam', learningRate: 0.01 },
    'batch-norm': { normalization: 'batch' },
    tanh: { activation: { id: 'tanh' }, learningRate: 0.1 },
    relu: { activation: { id: 'relu' }, initialization: 'he', learningRate: 0.1 },
  },
  seeds: seedsFrom(20),
  epochs: 200,
  solvedWhen: { points: 'test', accuracyAtLeast: 0.95 },
  measure: 'trainLoss',
};

const own = (formula: string): ActivationRef => ({ id: 'own', formula });

/** Slope 1 or ¼ at the middle, the middle at 0 or not; keys such as `tanh+1@3`. */
const shapes: Record<string, ActivationRef> = {
  tanh: { id: 'tanh' },
  '4σ−2': own('4 sigmoid(z) - 2'),
  'tanh+1': own('tanh(z) + 1'),
  '4σ': own('4 sigmoid(z)'),
  'tanh/4': own('tanh(z) / 4'),
  'σ−½': own('sigmoid(z) - 1/2'),
  σ: { id: 'sigmoid' },
};

export const slopeAndCentre: Experiment = {
  id: 'slope-and-centre',
  base: { ...base, hidden: [8, 8], learningRate: 1, batchSize: 200 },
  variants: Object.fromEntries(
    Object.entries(shapes).flatMap(([name, activation]) =>
      [0.1, 0.3, 1, 3, 10, 30].map((learningRate) => [
        `${name}@${learningRate}`,
        { activation, learningRate },
      ]),
    ),
  ),
  seeds: seedsFrom(20),
  epochs: 1000,
  solvedWhen: { points: 'train', lossBelow: 0.1 },
  stopWhenSolved: true,
};
