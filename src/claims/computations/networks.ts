/** Parameters counted, layers multiplied out, zeros looked for: seeded, and the same at every build. */
import type { ElementwiseId } from '#activations/index.ts';
import { initialize } from '#nn/initialization.ts';
import type { ActivationRef } from '#nn/kernels.ts';
import { countParameters } from '#nn/layers.ts';
import { applyAffine } from '#nn/products.ts';
import { collapse, type Affine } from '#nn/linear.ts';
import { createNetwork, createTrace, forward } from '#nn/network.ts';
import { normal, stream } from '#nn/random.ts';
import type { TrainingSetup } from '#nn/setup.ts';
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
