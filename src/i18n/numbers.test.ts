import { expect, test } from 'vitest';
import { formatCount, formatNumber, formatSetting, formatSize } from './numbers.ts';

test.each([
  [-1.2784, '−1.278'],
  [0, '0.000'],
  [-0, '0.000'],
  [4.2e-9, '4.2 · 10⁻⁹'],
  [-3e-5, '−3.0 · 10⁻⁵'],
  [1.5e12, '1.5 · 10¹²'],
  [Infinity, '∞'],
  [-Infinity, '−∞'],
  [NaN, '–'],
])('%d reads %s', (value, text) => expect(formatNumber(value)).toBe(text));

test.each([
  [0.484, '0.48'],
  [0.0683, '0.068'],
  [6.04e-4, '6.0 · 10⁻⁴'],
  [12.34, '12'],
  [1730, '1730'],
  [2.2e9, '2.2 · 10⁹'],
  [0, '0'],
])('a size of %d reads %s', (value, text) => expect(formatSize(value)).toBe(text));

test('half an epoch is not rounded away', () => {
  expect([3, 2.5, 43.25].map(formatCount)).toEqual(['3', '2.5', '43.3']);
});

test('settings carry no needless zeros', () => {
  expect([0.1, -3, 0.001, 1 / 3].map(formatSetting)).toEqual(['0.1', '−3', '0.001', '0.333333']);
});
