import { expect, test } from 'vitest';
import { columnsOf } from './columns.ts';

test('a column has a target and a kind of unit', () =>
  expect(columnsOf('wave hinges, zigzag bumps')).toEqual([
    { target: 'wave', kind: 'hinges' },
    { target: 'zigzag', kind: 'bumps' },
  ]));

test.each(['waves hinges', 'wave', 'toString hinges', 'wave hinges,'])(
  '"%s" is refused with what there is',
  (typed) => expect(() => columnsOf(typed)).toThrow(/no column.*wave, hill, zigzag.*hinges/),
);
