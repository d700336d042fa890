import { expect, test } from 'vitest';
import { closed, openClosed, point, reals } from '#activations/sets.ts';
import { curveOf } from './curve.ts';
import { describeFacts, describePoint, describeSet, type Say } from './describe.ts';

const say: Say = (key, values) => [key, ...Object.values(values ?? {})].join(' ');

test('sets read as mathematicians write them', () => {
  expect(describeSet(reals)).toBe('(−∞, ∞)');
  expect(describeSet([closed(0, 1)])).toBe('[0, 1]');
  expect(describeSet([point(0), point(1)])).toBe('{0, 1}');
  expect(describeSet([openClosed(0, 0.5), point(1)])).toBe('(0, 0.5] ∪ {1}');
});

test('facts follow the parameters', () => {
  const range = (alpha: number) => describeFacts(curveOf('elu', { alpha }), say)[0]![1];
  expect(range(1)).toBe('(−1, ∞)');
  expect(range(2)).toBe('(−2, ∞)');
});

test('a point is spoken with its value and slope', () => {
  expect(describePoint([curveOf('relu')], 2, say)).toBe('value 2.00 ReLU 2.000 1.000');
});
