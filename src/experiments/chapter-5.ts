/** What chapter 5 says about the leaky family, measured. */
import type { ElementwiseId } from '#activations/index.ts';
import type { ActivationRef } from '#nn/kernels.ts';
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
  seeds: seedsFrom(30),
  epochs: 100,
  solvedWhen: { points: 'test', accuracyAtLeast: 0.98 },
  stopWhenSolved: true,
};

const robust: Record<string, ActivationRef> = {
  relu: { id: 'relu' },
  'leaky-relu': { id: 'leaky-relu' },
  'leaky-relu-0.2': { id: 'leaky-relu', parameters: { alpha: 0.2 } },
  elu: { id: 'elu' },
  tanh: { id: 'tanh' },
};

/** A sine curve with one wrong value in ten: does a small slope help against outliers? */
export const outliers: Experiment = {
  id: 'outliers',
  base: {
    ...base,
    dataset: 'sine',
    altered: { outliers: 0.1 },
    samples: 200,
    hidden: [16, 16],
    loss: 'squared-error',
    optimizer: 'adam',
    learningRate: 0.01,
    batchSize: 20,
  },
  variants: Object.fromEntries(
    Object.entries(robust).map(([name, activation]) => [name, { activation }]),
  ),
  seeds: seedsFrom(20),
  epochs: 400,
  solvedWhen: { points: 'test', lossBelow: 0.05 },
  measure: 'testLoss',
};
