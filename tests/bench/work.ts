/** The work that is timed: the networks, and the points they are trained on. */
import type { ActivationRef } from '../../src/nn/kernels.ts';
import { shuffle, stream } from '../../src/nn/random.ts';
import { drawSplit } from '../../src/nn/split.ts';
import type { TrainingSetup } from '../../src/nn/setup.ts';

/** A dense network of one hidden activation, on two inputs and one output, with squared error. */
export interface Work {
  readonly name: string;
  readonly hidden: readonly number[];
  readonly activation: 'tanh' | 'sigmoid' | 'relu';
  readonly batchSize: number;
  /** How much faster than a peer the SIMD core has to be. */
  readonly targets: Readonly<Record<string, number>>;
}

export const works: readonly Work[] = [
  {
    name: 'W1: 2-[4, 2]-1 tanh, batch 10',
    hidden: [4, 2],
    activation: 'tanh',
    batchSize: 10,
    targets: { ConvNetJS: 65, 'TensorFlow.js cpu': 1200 },
  },
  {
    name: 'W2: 2-[8 × 6]-1 sigmoid, batch 10',
    hidden: [8, 8, 8, 8, 8, 8],
    activation: 'sigmoid',
    batchSize: 10,
    targets: { ConvNetJS: 25 },
  },
  {
    name: 'W2: 2-[8 × 6]-1 ReLU, batch 10',
    hidden: [8, 8, 8, 8, 8, 8],
    activation: 'relu',
    batchSize: 10,
    targets: { ConvNetJS: 25 },
  },
  {
    name: 'W3: 2-[16, 16]-1 tanh, batch 32',
    hidden: [16, 16],
    activation: 'tanh',
    batchSize: 32,
    targets: { ConvNetJS: 50 },
  },
];

export const learningRate = 0.03;

/** The book's own form of it. */
export const setupOf = ({ hidden, activation, batchSize }: Work): TrainingSetup => ({
  seed: 1,
  dataset: 'circle',
  samples: 500,
  noise: 0,
  trainShare: 0.5,
  hidden,
  activation: { id: activation } satisfies ActivationRef,
  initialization: 'xavier',
  loss: 'squared-error',
  output: 'tanh',
  learningRate,
  batchSize,
});

/** One training point as the peers take it: two coordinates, and −1 or 1. */
export interface Example {
  readonly input: [number, number];
  readonly target: number;
}

export function examples(work: Work): Example[] {
  const { inputs, targets, count } = drawSplit(setupOf(work)).train;
  return Array.from({ length: count }, (_, k) => ({
    input: [inputs[k]!, inputs[count + k]!],
    target: targets[k] === 1 ? 1 : -1,
  }));
}

/** Gives the same things in another order each time, as a run does it. */
export function shuffling<T>(things: readonly T[]): () => T[] {
  const order = Uint32Array.from(things.keys());
  const random = stream(1, 'shuffling');
  const mixed = [...things];
  return () => {
    shuffle(order, random);
    for (let k = 0; k < order.length; k++) mixed[k] = things[order[k]!]!;
    return mixed;
  };
}

/** The centres of the cells of a square grid over the data, [coordinate][point]. */
export function grid(side: number): Float64Array {
  const points = new Float64Array(2 * side * side);
  const centre = (cell: number) => ((cell + 0.5) / side) * 12 - 6;
  for (let k = 0; k < side * side; k++) {
    points[k] = centre(k % side);
    points[side * side + k] = centre(Math.floor(k / side));
  }
  return points;
}
