/** Gradients of a small network, written out by hand. */
import { normal, stream, type Random } from '#nn/random.ts';
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
