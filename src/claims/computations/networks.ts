/** Networks that are looked at rather than timed: seeded, small, and the same at every build. */
import type { ElementwiseId } from '#activations/index.ts';
import { typicalSignal } from '#depth/signal.ts';
import { initialize } from '#nn/initialization.ts';
import type { ActivationRef } from '#nn/kernels.ts';
import { countParameters } from '#nn/layers.ts';
import { applyAffine } from '#nn/products.ts';
import { collapse, type Affine } from '#nn/linear.ts';
import { createNetwork, createTrace, forward } from '#nn/network.ts';
import { mulberry32, normal, stream } from '#nn/random.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { drawSplit } from '#nn/split.ts';
import { startRun } from '#nn/train.ts';
import { mean, type Computation } from './computation.ts';

const seeds = Array.from({ length: 20 }, (_, k) => k + 1);

/** An identity network 5-32-32-32-3 and the one map that it is, over 1000 inputs (seed 1). */
export const oneMap: Computation = () => {
  const sizes = [5, 32, 32, 32, 3];
  const network = createNetwork(
    sizes,
    Array.from({ length: 3 }, (): ActivationRef => ({ id: 'identity' })),
  );
  initialize(network.layers, 'lecun', stream(1, 'weights'));
  const random = stream(1, 'data');
  for (const { biases } of network.layers) biases.forEach((_, k) => (biases[k] = normal(random)));
  const inputs = Float64Array.from({ length: 5000 }, () => normal(random));
  const deep = forward(network, inputs, 1000, createTrace(network, 1000));
  const one = collapse(network.layers as readonly Affine[] as [Affine, ...Affine[]]);
  const flat = new Float64Array(3000);
  applyAffine(one, inputs, 1000, flat);
  return {
    parameters: network.parameters.length,
    collapsed: one.weights.length + one.biases.length,
    largest: Math.max(...deep.map((y, k) => Math.abs(y - flat[k]!))),
  };
};

/** Parameters of 2-16-16-1 with ReLU, and with a slope for each layer and for each unit. */
export const parameterCounts: Computation = () => {
  const count = (id: ElementwiseId) =>
    countParameters({
      sizes: [2, 16, 16, 1],
      activations: [{ id }, { id }],
      normalization: 'none',
    });
  return {
    relu: count('relu'),
    tanh: count('tanh'),
    'prelu.layer': count('prelu'),
    'prelu.unit': count('relu') + 32,
  };
};

const trained = {
  dataset: 'circle',
  samples: 400,
  noise: 0,
  trainShare: 0.5,
  hidden: [16, 16],
  initialization: 'he',
  loss: 'binary-cross-entropy',
  learningRate: 0.1,
  batchSize: 20,
} as const satisfies Partial<TrainingSetup>;

/** 2-16-16-1 on disc and ring, 20 seeds, 40 epochs: exact zeros among parameters and among activations. */
export const zeros: Computation = () =>
  Object.fromEntries(
    (['relu', 'leaky-relu', 'tanh'] as const).flatMap((id) => {
      const found = seeds.map((seed) => {
        const run = startRun({ ...trained, activation: { id }, seed }, { core: 'typescript' });
        for (let epoch = 0; epoch < 40; epoch++) run.epoch();
        const { inputs, count } = run.data.train;
        const trace = createTrace(run.network, count);
        forward(run.network, inputs, count, trace);
        const share = (values: ArrayLike<number>) =>
          mean(Array.from(values, (v) => (v === 0 ? 1 : 0)));
        const hidden = trace.h.slice(1).flatMap((h) => Array.from(h));
        const weights = run.network.layers.flatMap((layer) => Array.from(layer.weights));
        return { weights: weights.filter((w) => w === 0).length, activations: share(hidden) };
      });
      return [
        [`${id}.weights`, Math.max(...found.map(({ weights }) => weights))],
        [`${id}.activations`, mean(found.map(({ activations }) => activations))],
      ];
    }),
  );

/**
 * First layers of 100 units with He's weights and biases 0, on 200 inputs: the share of negative
 * pre-activations, and of units that are negative for every input. Inputs uniform on (0, 1), or on (−1, 1).
 */
export const positiveData: Computation = () => {
  const look = (dimensions: number, from: number) => {
    const shares = seeds.map((seed) => {
      const layer: Affine = {
        inputs: dimensions,
        outputs: 100,
        weights: new Float64Array(100 * dimensions),
        biases: new Float64Array(100),
      };
      initialize([layer], 'he', stream(seed, 'weights'));
      const random = stream(seed, 'data');
      const inputs = Float64Array.from(
        { length: dimensions * 200 },
        () => from + (1 - from) * random(),
      );
      const z = new Float64Array(100 * 200);
      applyAffine(layer, inputs, 200, z);
      const rows = Array.from({ length: 100 }, (_, u) => z.subarray(200 * u, 200 * (u + 1)));
      return [
        mean(Array.from(z, (v) => (v < 0 ? 1 : 0))),
        mean(rows.map((row) => (row.every((v) => v < 0) ? 1 : 0))),
      ] as const;
    });
    return { negative: mean(shares.map(([n]) => n)), silent: mean(shares.map(([, s]) => s)) };
  };
  return Object.fromEntries(
    [2, 10, 100].flatMap((d) => {
      const [positive, centred] = [look(d, 0), look(d, -1)];
      return [
        [`positive.${d}.negative`, positive.negative],
        [`positive.${d}.silent`, positive.silent],
        [`centred.${d}.silent`, centred.silent],
      ];
    }),
  );
};

const own = (formula: string): ActivationRef => ({ id: 'own', formula });
const kinds: Readonly<Record<string, ActivationRef>> = {
  relu: { id: 'relu' },
  leaky: { id: 'leaky-relu' },
  // The mean of ReLU over a standard normal is 1/√(2π) = 0.3989.
  centred: own('relu(z) - 0.3989'),
  tanh: { id: 'tanh' },
};

/**
 * Untrained 2-32-32-1 networks with He's weights on disc and ring, 100 seeds: the share of units in each
 * hidden layer whose pre-activation is negative for every point, and how often a unit is awake.
 */
export const bornSilent: Computation = () =>
  Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, activation]) => {
      const found = Array.from({ length: 100 }, (_, k) => {
        const { train } = drawSplit({
          seed: k + 1,
          dataset: 'circle',
          samples: 400,
          noise: 0,
          trainShare: 0.5,
        });
        const network = createNetwork([2, 32, 32, 1], [activation, activation]);
        initialize(network.layers, 'he', stream(k + 1, 'weights'));
        const trace = createTrace(network, train.count);
        forward(network, train.inputs, train.count, trace);
        return [0, 1].map((l) => {
          const z = trace.z[l]!;
          const rows = Array.from({ length: 32 }, (_unit, u) =>
            z.subarray(u * train.count, (u + 1) * train.count),
          );
          return {
            silent: mean(rows.map((row) => (row.every((v) => v <= 0) ? 1 : 0))),
            awake: mean(Array.from(z, (v) => (v > 0 ? 1 : 0))),
          };
        });
      });
      const over = (layer: number, pick: 'silent' | 'awake') =>
        mean(found.map((one) => one[layer]![pick]));
      return [
        [`${kind}.first`, over(0, 'silent')],
        [`${kind}.second`, over(1, 'silent')],
        [`${kind}.awake`, over(0, 'awake')],
      ];
    }),
  );

/** The share of first-layer tanh units beyond ±0.99, disc and ring as it is divided by 6, and 100 times that; Xavier, 100 seeds. */
export const inputScale: Computation = () =>
  Object.fromEntries(
    [1, 100].map((factor) => {
      const shares = Array.from({ length: 100 }, (_, k) => {
        const { train } = drawSplit({
          seed: k + 1,
          dataset: 'circle',
          samples: 400,
          noise: 0,
          trainShare: 0.5,
        });
        const network = createNetwork([2, 16, 1], [{ id: 'tanh' }]);
        initialize(network.layers, 'xavier', stream(k + 1, 'weights'));
        const trace = createTrace(network, train.count);
        forward(
          network,
          train.inputs.map((x) => (x / 6) * factor),
          train.count,
          trace,
        );
        return mean(Array.from(trace.h[1]!, (h) => (Math.abs(h) > 0.99 ? 1 : 0)));
      });
      return [String(factor), mean(shares)];
    }),
  );

const gains = {
  third: Math.sqrt(1 / 3),
  half: 0.5,
  xavier: 1,
  he: Math.SQRT2,
  double: 2,
  four: 4,
  eight: 8,
} as const;

/**
 * Untrained stacks 64 units wide, as the depth meter of the chapters has them: the gradient at the inputs
 * as a multiple of that at the top, and the size of and the differences between activations at the top.
 */
export const depth: Computation = () => {
  const cases: readonly (readonly [ElementwiseId, keyof typeof gains, number])[] = [
    ['identity', 'xavier', 20],
    ['identity', 'xavier', 50],
    ['identity', 'he', 50],
    ['identity', 'half', 50],
    ...[5, 10, 20].flatMap((d) => [
      ['sigmoid', 'xavier', d] as const,
      ['sigmoid', 'four', d] as const,
    ]),
    ['tanh', 'xavier', 10],
    ['tanh', 'half', 10],
    ['tanh', 'xavier', 50],
    ['tanh', 'eight', 10],
    ['relu', 'he', 10],
    ['relu', 'he', 50],
    ['relu', 'xavier', 20],
    ['relu', 'third', 20],
    ['relu', 'double', 20],
    ['leaky-relu', 'he', 50],
  ];
  return Object.fromEntries(
    cases.flatMap(([activation, gain, layers]) => {
      const setup = { activation, depth: layers, gain: gains[gain], width: 64, examples: 16 };
      const signal = typicalSignal([1, 2, 3, 4, 5].map((seed) => ({ ...setup, seed })));
      const key = `${activation}.${gain}.${layers}`;
      return [
        [`${key}.gradient`, signal.gradient[0]!],
        [`${key}.size`, signal.size.at(-1)!],
        [`${key}.contrast`, signal.contrast.at(-1)!],
      ];
    }),
  );
};

/** ReLU before and after the largest of four, and after their mean, on 1000 random quadruples (seed 1). */
export const pooling: Computation = () => {
  const random = mulberry32(1);
  const four = Array.from({ length: 1000 }, () => Array.from({ length: 4 }, () => normal(random)));
  const relu = (z: number) => Math.max(0, z);
  const gap = (pool: (z: number[]) => number) =>
    Math.max(...four.map((z) => Math.abs(relu(pool(z)) - pool(z.map(relu)))));
  return {
    max: gap((z) => Math.max(...z)),
    mean: gap(mean),
    // All four must be negative for ReLU to give 0, one positive is enough for its negative to.
    'zero.relu': 0.5 ** 4,
    'zero.negative': 1 - 0.5 ** 4,
  };
};
