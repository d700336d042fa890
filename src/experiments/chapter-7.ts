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

const inputBase = {
  dataset: 'circle',
  samples: 200,
  noise: 0,
  trainShare: 0.5,
  hidden: [16, 16],
  activation: { id: 'tanh' },
  initialization: 'xavier',
  loss: 'binary-cross-entropy',
  learningRate: 0.1,
  batchSize: 20,
} as const satisfies Partial<Settings>;

/** Coordinates between −1 and 1, and a hundred times as large. */
const scales = { '±1': 0.2, '±100': 20 } as const;
const scaled = { tanh: 'tanh', ReLU: 'relu', GELU: 'gelu' } as const;

/** For each function and scale a setting for every name in `settings`; keys such as `ReLU, ±100@0.1`. */
const byScale = (settings: (scale: keyof typeof scales) => Record<string, Partial<Settings>>) =>
  Object.fromEntries(
    Object.entries(scaled).flatMap(([name, id]) =>
      (Object.keys(scales) as (keyof typeof scales)[]).flatMap((scale) =>
        Object.entries(settings(scale)).map(([ending, setting]) => [
          `${name}, ${scale}${ending}`,
          { activation: { id }, altered: { scale: scales[scale] }, ...setting },
        ]),
      ),
    ),
  );

/** Must the activation suit the data, or the data the network? */
export const inputScaleRates: Experiment = {
  id: 'input-scale-rates',
  base: inputBase,
  variants: byScale(() =>
    Object.fromEntries(
      [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3].map((learningRate) => [
        `@${learningRate}`,
        { learningRate },
      ]),
    ),
  ),
  seeds: seedsFrom(20),
  epochs: 100,
  solvedWhen: { points: 'test', accuracyAtLeast: 0.98 },
};

/** The same at one rate for each scale that suits it, and with Adam where the data are badly scaled. */
export const inputScale: Experiment = {
  ...inputScaleRates,
  id: 'input-scale',
  variants: byScale((scale): Record<string, Partial<Settings>> =>
    scale === '±1'
      ? { '': { learningRate: 1 } }
      : { '': { learningRate: 0.1 }, ', Adam': { optimizer: 'adam', learningRate: 0.01 } },
  ),
  measure: 'testAccuracy',
};
