/** What chapter 5 says about the leaky family, measured. */
import type { ElementwiseId } from '#activations/index.ts';
import { seedsFrom, type Experiment, type Settings } from './experiment.ts';

const base = {
  noise: 0,
  trainShare: 0.5,
  activation: { id: 'leaky-relu' },
  initialization: 'he',
  loss: 'binary-cross-entropy',
} as const satisfies Partial<Settings>;

/** From the V of |z| over ReLU to the identity: how much bend does a spiral need? */
export const leakySlope: Experiment = {
  id: 'leaky-slope',
  base: {
    ...base,
    dataset: 'spiral',
    samples: 400,
    hidden: [20, 20],
    optimizer: 'adam',
    learningRate: 0.01,
    batchSize: 200,
  },
  variants: Object.fromEntries(
    [-1, 0, 0.01, 0.1, 0.3, 0.5, 0.8, 0.95, 1].map((alpha) => [
      `α=${alpha}`,
      { activation: { id: 'leaky-relu', parameters: { alpha } } },
    ]),
  ),
  seeds: seedsFrom(20),
  epochs: 600,
  solvedWhen: { points: 'test', accuracyAtLeast: 0.98 },
  measure: 'testAccuracy',
};

const family = ['relu', 'leaky-relu', 'prelu', 'rrelu', 'elu', 'celu', 'selu', 'gelu'] as const;

/** ReLU and its kin on the same task from the same seeds. */
export const leakyFamily: Experiment = {
  id: 'leaky-family',
  base: {
    ...base,
    dataset: 'circle',
    samples: 500,
    hidden: [8],
    learningRate: 0.1,
    batchSize: 10,
  },
  variants: Object.fromEntries(
    family.map((id: ElementwiseId) => [id, { activation: { id } }] as const),
  ),
  seeds: seedsFrom(50),
  epochs: 100,
  solvedWhen: { points: 'test', accuracyAtLeast: 0.98 },
  stopWhenSolved: true,
};
