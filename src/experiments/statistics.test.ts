import { expect, test } from 'vitest';
import { quantile, summarize } from './statistics.ts';

test('quantiles interpolate as NumPy does', () => {
  // numpy.quantile([1, 2, 4, 8], [0, .25, .5, .75, 1])
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile([1, 2, 4, 8], share))).toEqual([
    1, 1.75, 3, 5, 8,
  ]);
  expect(quantile([3], 0.25)).toBe(3);
});

test('summarize sorts, and leaves the sample as it is', () => {
  const sample = [10, 9, 1];
  expect(summarize(sample)).toEqual({
    min: 1,
    lowerQuartile: 5,
    median: 9,
    upperQuartile: 9.5,
    max: 10,
  });
  expect(sample).toEqual([10, 9, 1]);
});

test('runs that never got there count: the median may be infinite', () => {
  expect(summarize([3, Infinity, Infinity]).median).toBe(Infinity);
  expect(summarize([3, 5, Infinity]).median).toBe(5);
  expect(summarize([3, Infinity]).median).toBe(Infinity);
});

test('no numbers, no summary', () => {
  expect(() => summarize([])).toThrow(RangeError);
  expect(() => summarize([1, Number.NaN])).toThrow(RangeError);
});
