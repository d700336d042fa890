import { expect, test } from 'vitest';
import { markNumeric, readNumber } from './marking.ts';

test.each([
  ['18', 18],
  [' 0,5 ', 0.5],
  ['−3', -3],
  ['.25', 0.25],
  ['1e-3', 0.001],
  ['3/4', 0.75],
])('reads %s', (text, value) => expect(readNumber(text)).toBe(value));

test.each(['', 'ten', '1/0', '1/2/3', '1.2.3', '0x10', '1,000,000'])('refuses %s', (text) =>
  expect(readNumber(text)).toBeNaN(),
);

const key = { answer: 18, tolerance: 0, mistakes: [{ answer: 2403, feedback: 'uncollapsed' }] };

test('marks right, foreseen, unforeseen and unreadable answers apart', () => {
  expect(markNumeric('18', key)).toEqual({ outcome: 'right' });
  expect(markNumeric('2403', key)).toEqual({ outcome: 'wrong', feedback: 'uncollapsed' });
  expect(markNumeric('17', key)).toEqual({ outcome: 'wrong' });
  expect(markNumeric('many', key)).toEqual({ outcome: 'unreadable' });
});

test('accepts the tolerance and no more', () => {
  const half = { answer: 0.5, tolerance: 0.01, mistakes: [] };
  expect(markNumeric('0.51', half).outcome).toBe('right');
  expect(markNumeric('0.511', half).outcome).toBe('wrong');
});
