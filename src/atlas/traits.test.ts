import { describe, expect, test } from 'vitest';
import { activations, getActivation } from '#activations/index.ts';
import type { Elementwise } from '#activations/types.ts';
import {
  atlasOrder,
  families,
  properties,
  traitsOf,
  valuesInUse,
  type Property,
} from './traits.ts';

const traits = (id: string) => traitsOf(getActivation(id) as Elementwise);

/** From the definitions, by hand: monotone, range, smoothness, zero-centred, near identity, saturation. */
test.each([
  ['identity', 'strictly', 'unbounded', 'smooth', 'yes', 'yes', 'no'],
  ['step', 'nonDecreasing', 'bounded', 'discontinuous', 'no', 'no', 'both'],
  ['sigmoid', 'strictly', 'bounded', 'smooth', 'no', 'no', 'both'],
  ['hard-tanh', 'nonDecreasing', 'bounded', 'c0', 'yes', 'yes', 'both'],
  ['softsign', 'strictly', 'bounded', 'c1', 'yes', 'yes', 'both'],
  ['relu', 'nonDecreasing', 'boundedBelow', 'c0', 'no', 'right', 'one'],
  ['leaky-relu', 'strictly', 'unbounded', 'c0', 'no', 'right', 'no'],
  ['elu', 'strictly', 'boundedBelow', 'c1', 'no', 'yes', 'one'],
  ['gelu', 'no', 'boundedBelow', 'smooth', 'no', 'no', 'one'],
  ['sine', 'no', 'bounded', 'smooth', 'yes', 'yes', 'no'],
])('%s', (id, monotone, range, smoothness, zeroCentred, nearIdentity, saturation) => {
  expect(traits(id)).toMatchObject({
    monotone,
    range,
    smoothness,
    zeroCentred,
    nearIdentity,
    saturation,
  });
});

test('a function with a slider has parameters', () => {
  expect(traits('silu').parameters).toBe('yes');
  expect(traits('relu').parameters).toBe('no');
});

test('the atlas holds every function once, its families together', () => {
  expect(atlasOrder.map(({ id }) => id).sort()).toEqual(Object.keys(activations).sort());
  const order = atlasOrder.map(({ family }) => families.indexOf(family));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

describe.each(Object.keys(properties) as Property[])('%s', (property) => {
  test('offers only values that some function has, and at least two', () => {
    const values = valuesInUse(property);
    expect(values.length).toBeGreaterThan(1);
    for (const value of values) {
      expect(
        atlasOrder.some((a) => a.kind === 'elementwise' && traitsOf(a)[property] === value),
        value,
      ).toBe(true);
    }
  });
});
