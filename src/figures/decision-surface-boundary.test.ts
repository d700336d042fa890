import { expect, test } from 'vitest';
import { boundaryPath } from './decision-surface-boundary.ts';

/** The ends of the straight pieces of a path of `M x y` and `l dx dy …`. */
const pieces = (path: string): [x: number, y: number][][] =>
  path
    .split('M')
    .slice(1)
    .flatMap((line) => {
      const [start, steps] = line.split('l').map((text) => text.match(/-?[\d.]+/g)!.map(Number));
      let [x, y] = start as [number, number];
      const exact = (value: number) => Math.round(value * 10) / 10;
      return Array.from({ length: steps!.length / 2 }, (_, k) => {
        const from: [number, number] = [x, y];
        [x, y] = [exact(x + steps![2 * k]!), exact(y + steps![2 * k + 1]!)];
        return [from, [x, y] as [number, number]];
      });
    });

/** Values of a function at the pixel centres of a picture with sides of 1, y downwards. */
const grid = (size: number, z: (x: number, y: number) => number) =>
  Array.from({ length: size * size }, (_, k) =>
    z(((k % size) + 0.5) / size, (Math.floor(k / size) + 0.5) / size),
  );

test('a straight line is found exactly, and reaches every edge', () => {
  const ends = pieces(
    boundaryPath(
      grid(20, (x) => x - 0.33),
      1000,
    ),
  ).flat();
  for (const [x] of ends) expect(x).toBeCloseTo(330, 1);
  const ys = ends.map(([, y]) => y);
  expect(Math.min(...ys)).toBeLessThanOrEqual(0);
  expect(Math.max(...ys)).toBeGreaterThanOrEqual(1000);

  const slanted = pieces(
    boundaryPath(
      grid(20, (x, y) => x - y + 0.2),
      1000,
    ),
  ).flat();
  for (const [x, y] of slanted) expect(y - x).toBeCloseTo(200, 0);
});

test('a circle is closed', () => {
  const lines = pieces(
    boundaryPath(
      grid(40, (x, y) => Math.hypot(x - 0.5, y - 0.5) - 0.3),
      1000,
    ),
  );
  const ends = new Map<string, number>();
  for (const end of lines.flat()) {
    expect(Math.hypot(end[0] - 500, end[1] - 500)).toBeCloseTo(300, -1);
    ends.set(end.join(), (ends.get(end.join()) ?? 0) + 1);
  }
  expect([...ends.values()].every((count) => count === 2)).toBe(true);
});

test('one class everywhere has no boundary', () => {
  expect(
    boundaryPath(
      grid(10, () => 1),
      100,
    ),
  ).toBe('');
  expect(
    boundaryPath(
      grid(10, () => 0),
      100,
    ),
  ).toBe('');
});

test.each([
  { middle: 1, what: 'connects' },
  { middle: -1, what: 'parts' },
])('in a saddle a middle of $middle $what the positive corners', ({ middle }) => {
  const [high, low] = [2 + middle, -2 + middle];
  const lines = pieces(boundaryPath([high, low, low, high], 200));
  // The only cell with four true corners goes from (50, 50), which is positive, to (150, 150).
  const inside = lines.filter((line) => line.flat().every((at) => at >= 50 && at <= 150));
  const cutsOffFirst = inside.some((line) => line.every(([x, y]) => x + y < 200));
  expect(inside).toHaveLength(2);
  expect(cutsOffFirst).toBe(middle < 0);
});

test('infinite values count as large ones, and cells that are not numbers are left out', () => {
  const path = boundaryPath(
    grid(10, (x) => (x < 0.5 ? -Infinity : Infinity)),
    100,
  );
  for (const [x] of pieces(path).flat()) expect(x).toBeCloseTo(50, 1);
  expect(
    boundaryPath(
      grid(10, () => NaN),
      100,
    ),
  ).toBe('');
  expect(path).not.toBe('');
});
