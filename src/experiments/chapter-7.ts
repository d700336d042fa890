/** The trial of chapter 7: the Playground's network, four activations, several data sets, many seeds. */
import type { ElementwiseId } from '#activations/index.ts';
import type { DatasetId } from '#nn/datasets.ts';
import { seedsFrom, type Experiment, type Settings } from './experiment.ts';

const ids = ['identity', 'sigmoid', 'tanh', 'relu'] as const;
const each = Object.fromEntries(
  ids.map((id: ElementwiseId) => [id, { activation: { id } }] as const),
);

const playground = {
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
} as const satisfies Partial<Settings>;

const trialOn = (dataset: DatasetId, settings: Partial<Settings> = {}): Experiment => ({
  id: `playground-${dataset}`,
  base: { ...playground, dataset, ...settings },
  variants: each,
  seeds: seedsFrom(100),
  epochs: 600,
  solvedWhen: { points: 'train', lossBelow: 0.02 },
  stopWhenSolved: true,
});

export const playgroundTrials: readonly Experiment[] = [
  trialOn('circle'),
  trialOn('xor'),
  trialOn('gaussians'),
  trialOn('moons'),
];

/** A smooth curve of one number: the default for images is no default here. */
export const smoothCurve: Experiment = {
  id: 'smooth-curve',
  base: {
    dataset: 'sine',
    samples: 200,
    noise: 0,
    trainShare: 0.5,
    hidden: [8],
    activation: { id: 'tanh' },
    initialization: 'xavier',
    loss: 'squared-error',
    optimizer: 'adam',
    learningRate: 0.01,
    batchSize: 20,
  },
  variants: Object.fromEntries(
    (['relu', 'leaky-relu', 'sigmoid', 'tanh', 'gelu', 'silu', 'sine'] as const).map(
      (id: ElementwiseId) => [id, { activation: { id } }] as const,
    ),
  ),
  seeds: seedsFrom(20),
  epochs: 500,
  solvedWhen: { points: 'test', lossBelow: 0.001 },
  measure: 'testLoss',
};
