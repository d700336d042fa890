import { expect, test } from 'vitest';
import { closed, openClosed, point, reals } from '#activations/sets.ts';
import { curveOf } from './curve.ts';
import {
  describeExtremum,
  describeFacts,
  describePoint,
  describeSet,
  describeSlope,
  type Say,
} from './describe.ts';

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

test('what is rounded does not look exact, and what is exact does', () => {
  const facts = (id: string) => describeFacts(curveOf(id), say);
  expect(facts('gelu')[0]![1]).toBe('[−0.1700, ∞)');
  expect(facts('silu')[1]![1]).toBe('1.100 at 2.399');
  expect(facts('relu')[1]![1]).toBe('stretch 1');
  expect(describeExtremum({ value: 0.1 + 0.2, at: 2, attained: true }, say)).toBe('0.3 at 2');
});

test('at a break there is no slope, but what programs answer', () => {
  expect(describeSlope(curveOf('relu'), 0, say)).toBe('kink 0');
  expect(describeSlope(curveOf('prelu', { alpha: 0.25 }), 0, say)).toBe('kink 0.25');
  expect(describeSlope(curveOf('step'), 0, say)).toBe('jump 0');
});
