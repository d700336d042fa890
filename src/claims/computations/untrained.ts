/** What first weights alone do: silent units, saturated units, and ReLU beside pooling. */
import { initialize, type InitializationId } from '#nn/initialization.ts';
import type { ActivationRef } from '#nn/kernels.ts';
import type { Affine } from '#nn/linear.ts';
import { createNetwork, createTrace, forward, type Network } from '#nn/network.ts';
import { applyAffine } from '#nn/products.ts';
import { mulberry32, normal, stream } from '#nn/random.ts';
import { drawSplit } from '#nn/split.ts';
import { mean, type Computation } from './computation.ts';

const seeds = Array.from({ length: 20 }, (_, k) => k + 1);

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

/** Disc and ring, `scale` times as large, through a network with its first weights. */
function firstPass(network: Network, method: InitializationId, seed: number, scale = 1) {
  const { train } = drawSplit({ seed, dataset: 'circle', samples: 400, noise: 0, trainShare: 0.5 });
  initialize(network.layers, method, stream(seed, 'weights'));
  const trace = createTrace(network, train.count);
  const inputs = train.inputs.map((x) => scale * x);
  forward(network, inputs, train.count, trace);
  return { trace, count: train.count };
}

/**
 * Untrained 2-32-32-1 networks with He's weights on disc and ring, 100 seeds: the share of units in each
 * hidden layer whose pre-activation is negative for every point, and how often a unit is awake.
 */
export const bornSilent: Computation = () =>
  Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, activation]) => {
      const found = Array.from({ length: 100 }, (_, k) => {
        const network = createNetwork([2, 32, 32, 1], [activation, activation]);
        const { trace, count } = firstPass(network, 'he', k + 1);
        return [0, 1].map((l) => {
          const z = trace.z[l]!;
          const rows = Array.from({ length: 32 }, (_unit, u) =>
            z.subarray(u * count, (u + 1) * count),
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

/** The share of first-layer tanh units beyond ±0.99, disc and ring times 0.2, and 100 times that; Xavier, 100 seeds. */
export const saturatedStart: Computation = () =>
  Object.fromEntries(
    [1, 100].map((factor) => {
      const shares = Array.from({ length: 100 }, (_, k) => {
        const network = createNetwork([2, 16, 1], [{ id: 'tanh' }]);
        const { trace } = firstPass(network, 'xavier', k + 1, 0.2 * factor);
        return mean(Array.from(trace.h[1]!, (h) => (Math.abs(h) > 0.99 ? 1 : 0)));
      });
      return [String(factor), mean(shares)];
    }),
  );

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
