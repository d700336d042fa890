import { expect, test } from 'vitest';
import { formatNumber, formatSetting } from './numbers.ts';

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

test('settings carry no needless zeros', () => {
  expect([0.1, -3, 0.001, 1 / 3].map(formatSetting)).toEqual(['0.1', '−3', '0.001', '0.333333']);
});
