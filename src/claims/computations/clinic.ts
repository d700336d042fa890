/** Gradients of a small network written out by hand, and what becomes of units that a step has silenced. */
import type { ActivationRef } from '#nn/kernels.ts';
import { createTrace, forward, type Network } from '#nn/network.ts';
import { normal, stream, type Random } from '#nn/random.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { startRun, type Run } from '#nn/train.ts';
import { mean, type Computation } from './computation.ts';

type Matrix = readonly (readonly number[])[];
const draw = (random: Random, rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => normal(random)));
const product = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
const transposed = (a: Matrix): number[][] => a[0]!.map((_, j) => a.map((row) => row[j]!));
const columnSums = (a: Matrix): number[] =>
  a[0]!.map((_, j) => a.reduce((sum, row) => sum + row[j]!, 0));

interface Weights {
  first: number[][];
  firstBias: number[];
  second: number[][];
  secondBias: number[];
}

/** H = tanh(XW₁ + b₁), Ŷ = HW₂ + b₂, the mean squared error, and its gradient as claim C26 states it. */
function pass(x: Matrix, y: readonly number[], { first, firstBias, second, secondBias }: Weights) {
  const h = product(x, first).map((row) => row.map((value, j) => Math.tanh(value + firstBias[j]!)));
  const predicted = product(h, second).map((row) => row[0]! + secondBias[0]!);
  const error = predicted.map((value, i) => value - y[i]!);
  const g = error.map((value) => [(2 * value) / y.length]);
  const d = product(g, transposed(second)).map((row, i) =>
    row.map((value, j) => value * (1 - h[i]![j]! ** 2)),
  );
  return {
    loss: mean(error.map((value) => value ** 2)),
    gradient: {
      first: product(transposed(x), d),
      firstBias: columnSums(d),
      second: product(transposed(h), g),
      secondBias: columnSums(g),
    },
  };
}

/** Every number of the weights, as places that can be read and written. */
const entries = (weights: Weights) => [
  ...[...weights.first, ...weights.second].flatMap((row) => row.map((_, j) => ({ row, j }))),
  ...[weights.firstBias, weights.secondBias].flatMap((row) => row.map((_, j) => ({ row, j }))),
];

/** 100 points, 10 hidden units, targets x₁x₂ (seed 1): the gradient against central differences, and 500 steps of it. */
export const repairedLoop: Computation = () => {
  const random = stream(1, 'weights');
  const x = draw(stream(1, 'data'), 100, 2);
  const y = x.map(([a, b]) => a! * b!);
  const weights: Weights = {
    first: draw(random, 2, 10),
    firstBias: Array.from({ length: 10 }, () => 0),
    second: draw(random, 10, 1),
    secondBias: [0],
  };
  const start = pass(x, y, weights);
  const slopes = entries(start.gradient).map(({ row, j }) => row[j]!);
  const step = 1e-5;
  const numeric = entries(weights).map(({ row, j }) => {
    const value = row[j]!;
    const [right, left] = [value + step, value - step].map((moved) => {
      row[j] = moved;
      return pass(x, y, weights).loss;
    });
    row[j] = value;
    return (right! - left!) / (2 * step);
  });
  const size = (v: readonly number[]) => Math.hypot(...v);
  const error = size(slopes.map((slope, k) => slope - numeric[k]!)) / size(numeric);
  for (let n = 0; n < 500; n++) {
    const { gradient } = pass(x, y, weights);
    const by = entries(gradient);
    entries(weights).forEach(({ row, j }, k) => (row[j]! -= 0.05 * by[k]!.row[by[k]!.j]!));
  }
  return { error, before: start.loss, after: pass(x, y, weights).loss, parameters: numeric.length };
};

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
