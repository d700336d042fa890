/**
 * Networks to try: some that work, some that fail in a telling way. What is said of each
 * (`lab.preset.<id>` in the messages) holds for many seeds: `presets.test.ts` trains them.
 */
import type { TrainingSetup } from '#nn/setup.ts';
import { labSetup } from './state.ts';

export interface Preset {
  /** Stable, in messages: `lab.preset.<id>.title` and `.why`. */
  readonly id: string;
  readonly kind: 'works' | 'fails';
  readonly setup: TrainingSetup;
  /** Views that show it best. */
  readonly views?: readonly string[];
}

const six = [8, 8, 8, 8, 8, 8];
const preset = (
  kind: Preset['kind'],
  id: string,
  changes: Partial<TrainingSetup>,
  views?: readonly string[],
): Preset => ({ id, kind, setup: { ...labSetup, noise: 0, ...changes }, ...(views && { views }) });

export const presets: readonly Preset[] = [
  preset('works', 'he-relu', { hidden: six, learningRate: 0.03 }, ['gradients']),
  preset(
    'works',
    'tanh-xavier',
    { hidden: six, activation: { id: 'tanh' }, initialization: 'xavier', learningRate: 0.03 },
    ['histograms'],
  ),
  preset(
    'works',
    'batch-norm-sigmoid',
    {
      hidden: six,
      activation: { id: 'sigmoid' },
      initialization: 'xavier',
      normalization: 'batch',
      learningRate: 0.1,
    },
    ['gradients'],
  ),
  preset('works', 'prelu', { hidden: [8, 8], activation: { id: 'prelu' }, dataset: 'xor' }),
  preset('works', 'own-formula', {
    dataset: 'moons',
    hidden: [8],
    activation: { id: 'own', formula: 'z * sigmoid(1.7 z)' },
  }),
  preset('works', 'adam-spiral', {
    dataset: 'spiral',
    hidden: [16, 16],
    activation: { id: 'tanh' },
    initialization: 'xavier',
    optimizer: 'adam',
    learningRate: 0.01,
  }),
  preset('works', 'three-arms', {
    dataset: 'three-arms',
    hidden: [16],
    activation: { id: 'silu' },
    loss: 'cross-entropy',
  }),
  preset('works', 'sine', {
    dataset: 'sine',
    noise: 0.1,
    hidden: [16],
    activation: { id: 'tanh' },
    initialization: 'xavier',
    loss: 'squared-error',
    optimizer: 'adam',
    learningRate: 0.03,
  }),
  preset('fails', 'linear', { hidden: [8, 8], activation: { id: 'identity' } }),
  preset('fails', 'zeros', { initialization: 'zeros', hidden: [8] }, ['network']),
  preset('fails', 'dying-relu', { hidden: [8, 8], learningRate: 3 }, ['dead']),
  preset(
    'fails',
    'sigmoid-depth',
    { hidden: six, activation: { id: 'sigmoid' }, initialization: 'xavier' },
    ['gradients'],
  ),
  preset('fails', 'squared-sigmoid', {
    dataset: 'gaussians',
    hidden: [],
    initialization: 'normal',
    sigma: 10,
    seed: 4,
    loss: 'squared-error',
    output: 'sigmoid',
    learningRate: 0.03,
  }),
  preset('fails', 'too-fast', {
    hidden: [8],
    activation: { id: 'identity' },
    loss: 'squared-error',
    learningRate: 1,
  }),
  preset('fails', 'overfitting', {
    dataset: 'moons',
    samples: 40,
    noise: 1.5,
    hidden: [32, 32],
    optimizer: 'adam',
    learningRate: 0.01,
  }),
];
