import { expect, test } from 'vitest';
import { boxLayout } from './inside-backprop.ts';

test('boxes stand apart at the least width', () => {
  const { places, minWidth, height } = boxLayout([2, 3, 3, 1])!;
  const columns = places.map(([first]) => (first!.x / 1000) * minWidth);
  columns.slice(2).forEach((x, i) => expect(x - columns[i + 1]!).toBeGreaterThan(78));
  const rows = places[1]!.map(({ y }) => y);
  expect(rows[1]! - rows[0]!).toBeGreaterThan(88);
  expect(Math.max(...rows) + 44).toBeLessThanOrEqual(height);
});

test('what is too large to be read has no picture', () => {
  expect(boxLayout([2, 9, 1])).toBeUndefined();
});
