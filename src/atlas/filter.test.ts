import { expect, test } from 'vitest';
import { orderBy, passes, type CardData } from './filter.ts';

const relu = {
  name: 'ReLU',
  family: 'rectifiers',
  range: 'boundedBelow',
  year: '2010',
  slope: '1',
};
const selu = {
  name: 'SELU',
  family: 'exponential',
  range: 'boundedBelow',
  year: '2017',
  slope: '1.76',
};
const glu = { name: 'GLU', family: 'gated', year: '2016' };

test.each<[object, boolean]>([
  [{ family: 'any', range: 'any', sort: 'year' }, true],
  [{ family: 'rectifiers', range: 'boundedBelow' }, true],
  [{ family: 'rectifiers', range: 'bounded' }, false],
  [{ family: 'gated', range: 'any' }, false],
])('ReLU under %o: %s', (wanted, result) => {
  expect(passes(relu, wanted as Record<string, string>)).toBe(result);
});

test('a card without a property passes only while that property is open', () => {
  expect(passes(glu, { family: 'gated', range: 'any' })).toBe(true);
  expect(passes(glu, { family: 'any', range: 'unbounded' })).toBe(false);
});

test.each([
  ['name', ['GLU', 'ReLU', 'SELU']],
  ['year', ['ReLU', 'GLU', 'SELU']],
  ['slope', ['SELU', 'ReLU', 'GLU']],
  ['family', ['SELU', 'GLU', 'ReLU']],
  ['toString', ['SELU', 'GLU', 'ReLU']],
])('order by %s', (sort, names) => {
  const cards: CardData[] = [selu, glu, relu];
  expect(cards.toSorted(orderBy(sort)).map(({ name }) => name)).toEqual(names);
});
