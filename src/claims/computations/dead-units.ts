/** Units that a step has silenced, and what becomes of them. */
import type { ActivationRef } from '#nn/kernels.ts';
import { createTrace, forward, type Network } from '#nn/network.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { startRun, type Run } from '#nn/train.ts';
import { mean, type Computation } from './computation.ts';

const seeds = Array.from({ length: 10 }, (_, k) => k + 1);
const base = {
  dataset: 'circle',
  samples: 400,
  noise: 0,
  trainShare: 0.5,
  activation: { id: 'relu' },
  hidden: [32, 32],
  initialization: 'he',
  loss: 'binary-cross-entropy',
  learningRate: 0.1,
  batchSize: 20,
} as const satisfies Partial<TrainingSetup>;

/** Of each unit of a hidden layer, whether its pre-activation is negative or 0 for every training point. */
function silent({ data: { train } }: Run, network: Network, layer: number): boolean[] {
  const trace = createTrace(network, train.count);
  forward(network, train.inputs, train.count, trace);
  const units = network.sizes[layer + 1]!;
  return Array.from({ length: units }, (_, u) =>
    trace.z[layer]!.subarray(u * train.count, (u + 1) * train.count).every((z) => z <= 0),
  );
}

const share = (flags: readonly boolean[]) => mean(flags.map(Number));

/** 2-32-32-1 on disc and ring, 30 epochs, 10 seeds: the share of units silent for every point, by learning rate. */
export const silenced: Computation = () => {
  const after = (rate: number, activation: ActivationRef, epochs: number) =>
    seeds.map((seed) => {
      const run = startRun(
        { ...base, activation, learningRate: rate, seed },
        { core: 'typescript' },
      );
      for (let epoch = 0; epoch < epochs; epoch++) run.epoch();
      return run;
    });
  const dead = (runs: readonly Run[], layer: number) =>
    mean(runs.map((run) => share(silent(run, run.network, layer))));
  const start = after(0.1, { id: 'relu' }, 0);
  return {
    'start.first': dead(start, 0),
    'start.second': dead(start, 1),
    ...Object.fromEntries(
      [0.1, 1, 3].flatMap((rate) => {
        const runs = after(rate, { id: 'relu' }, 30);
        return [
          [`${rate}.first`, dead(runs, 0)],
          [`${rate}.second`, dead(runs, 1)],
        ];
      }),
    ),
  };
};

/**
 * 2-16-1 networks, 10 seeds, in which 8 of the 16 first-layer units are pushed off all points by their
 * bias, until the largest pre-activation is −1; then 200 epochs at rate 0.1. How many come back, and
 * how far their biases have moved at most.
 */
export const revival: Computation = () => {
  const forced = 8;
  const kinds: Readonly<Record<string, ActivationRef>> = {
    relu: { id: 'relu' },
    'leaky-0.01': { id: 'leaky-relu', parameters: { alpha: 0.01 } },
    'leaky-0.2': { id: 'leaky-relu', parameters: { alpha: 0.2 } },
    elu: { id: 'elu' },
  };
  return {
    units: forced * seeds.length,
    ...Object.fromEntries(
      Object.entries(kinds).flatMap(([kind, activation]) => {
        const found = seeds.map((seed) => {
          const setup = { ...base, activation, hidden: [16], seed };
          const fresh = startRun(setup, { core: 'typescript' });
          const { train } = fresh.data;
          const trace = createTrace(fresh.network, train.count);
          forward(fresh.network, train.inputs, train.count, trace);
          const parameters = Float64Array.from(fresh.network.parameters);
          const biasesAt = 2 * 16;
          for (let u = 0; u < forced; u++) {
            const z = trace.z[0]!.subarray(u * train.count, (u + 1) * train.count);
            parameters[biasesAt + u]! -= Math.max(...z) + 1;
          }
          const run = startRun(setup, { core: 'typescript', parameters });
          for (let epoch = 0; epoch < 200; epoch++) run.epoch();
          const now = run.network.parameters;
          const moved = Array.from({ length: forced }, (_, u) =>
            Math.abs(now[biasesAt + u]! - parameters[biasesAt + u]!),
          );
          return {
            back: silent(run, run.network, 0)
              .slice(0, forced)
              .filter((off) => !off).length,
            moved: Math.max(...moved),
          };
        });
        return [
          [`${kind}.back`, found.reduce((sum, { back }) => sum + back, 0)],
          [`${kind}.moved`, Math.max(...found.map(({ moved }) => moved))],
        ];
      }),
    ),
  };
};
