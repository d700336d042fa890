/** What chapter 4 says about ReLU, measured: its mirror images and its zeros. */
import type { ElementwiseId } from '#activations/index.ts';
import type { ActivationRef } from '#nn/kernels.ts';
import { seedsFrom, type Experiment } from './experiment.ts';

const own = (formula: string): ActivationRef => ({ id: 'own', formula });

/** The four ways to hold half a line: in hidden layers weights absorb the signs. */
export const reflections: Experiment = {
  id: 'reflections',
  base: {
    dataset: 'circle',
    samples: 400,
    noise: 0,
    trainShare: 0.5,
    hidden: [16, 16],
    activation: { id: 'relu' },
    initialization: 'he',
    loss: 'binary-cross-entropy',
    learningRate: 0.1,
    batchSize: 20,
  },
  variants: {
    'ReLU(z)': { activation: { id: 'relu' } },
    'ReLU(−z)': { activation: own('relu(-z)') },
    '−ReLU(z)': { activation: own('-relu(z)') },
    '−ReLU(−z)': { activation: own('-relu(-z)') },
  },
  seeds: seedsFrom(20),
  epochs: 100,
  solvedWhen: { points: 'train', lossBelow: 0.05 },
  stopWhenSolved: true,
};

/**
 * The same four where something tells the signs apart: biases that begin at 1, written as z + 1. With
 * small first weights nearly every pre-activation begins near 1.
 */
export const reflectionsBiased: Experiment = {
  ...reflections,
  id: 'reflections-biased',
  base: { ...reflections.base, initialization: 'normal', sigma: 0.1 },
  variants: {
    'ReLU(z + 1)': { activation: own('relu(z + 1)') },
    'ReLU(−z − 1)': { activation: own('relu(-z - 1)') },
    '−ReLU(z + 1)': { activation: own('-relu(z + 1)') },
    '−ReLU(−z − 1)': { activation: own('-relu(-z - 1)') },
  },
};

/** A sine curve of x₁ beside an x₂ that says nothing: who leaves x₂ aside? */
export const irrelevantInput: Experiment = {
  id: 'irrelevant-input',
  base: {
    dataset: 'sine',
    altered: { distraction: true },
    samples: 120,
    noise: 0.3,
    trainShare: 0.5,
    hidden: [16],
    activation: { id: 'relu' },
    initialization: 'he',
    loss: 'squared-error',
    optimizer: 'adam',
    learningRate: 0.01,
    batchSize: 20,
  },
  variants: {
    relu: {},
    'leaky-relu': { activation: { id: 'leaky-relu' } },
    tanh: { activation: { id: 'tanh' } },
    'relu-l1-0.01': { l1: 0.01 },
    'relu-l1-0.03': { l1: 0.03 },
  },
  seeds: seedsFrom(20),
  epochs: 600,
  solvedWhen: { points: 'test', lossBelow: 0.1 },
  weighLast: true,
  measure: 'lastWeight',
};

const deathRates = [0.1, 0.3, 1, 2, 3, 5];
const deathIds = ['relu', 'leaky-relu', 'elu', 'gelu'] as const;

/** What kills units: the learning rate, by function; keys such as `relu@3`. */
export const dying: Experiment = {
  id: 'dying',
  base: {
    dataset: 'circle',
    samples: 500,
    noise: 0,
    trainShare: 0.5,
    hidden: [32, 32],
    activation: { id: 'relu' },
    initialization: 'he',
    loss: 'binary-cross-entropy',
    learningRate: 0.1,
    batchSize: 10,
  },
  variants: Object.fromEntries(
    deathIds.flatMap((id) =>
      deathRates.map((learningRate) => [
        `${id}@${learningRate}`,
        { activation: { id }, learningRate },
      ]),
    ),
  ),
  seeds: seedsFrom(20),
  epochs: 30,
  solvedWhen: { points: 'test', accuracyAtLeast: 0.95 },
  countDead: true,
};

const ids = ['sigmoid', 'tanh', 'relu', 'leaky-relu', 'gelu'] as const;
const each = Object.fromEntries(
  ids.map((id: ElementwiseId) => [id, { activation: { id } }] as const),
);

/** Forty noisy points, learned by heart whatever the activation. */
export const overFitting: Experiment = {
  id: 'over-fitting',
  base: {
    dataset: 'moons',
    // As many for the test as the generator allows with forty to train on.
    samples: 1040,
    noise: 1.2,
    trainShare: 40 / 1040,
    hidden: [32],
    activation: { id: 'relu' },
    initialization: 'he',
    loss: 'binary-cross-entropy',
    optimizer: 'adam',
    learningRate: 0.01,
    batchSize: 40,
  },
  variants: each,
  seeds: seedsFrom(20),
  epochs: 1500,
  solvedWhen: { points: 'train', accuracyAtLeast: 1 },
  measure: 'testLoss',
};
