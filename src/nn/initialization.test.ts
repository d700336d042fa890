import { describe, expect, test } from 'vitest';
import {
  initializations,
  initialize,
  initializeRest,
  type Initialization,
  type InitializationId,
} from './initialization.ts';
import { layerViews } from './layers.ts';
import { createNetwork } from './network.ts';
import { mulberry32 } from './random.ts';

const shape = {
  sizes: [300, 100, 50],
  activations: [{ id: 'relu' }],
  normalization: 'none',
} as const;
const sigma = 0.3;

function drawn(id: InitializationId, seed = 1) {
  const parameters = new Float64Array(300 * 100 + 100 + 100 * 50 + 50);
  const layers = layerViews(shape, parameters);
  initialize(layers, id, mulberry32(seed), sigma);
  return { parameters, layers };
}

const variance = (weights: Float64Array) =>
  weights.reduce((sum, w) => sum + w * w, 0) / weights.length;

test.each([
  ['zeros', [0, 0]],
  ['normal', [sigma ** 2, sigma ** 2]],
  ['lecun', [1 / 300, 1 / 100]],
  ['xavier', [2 / 400, 2 / 150]],
  ['he', [2 / 300, 2 / 100]],
  ['uniform', [1 / 12, 1 / 12]],
] as const)('%s has its variance in every layer, as it says', (id, expected) => {
  const forms = [id, `${id}-uniform`].filter((form) => Object.hasOwn(initializations, form));
  for (const form of forms as InitializationId[]) {
    for (const [l, layer] of drawn(form).layers.entries()) {
      const { deviation }: Initialization = initializations[form];
      expect(deviation(layer, sigma) ** 2).toBeCloseTo(expected[l]!, 15);
      if (expected[l] === 0) expect(variance(layer.weights)).toBe(0);
      else expect(Math.abs(variance(layer.weights) / expected[l]! - 1)).toBeLessThan(0.07);
    }
  }
});

test('uniform forms are bounded by √3 σ, and reach it', () => {
  for (const id of ['lecun-uniform', 'xavier-uniform', 'he-uniform'] as const) {
    const layer = drawn(id).layers[0]!;
    const largest = Math.max(...layer.weights.map(Math.abs));
    const bound = Math.sqrt(3) * initializations[id].deviation(layer);
    expect(largest).toBeLessThanOrEqual(bound);
    expect(largest).toBeGreaterThan(0.999 * bound);
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
    if (id !== 'zeros') expect(drawn(id).parameters).not.toEqual(drawn(id, 2).parameters);
  });
});

test('what is not a weight or a bias begins neutral, and where the setup says', () => {
  const network = createNetwork(
    [2, 2, 1, 1],
    [
      { id: 'prelu', parameters: { alpha: 0.4 } },
      { id: 'silu', learned: true },
    ],
    'batch',
  );
  initializeRest(network);
  const [first, second] = network.layers;
  expect(first!.normalization).toEqual({
    gain: Float64Array.of(1, 1),
    shift: Float64Array.of(0, 0),
    mean: Float64Array.of(0, 0),
    variance: Float64Array.of(1, 1),
  });
  expect([...first!.learned, ...second!.learned]).toEqual([0.4, 1]);
});
