import { expect, test } from 'vitest';
import { naiveCrossEntropy, naiveSoftmax, naiveTanh, pitfalls } from './naive.ts';

test('where nothing overflows, both forms agree', () => {
  expect(naiveSoftmax([0.2, 1.3, 3.75]).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  expect(naiveTanh(0.7)).toBeCloseTo(Math.tanh(0.7), 12);
  expect(naiveCrossEntropy(2, 0)).toBeCloseTo(Math.log1p(Math.exp(2)), 12);
});

test('every printed formula of the table fails, and every stable form gives finite numbers', () => {
  for (const { tex, naive, stable } of pitfalls()) {
    expect(
      naive.some((value) => !Number.isFinite(value)),
      tex,
    ).toBe(true);
    expect(stable.every(Number.isFinite), tex).toBe(true);
  }
});

test('the stable forms are right', () => {
  const [softmax, small, log, entropy, , plus] = pitfalls().map(({ stable }) => stable);
  // Only differences count: 0, 1, 2 and 1, 0.
  expect(softmax).toEqual(expect.arrayContaining([expect.closeTo(0.0900306, 6)]));
  expect(small![0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
  expect(log![1]).toBeCloseTo(-800, 9);
  expect(entropy![0]).toBeCloseTo(40, 12);
  expect(plus![0]).toBe(800);
});
