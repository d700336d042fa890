import { expect, test } from 'vitest';
import { verticalRange } from './curve-frames.ts';

const range = (id: string, x: [number, number] = [-6, 6]) =>
  verticalRange([{ id, parameters: {} }], x);

test('a picture holds the curve and its slope, and cuts what has no bound', () => {
  const [low, high] = range('tanh');
  expect(low).toBeLessThan(-1);
  expect(high).toBeGreaterThan(1);
  expect(range('relu')[1]).toBeCloseTo(4.4, 9);
});

test('a bound of the function is in the picture where the curve reaches it', () => {
  expect(range('relu6', [-6, 9])[1]).toBeGreaterThan(6.2);
});
