import { expect, test } from 'vitest';
import { simplify } from './simplify.ts';

const kept = (points: [number, number][], tolerance: number) =>
  points.filter((_, i) => simplify(points, tolerance)[i]);

test('a straight line keeps its ends, a corner stays', () => {
  expect(
    kept(
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      0.01,
    ),
  ).toEqual([
    [0, 0],
    [3, 3],
  ]);
  expect(
    kept(
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 1],
        [4, 2],
      ],
      0.01,
    ),
  ).toEqual([
    [0, 0],
    [2, 0],
    [4, 2],
  ]);
});

test('nothing moves by more than the tolerance', () => {
  const curve = Array.from({ length: 201 }, (_, i): [number, number] => [i, 50 * Math.sin(i / 20)]);
  const thin = kept(curve, 0.1);
  expect(thin.length).toBeLessThan(80);
  for (const [x, y] of curve) {
    const i = thin.findIndex(([at]) => at >= x);
    const [[ax, ay], [bx, by]] = [thin[Math.max(0, i - 1)]!, thin[i]!];
    const onLine = ax === bx ? by : ay + ((by - ay) * (x - ax)) / (bx - ax);
    expect(Math.abs(onLine - y)).toBeLessThan(0.6);
  }
});

test('a lifted pen stays lifted', () => {
  const points: [number, number][] = [
    [0, 0],
    [1, 0],
    [2, NaN],
    [3, 5],
    [4, 5],
    [5, 5],
  ];
  expect(kept(points, 0.01)).toEqual([
    [0, 0],
    [1, 0],
    [2, NaN],
    [3, 5],
    [5, 5],
  ]);
});

test('no points, no line', () => expect(simplify([], 1)).toEqual([]));
