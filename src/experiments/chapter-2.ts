/** What chapter 2 asks of activation functions, tried: a slope, monotony, a bound. */
import type { ElementwiseId } from '#activations/index.ts';
import { seedsFrom, type Experiment, type Settings } from './experiment.ts';

const base = {
  dataset: 'circle',
  noise: 0,
  trainShare: 0.5,
  activation: { id: 'relu' },
  initialization: 'xavier',
  loss: 'binary-cross-entropy',
} as const satisfies Partial<Settings>;

const variantsFor = (ids: readonly ElementwiseId[], settings: Partial<Settings> = {}) =>
  Object.fromEntries(ids.map((id) => [id, { activation: { id }, ...settings }]));

/** A step has slope 0 and teaches the layers below nothing; a dip does no harm. */
export const slopeCircle: Experiment = {
  id: 'slope-circle',
  base: { ...base, samples: 500, hidden: [8], learningRate: 0.1, batchSize: 10 },
  variants: {
    ...variantsFor([
      'step',
      'sigmoid',
      'hard-tanh',
      'tanh',
      'relu',
      'gelu',
      'silu',
      'mish',
      'sine',
    ]),
    'step-32': { activation: { id: 'step' }, hidden: [32] },
  },
  seeds: seedsFrom(20),
  epochs: 100,
  solvedWhen: { points: 'test', accuracyAtLeast: 0.98 },
};

const bounded = ['tanh', 'softsign', 'hard-tanh', 'relu6', 'sine'] as const;
const unbounded = ['softplus', 'relu', 'leaky-relu', 'elu', 'gelu', 'silu'] as const;
const rates = [0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2];

/** The largest learning rate of full-batch descent, by activation; keys such as `tanh@1.6`. */
export const largestRate: Experiment = {
  id: 'largest-rate',
  base: { ...base, samples: 200, hidden: [16, 16], learningRate: 0.4, batchSize: 100 },
  variants: Object.fromEntries(
    [...bounded, ...unbounded].flatMap((id) =>
      rates.map((learningRate) => [`${id}@${learningRate}`, { activation: { id }, learningRate }]),
    ),
  ),
  seeds: seedsFrom(20),
  epochs: 300,
  solvedWhen: { points: 'train', accuracyAtLeast: 0.95 },
};
