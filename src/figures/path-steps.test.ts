import { expect, test } from 'vitest';
import { shortened, step } from './path-steps.ts';

test('numbers are as short as SVG lets them be', () => {
  expect(step(15, -3)).toBe('1.5-.3');
  expect(step(0, 20)).toBe('0 2');
  expect(step(-4, 5)).toBe('-.4 .5');
});

test('lines go by steps between rounded places, so that rounding does not add up', () => {
  expect(shortened('M10.04,20L10.08,19.96L10.12,30M0,0L5,5')).toBe('m10 20l.1 0 0 10m-10.1-30l5 5');
});

test('other paths are only rounded', () => {
  expect(shortened('M0,0.123L5,5Z')).toBe('M0,0.1L5,5Z');
});
