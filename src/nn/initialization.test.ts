import { describe, expect, test } from 'vitest';
import { initializations, initialize, type InitializationId } from './initialization.ts';
import { layerViews } from './network.ts';
import { mulberry32 } from './random.ts';

const sizes = [300, 100, 50];

function drawn(id: InitializationId, seed = 1) {
  const parameters = new Float64Array(300 * 100 + 100 + 100 * 50 + 50);
  const layers = layerViews(sizes, parameters);
  initialize(layers, id, mulberry32(seed));
  return { parameters, layers };
}

const variance = (weights: Float64Array) =>
  weights.reduce((sum, w) => sum + w * w, 0) / weights.length;

test.each([
  ['xavier', [2 / 400, 2 / 150]],
  ['he', [2 / 300, 2 / 100]],
  ['uniform', [1 / 12, 1 / 12]],
] as const)('%s has its variance in every layer', (id, expected) => {
  for (const [l, { weights }] of drawn(id).layers.entries()) {
    expect(variance(weights) / expected[l]!).toBeGreaterThan(0.93);
    expect(variance(weights) / expected[l]!).toBeLessThan(1.07);
  }
});

test('uniform keeps within ½', () => {
  const { weights } = drawn('uniform').layers[0]!;
  expect(Math.max(...weights)).toBeLessThan(0.5);
  expect(Math.min(...weights)).toBeGreaterThanOrEqual(-0.5);
  expect(Math.max(...weights)).toBeGreaterThan(0.49);
});

describe.each(Object.keys(initializations) as InitializationId[])('%s', (id) => {
  test('sets every bias', () => {
    for (const { biases } of drawn(id).layers) {
      expect(new Set(biases)).toEqual(new Set([initializations[id].bias]));
    }
  });

  test('follows from its seed', () => {
    expect(drawn(id).parameters).toEqual(drawn(id).parameters);
    expect(drawn(id).parameters).not.toEqual(drawn(id, 2).parameters);
  });
});
