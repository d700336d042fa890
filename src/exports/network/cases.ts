/** Setups that together use every option of a script; what the tests run. */
import { elementwise, type ElementwiseId } from '#activations/index.ts';
import type { TrainingSetup } from '#nn/setup.ts';

const base: TrainingSetup = {
  seed: 1,
  dataset: 'circle',
  samples: 60,
  noise: 0,
  trainShare: 0.6,
  hidden: [4, 2],
  activation: { id: 'tanh' },
  initialization: 'xavier',
  loss: 'binary-cross-entropy',
  learningRate: 0.05,
  batchSize: 8,
};

const own = (formula: string, parameters?: Record<string, number>) =>
  ({ id: 'own', formula, ...(parameters && { parameters }) }) as const;

export const cases: Readonly<Record<string, TrainingSetup>> = {
  'playground-default': {
    ...base,
    loss: 'squared-error',
    output: 'tanh',
    learningRate: 0.03,
    batchSize: 10,
  },
  'no-hidden-layer': { ...base, hidden: [], dataset: 'gaussians' },
  'momentum-penalties': {
    ...base,
    activation: [{ id: 'relu' }, { id: 'leaky-relu', parameters: { alpha: 0.1 } }],
    initialization: 'he',
    optimizer: 'momentum',
    momentum: 0.8,
    l1: 0.001,
    l2: 0.01,
  },
  'adam-batch-normalization': {
    ...base,
    dataset: 'three-arms',
    hidden: [5, 4],
    activation: [{ id: 'gelu' }, { id: 'mish' }],
    loss: 'cross-entropy',
    optimizer: 'adam',
    learningRate: 0.01,
    normalization: 'batch',
    // 36 training points: the last mini-batch has one example.
    batchSize: 7,
  },
  'layer-normalization': {
    ...base,
    dataset: 'moons',
    noise: 0.2,
    activation: [{ id: 'silu' }, { id: 'elu', parameters: { alpha: 0.8 } }],
    initialization: 'lecun',
    normalization: 'layer',
    l2: 0.001,
  },
  'learned-parameters': {
    ...base,
    dataset: 'xor',
    hidden: [4, 4, 3],
    activation: [
      { id: 'prelu' },
      { id: 'silu', learned: true, parameters: { beta: 1.5 } },
      { id: 'silu' },
    ],
    optimizer: 'adam',
    learningRate: 0.02,
  },
  'values-in-one-dimension': {
    ...base,
    dataset: 'sine',
    noise: 0.1,
    hidden: [6],
    activation: { id: 'snake', parameters: { a: 2 } },
    loss: 'squared-error',
    learningRate: 0.02,
    batchSize: 1,
  },
  'values-in-two-dimensions': {
    ...base,
    dataset: 'bowl',
    hidden: [5, 5],
    activation: [own('z * sigmoid(a z)', { a: 1.7 }), own('max(0, z)^2 / (1 + |z|)')],
    loss: 'squared-error',
    output: 'relu',
    learningRate: 0.001,
    optimizer: 'momentum',
  },
  'own-formulas': {
    ...base,
    hidden: [4, 4, 4, 3],
    activation: [
      own('if(z > 0, z, lambda * (exp(z) - 1))', { lambda: 0.7 }),
      own('z Phi(z) + sin(z)/10 - min(z, 2)/8'),
      own('arsinh(z) * sqrt(2/pi) + gelu(-z)'),
      // Beyond −1 the first case has no value.
      own('if(z > 0, ln(1 + z), z/4)'),
    ],
    initialization: 'he-uniform',
    learningRate: 0.02,
  },
  // Outputs and losses that do not belong together.
  'bounded-outputs': { ...base, output: 'tanh' },
  'classes-by-squares': {
    ...base,
    dataset: 'three-arms',
    loss: 'squared-error',
    output: 'softmax',
  },
  'classes-by-yes-and-no': { ...base, dataset: 'three-arms' },
  'sigmoids-in-cross-entropy': {
    ...base,
    loss: 'cross-entropy',
    output: 'sigmoid',
    normalization: 'batch',
    l1: 0.01,
  },
  'own-points': {
    ...base,
    dataset: 'own',
    own: {
      task: { kind: 'classes', classes: 2 },
      dimensions: 1,
      inputs: [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5],
      targets: [1, 1, 1, 0, 0, 0, 0, 1, 1, 1],
    },
    initialization: 'uniform',
    normalization: 'layer',
    batchSize: 4,
  },
  ...everyFunction(),
};

/** Networks in which every function of the registry has its layer. */
function everyFunction(): Record<string, TrainingSetup> {
  // Step lets no gradient through to the layers before it.
  const ids = elementwise.map(({ id }) => id as ElementwiseId).filter((id) => id !== 'step');
  const activations = (['step', ...ids] as const).map((id) => ({ id }));
  const groups = Array.from({ length: Math.ceil(activations.length / 4) }, (_, k) =>
    activations.slice(4 * k, 4 * k + 4),
  );
  return Object.fromEntries(
    groups.map((activation, k) => [
      `functions-${k + 1}`,
      {
        ...base,
        dataset: 'moons',
        hidden: activation.map(() => 4),
        activation,
        learningRate: 0.01,
      } satisfies TrainingSetup,
    ]),
  );
}
