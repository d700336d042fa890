import { expect, test } from 'vitest';
import { gridPoints, linePoints } from './grid.ts';

test('a grid runs by rows from the top left, through the middles of the pixels', () => {
  expect([...gridPoints([-6, 6], 2)]).toEqual([-3, 3, -3, 3, 3, 3, -3, -3]);
});

test('a line has both ends', () => {
  expect([...linePoints([-2, 2], 5)]).toEqual([-2, -1, 0, 1, 2]);
});
