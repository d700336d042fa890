import { describe, expect, test } from 'vitest';
import { binCount, histogram, reach, sidedHistogram, symmetricHistogram } from './histogram.ts';

const spread = (radius: number) =>
  Float64Array.from({ length: 2001 }, (_, k) => radius * (k / 1000 - 1));

test('every number is counted once, also those outside and those that are none', () => {
  const values = Float64Array.of(-9, -2, -1.99, 0, 0, 2, 2.001, Infinity, NaN);
  const { counts, below, above, notFinite } = histogram(values, values.length, [-2, 2]);
  expect([below, above, notFinite]).toEqual([1, 1, 2]);
  expect(counts.reduce((sum, count) => sum + count)).toBe(5);
  // Both ends belong to their bins, and 0 to the middle one.
  expect([counts[0], counts[(binCount - 1) / 2], counts[binCount - 1]]).toEqual([2, 2, 1]);
});

describe('reach', () => {
  test.each([
    [0.3, 0.5],
    [1, 1],
    [1.9, 2],
    [4, 5],
    [60, 100],
    [3e-7, 5e-7],
  ])('numbers up to %d need %d', (radius, limit) => {
    expect(reach(spread(radius), 2001)).toBe(limit);
  });

  test('a hundredth of the numbers may fall out', () => {
    const values = spread(1);
    values[0] = 1e6;
    expect(reach(values, values.length)).toBe(1);
  });

  test('it grows at once and shrinks late', () => {
    expect(reach(spread(2.2), 2001, 2)).toBe(5);
    expect(reach(spread(1.9), 2001, 5)).toBe(5);
    expect(reach(spread(0.9), 2001, 5)).toBe(2);
  });

  test.each([[0], [NaN], [Infinity]])('ends when all numbers are %d', (value) => {
    const same = new Float64Array(10).fill(value);
    expect(reach(same, 10, 5)).toBe(5);
  });
});

const ends = ({ from, to }: { from: number; to: number }) => [from, to];

test('a symmetric histogram has 0 in its middle', () => {
  expect(ends(symmetricHistogram(Float64Array.of(0, 1, 2), 3))).toEqual([-2, 2]);
});

describe('a sided histogram', () => {
  test.each([
    ['begins at 0 when nothing is negative', [0, 1, 2], [0, 2]],
    ['goes as far on each side as it needs', [-0.17, -0.1, 4, 9], [-0.2, 10]],
    ['ends at 0 when nothing is positive', [-3, 0], [-5, 0]],
    ['has a width even for nothing but 0', [0, 0], [0, 1]],
  ])('%s', (_, values, expected) => {
    expect(ends(sidedHistogram(Float64Array.from(values), values.length))).toEqual(expected);
  });

  test('keeps the place of a side that is empty for a while', () => {
    const before = sidedHistogram(Float64Array.of(-1, 2), 2);
    expect(ends(sidedHistogram(Float64Array.of(0, 2), 2, before))).toEqual([-1, 2]);
  });
});
