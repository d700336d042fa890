import { expect, test } from 'vitest';
import { cameBack, noteDead, stillDead, type DeadUnits } from './dead-units.ts';
import type { Inside } from './types.ts';

/** Looks at two hidden layers of three units: the dead ones at each epoch. */
const account = (...looks: [epoch: number, first: number[], second: number[]][]) =>
  looks.reduce<DeadUnits | undefined>(
    (before, [epoch, ...dead]) =>
      noteDead(before, {
        epoch,
        layers: [...dead.map((units) => ({ units: 3, dead: units })), { units: 1, dead: [] }],
      } as unknown as Inside),
    undefined,
  )!;

test('a unit is dead since the first look that finds it so', () => {
  const { spans } = account([0, [], []], [5, [2], []], [10, [2], [0]]);
  expect(spans).toEqual([
    { layer: 0, unit: 2, from: 5 },
    { layer: 1, unit: 0, from: 10 },
  ]);
});

test('a unit that comes back is told apart, and can die again', () => {
  const dead = account([0, [1], []], [1, [1], []], [2, [], []], [3, [1], []]);
  expect(cameBack(dead)).toEqual([{ layer: 0, unit: 1, from: 0, to: 2 }]);
  expect(stillDead(dead)).toEqual([{ layer: 0, unit: 1, from: 3 }]);
});

test('a run that starts again forgets', () => {
  const dead = account([0, [1], []], [8, [1], []], [0, [], [2]]);
  expect(dead).toMatchObject({ first: 0, epoch: 0, spans: [{ layer: 1, unit: 2, from: 0 }] });
});
