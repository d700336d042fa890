import { expect, test } from 'vitest';
import { shuffled } from './shuffle.ts';

test('the same key gives the same order, and no refused one', () => {
  expect(shuffled(6, 'steps')).toEqual(shuffled(6, 'steps'));
  expect(shuffled(6, 'steps').toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  for (const key of ['a', 'b', 'c', 'd'])
    expect(shuffled(2, key, ([a]) => a === 0)).toEqual([1, 0]);
});
