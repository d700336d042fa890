import { describe, expect, test } from 'vitest';
import { deadPath, lastEpoch, stripRows } from './inside-dead.ts';
import { decadesOf, depthPath, depthY, dotsPath, zerosPath } from './inside-depth.ts';
import { flatPath, histogramPath, quantile } from './inside-histogram.ts';

const histogram = (counts: number[], more = {}) => ({
  from: -2,
  to: 2,
  counts: Uint32Array.from(counts),
  below: 0,
  above: 0,
  notFinite: 0,
  ...more,
});

describe('a histogram', () => {
  test('is full where all numbers are in one bin', () => {
    expect(histogramPath(histogram([0, 9, 0, 0]))).toBe('M0 100H25V0H50V100H100V100Z');
  });

  test('leaves room for numbers outside', () => {
    expect(histogramPath(histogram([0, 1, 0, 0], { above: 3 }))).toContain('V50');
  });

  test('shades where the slope is small', () => {
    expect(flatPath((z) => (z < 0 ? 0 : 1), histogram([0, 0, 0, 0]), 0.05)).toBe('M0 0H50V100H0Z');
  });

  test('knows its quartiles to the width of a bin', () => {
    const four = histogram([2, 2, 2, 2]);
    expect([0.25, 0.5, 0.75].map((share) => quantile(four, share))).toEqual([-1, 0, 1]);
    expect(quantile(histogram([1, 0, 0, 0], { above: 9 }), 0.5)).toBe(2);
  });
});

describe('norms by depth', () => {
  test('decades hold all norms, at least three, and grow only', () => {
    expect(decadesOf([0.02, 0.5])).toEqual([-3, 0]);
    expect(decadesOf([1e-8, 5])).toEqual([-8, 1]);
    expect(decadesOf([0.5], [-8, 1])).toEqual([-8, 1]);
  });

  test('0 stands at the foot and is marked apart, what is not a number breaks the line', () => {
    const decades = [-3, 0] as const;
    expect(depthY(0, decades)).toBe(depthY(1e-3, decades));
    expect(zerosPath([0, 1], decades).match(/M/g)).toHaveLength(1);
    expect(dotsPath([0, 1], decades).match(/M/g)).toHaveLength(1);
    expect(depthPath([1, NaN, 1, 1], decades).match(/M/g)).toHaveLength(2);
  });

  test('nothing to see is no error', () => {
    expect(decadesOf([0, 0])).toEqual([-3, 0]);
  });
});

describe('strips of dead units', () => {
  const dead = {
    first: 0,
    epoch: 40,
    layers: [2, 3],
    spans: [
      { layer: 0, unit: 1, from: 10, to: 20 },
      { layer: 1, unit: 0, from: 30 },
    ],
  };

  test('go from the first look that found a unit dead to the one that did not, or to the last', () => {
    expect(deadPath(dead)).toBe('M200 1h200v1h-200zM600 2.6h200v1h-200z');
  });

  test('have an axis that stands still most of the time', () => {
    expect([0, 50, 51, 399].map(lastEpoch)).toEqual([50, 50, 100, 400]);
    expect(stripRows([2, 3])).toEqual({ tops: [0, 2.6], rows: 5.6 });
  });
});
