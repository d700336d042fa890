import { expect, test } from 'vitest';
import { build, bumps, handlePlaces, hinges, largestError, targets } from './hinges.ts';

const { wave } = targets;
const fitted = (kind: 'hinges' | 'bumps', units: number) =>
  build(kind, handlePlaces(kind, units).map(wave));

test('hinges pass through their values, with one unit for each piece', () => {
  const values = [0.3, -1, 0.5, 0.25];
  const { g, units } = hinges(values);
  expect(units).toHaveLength(3);
  values.forEach((value, k) => expect(g(k / 3)).toBeCloseTo(value, 12));
  expect(g(0.5)).toBeCloseTo(-0.25, 12);
});

test('one value is not a curve', () => expect(() => hinges([1])).toThrow(RangeError));

test('steep bumps reach their heights in their middles', () => {
  const { g, units } = bumps([1, -0.5], 200);
  expect(units).toHaveLength(4);
  expect(g(0.25)).toBeCloseTo(1, 9);
  expect(g(0.75)).toBeCloseTo(-0.5, 9);
});

// Linear interpolation: |error| ≤ h² max|f″| / 8 = (2π)² / (8 N²).
test.each([5, 10, 20, 40])('%d hinges follow the wave within the bound of interpolation', (n) => {
  const error = largestError(fitted('hinges', n).g, wave);
  expect(error).toBeLessThanOrEqual((2 * Math.PI) ** 2 / (8 * n * n));
  expect(largestError(fitted('hinges', 2 * n).g, wave) / error).toBeCloseTo(0.25, 1);
});

// Its corners lie between the knots, a third of a piece away from one: the error there falls as the width.
test.each([5, 10, 20, 40])('%d hinges on the zigzag: twice as many halve the error', (n) => {
  const error = (units: number) =>
    largestError(
      build('hinges', handlePlaces('hinges', units).map(targets.zigzag)).g,
      targets.zigzag,
    );
  expect(error(2 * n) / error(n)).toBeCloseTo(0.5, 1);
});

test('three pieces are the zigzag', () => {
  const { g } = build('hinges', handlePlaces('hinges', 3).map(targets.zigzag));
  expect(largestError(g, targets.zigzag)).toBeLessThan(1e-12);
});

// A step function through the middles is off by up to h/2 · max|f′|, plus the blur of the edges.
test.each(Object.entries(targets))(
  'twice as many bumps halve the error for the %s',
  (_, target) => {
    const error = (count: number) => {
      const { g } = build('bumps', handlePlaces('bumps', count).map(target));
      return largestError(g, target);
    };
    for (const count of [10, 20, 40]) {
      expect(error(2 * count) / error(count), `${count} bumps`).toBeGreaterThan(0.35);
      expect(error(2 * count) / error(count), `${count} bumps`).toBeLessThan(0.65);
    }
  },
);

test('targets keep to [−1, 1]', () => {
  for (const target of Object.values(targets)) {
    for (let x = 0; x <= 1; x += 1 / 64) expect(Math.abs(target(x))).toBeLessThanOrEqual(1);
  }
});
