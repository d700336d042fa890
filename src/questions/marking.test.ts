import { expect, test } from 'vitest';
import {
  markMatch,
  markNumeric,
  markOrder,
  markPoint,
  markRun,
  ranks,
  readNumber,
} from './marking.ts';

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

test('of several matches each is marked, and the first wrong one is spoken of', () => {
  const match = {
    rows: [
      { goesWith: 0, feedback: 'first' },
      { goesWith: 1, feedback: 'second' },
    ],
    others: { 2: 'a stranger' },
  };
  expect(markMatch([0, undefined], match)).toEqual({ outcome: 'unreadable' });
  expect(markMatch([0, 1], match)).toEqual({ outcome: 'right', parts: [true, true] });
  expect(markMatch([0, 0], match)).toEqual({
    outcome: 'wrong',
    parts: [true, false],
    feedback: 'second',
  });
  expect(markMatch([2, 1], match).feedback).toBe('a stranger');
});

test('steps that are free may change places, others may not', () => {
  const steps = [{ free: false }, { free: false }, { free: true }, { free: false }];
  const order = {
    steps: ranks(steps).map((rank, i) => ({ rank, feedback: `step ${i}` })),
  };
  expect(markOrder([0, 1, 2, 3], order).outcome).toBe('right');
  expect(markOrder([0, 2, 1, 3], order).outcome).toBe('right');
  expect(markOrder([0, 3, 1, 2], order)).toEqual({
    outcome: 'wrong',
    parts: [true, false, true, false],
    feedback: 'step 3',
  });
});

test('a point is right in its interval, ends included, in the steps of a slider', () => {
  const point = {
    accept: [[0.1, 0.3]],
    mistakes: [{ at: [1, 2], feedback: 'foreseen' }],
    otherwise: 'elsewhere',
  } as const;
  expect(markPoint(0.1 + 0.2, point).outcome).toBe('right');
  expect(markPoint(1.5, point)).toEqual({ outcome: 'wrong', feedback: 'foreseen' });
  expect(markPoint(-1, point)).toEqual({ outcome: 'wrong', feedback: 'elsewhere' });
});

test('a prediction is marked against the record', () => {
  const options = [
    { from: 0, to: 9, feedback: 'few' },
    { from: 10, to: 20, feedback: 'many' },
  ];
  expect(markRun('1', { recorded: 18, options })).toEqual({ outcome: 'right', feedback: 'many' });
  expect(markRun('0', { recorded: 18, options })).toEqual({ outcome: 'wrong', feedback: 'few' });
  expect(markRun('', { recorded: 18, options }).outcome).toBe('unreadable');
  const typed = { recorded: 52, tolerance: 3, low: 'more', high: 'less' };
  expect(markRun('50 %', typed).outcome).toBe('right');
  expect(markRun('30', typed).feedback).toBe('more');
  expect(markRun('99', typed).feedback).toBe('less');
});
