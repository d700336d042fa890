import { describe, expect, test } from 'vitest';
import { initialize } from './initialization.ts';
import { collapse, compose, parameterCount, type Affine } from './linear.ts';
import { countParameters } from './layers.ts';
import { createNetwork, createTrace, forward, type Network } from './network.ts';
import { applyAffine } from './products.ts';
import { mulberry32, normal } from './random.ts';

/** y = Wx + b with W given by its rows. */
const map = (rows: number[][], biases: number[]): Affine => ({
  inputs: rows[0]!.length,
  outputs: rows.length,
  weights: Float64Array.from(rows.flat()),
  biases: Float64Array.from(biases),
});

const apply = (affine: Affine, x: number[]) => {
  const y = new Float64Array(affine.outputs);
  applyAffine(affine, Float64Array.from(x), 1, y);
  return [...y];
};

const collapseAll = ({ layers: [bottom, ...others] }: Network) => collapse([bottom!, ...others]);

const first = map(
  [
    [1, 2],
    [3, 4],
    [5, 6],
  ],
  [1, 0, -1],
);
const second = map([[1, -1, 2]], [10]);

describe('an affine map', () => {
  test('is Wx + b', () => {
    expect(apply(first, [1, -1])).toEqual([0, -1, -2]);
  });

  test('works on a batch as on each example', () => {
    const y = new Float64Array(6);
    applyAffine(first, Float64Array.of(1, 0, -1, 0), 2, y); // the columns (1, −1) and (0, 0)
    expect([...y]).toEqual([0, 1, -1, 0, -2, -1]);
  });
});

describe('two maps in turn', () => {
  test('are one: W = W₂W₁ and b = W₂b₁ + b₂', () => {
    expect(compose(first, second)).toEqual(map([[8, 10]], [9]));
  });

  test('do not fit in the other order', () => {
    expect(() => compose(second, first)).toThrow(RangeError);
  });

  test('cannot undo a bottleneck: the rank of 3-1-3 is 1', () => {
    const { weights } = compose(map([[1, 2, 3]], [0]), map([[1], [-2], [5]], [0, 0, 0]));
    expect([...weights]).toEqual([1, 2, 3, -2, -4, -6, 5, 10, 15]);
  });
});

test('a network of identity activations is its collapsed map, up to rounding', () => {
  const sizes = [5, 32, 32, 32, 3];
  const identity = { id: 'identity' } as const;
  const network = createNetwork(sizes, [identity, identity, identity]);
  const random = mulberry32(1);
  initialize(network.layers, 'xavier', random);
  for (const layer of network.layers)
    layer.biases.forEach((_, b, all) => (all[b] = normal(random)));
  const collapsed = collapseAll(network);

  const count = 1000;
  const x = Float64Array.from({ length: 5 * count }, () => normal(random));
  const deep = forward(network, x, count, createTrace(network, count));
  const flat = new Float64Array(3 * count);
  applyAffine(collapsed, x, count, flat);
  const largest = Math.max(...deep.map((y, k) => Math.abs(y - flat[k]!)));
  expect(largest).toBeLessThan(1e-13);
  expect(Math.max(...flat) - Math.min(...flat)).toBeGreaterThan(1);

  expect(countParameters(network)).toBe(2403);
  expect(network.parameters).toHaveLength(2403);
  expect(parameterCount(collapsed)).toBe(18);
});

test('one ReLU layer in between, and no affine map is the same', () => {
  const network = createNetwork([2, 2, 1], [{ id: 'relu' }]);
  // relu(a + b) − 2 relu(a + b − 1), which is exclusive or.
  network.parameters.set([1, 1, 1, 1, 0, -1, 1, -2, 0]);
  const corners = Float64Array.of(0, 0, 1, 1, 0, 1, 0, 1);
  expect([...forward(network, corners, 4, createTrace(network, 4))]).toEqual([0, 1, 1, 0]);
  const collapsed = collapseAll(network);
  expect(apply(collapsed, [0, 0])).toEqual([2]);
});
