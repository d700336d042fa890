import { expect, test } from 'vitest';
import { cut, sample, stretchesUnder } from './sample.ts';

test('the pen is lifted where the curve jumps', () => {
  const points = sample((x) => (x > 0 ? 1 : 0), [-1, 1], [0], 4);
  expect(points.map(([, y]) => y)).toEqual([0, 0, 0, NaN, 1, 1, 1]);
});

test('a jump outside the interval or at its edge changes nothing', () => {
  expect(sample((x) => x, [0, 1], [-2, 5], 2)).toEqual([
    [0, 0],
    [0.5, 0.5],
    [1, 1],
  ]);
});

test('a curve that leaves the frame ends exactly at its edge and comes back there', () => {
  const points = cut(
    [
      [0, 0],
      [1, 2],
      [2, 2],
      [3, 0],
    ],
    [0, 1],
  );
  expect(points).toEqual([
    [0, 0],
    [0.5, 1],
    [1, NaN],
    [2.5, 1],
    [3, 0],
  ]);
});

test('finds the flat stretches', () => {
  const points = sample((x) => x * x, [-1, 1], [], 200);
  const [[start, end] = [0, 0], ...rest] = stretchesUnder(points, 0.25);
  expect(rest).toEqual([]);
  expect(start).toBeCloseTo(-0.49, 10);
  expect(end).toBeCloseTo(0.49, 10);
});
