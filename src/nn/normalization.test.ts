import { describe, expect, test } from 'vitest';
import {
  createNormalizationTrace,
  normalize,
  type Normalization,
  type NormalizationId,
} from './normalization.ts';
import { start } from './testing.ts';

const [units, count] = [3, 4];
// [unit][example]
const a = Float64Array.of(1, 2, 3, 6, 10, 10, 30, 10, -5, 0, 5, 8);

const layer = (): Normalization => ({
  gain: new Float64Array(units).fill(1),
  shift: new Float64Array(units),
});
const batch = (): Normalization & Required<Normalization> => ({
  ...layer(),
  mean: new Float64Array(units),
  variance: new Float64Array(units).fill(1),
});

function normalized(given: Normalization, training: boolean, examples = count): Float64Array {
  const z = a.slice(0, units * examples);
  const trace = createNormalizationTrace(units, count);
  normalize(given, z, { units, count: examples }, training, trace);
  return z;
}

const moments = (numbers: number[]) => {
  const mean = numbers.reduce((x, y) => x + y) / numbers.length;
  const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length;
  return { mean, variance };
};
const row = (z: Float64Array, u: number) => [...z.subarray(u * count, (u + 1) * count)];
const column = (z: Float64Array, k: number) =>
  Array.from({ length: units }, (_, u) => z[u * count + k]!);

test('layer: the units of every example have mean 0 and variance 1, training or not', () => {
  expect(normalized(layer(), true)).toEqual(normalized(layer(), false));
  for (let k = 0; k < count; k++) {
    const { mean, variance } = moments(column(normalized(layer(), false), k));
    expect(mean).toBeCloseTo(0, 14);
    expect(variance).toBeCloseTo(1, 5);
  }
});

test('batch: every unit has mean 0 and variance 1 over the mini-batch', () => {
  for (let u = 0; u < units; u++) {
    const { mean, variance } = moments(row(normalized(batch(), true), u));
    expect(mean).toBeCloseTo(0, 14);
    expect(variance).toBeCloseTo(1, 5);
  }
});

test('gain and shift stretch and move', () => {
  const given = { ...layer(), gain: Float64Array.of(2, 2, 2), shift: Float64Array.of(5, 5, 5) };
  const plain = normalized(layer(), false);
  normalized(given, false).forEach((z, k) => expect(z).toBeCloseTo(2 * plain[k]! + 5, 13));
});

describe('running averages', () => {
  test('move by a tenth towards each mini-batch, the variance towards its unbiased estimate', () => {
    const given = batch();
    normalized(given, true);
    const first = moments([1, 2, 3, 6]);
    expect(given.mean[0]).toBeCloseTo(0.1 * first.mean, 14);
    expect(given.variance[0]).toBeCloseTo(0.9 + (0.1 * first.variance * 4) / 3, 14);
  });

  test('are used when not training, and then stay', () => {
    const given = { ...batch(), mean: Float64Array.of(1, 10, 0) };
    const z = normalized(given, false);
    expect(row(z, 0).map((value) => Math.round(value * 1e4) / 1e4)).toEqual([0, 1, 2, 5]);
    expect(given.mean).toEqual(Float64Array.of(1, 10, 0));
  });

  test('stand in for a mini-batch of one example', () => {
    const given = batch();
    expect(normalized(given, true, 1)).toEqual(normalized(batch(), false, 1));
    expect(given).toEqual(batch());
  });
});

test.each(['layer', 'batch'] as const satisfies NormalizationId[])(
  '%s: looking does not change a run',
  (normalization) => {
    const begin = () => start({ dataset: 'xor', samples: 100, hidden: [4], normalization });
    const [watched, alone] = [begin(), begin()];
    for (let k = 0; k < 3; k++) {
      watched.epoch();
      watched.evaluate();
      watched.logits(Float64Array.of(1, 2));
      alone.epoch();
    }
    expect(watched.network.parameters).toEqual(alone.network.parameters);
  },
);
