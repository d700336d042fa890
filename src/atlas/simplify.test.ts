import { expect, test } from 'vitest';
import type { Polyline } from '#figures/sample.ts';
import { simplify } from './simplify.ts';

const curve = (f: (x: number) => number): Polyline =>
  Array.from({ length: 201 }, (_, i) => [i / 100 - 1, f(i / 100 - 1)]);

test('a straight line keeps its two ends, a kink its corner', () => {
  expect(
    simplify(
      curve((x) => 2 * x),
      [100, 100],
      0.1,
    ),
  ).toEqual([
    [-1, -2],
    [1, 2],
  ]);
  expect(
    simplify(
      curve((x) => Math.max(0, x)),
      [100, 100],
      0.1,
    ),
  ).toEqual([
    [-1, 0],
    [0, 0],
    [1, 1],
  ]);
});

test('no point that is left out lies further from the drawing than the tolerance', () => {
  const scale = [60, 40] as const;
  const all = curve((x) => Math.sin(5 * x));
  const kept = simplify(all, scale, 0.1);
  expect(kept.length).toBeLessThan(all.length / 3);
  for (const [x, y] of all) {
    const next = kept.findIndex(([at]) => at >= x);
    const [a, b] = [kept[Math.max(0, next - 1)]!, kept[next]!];
    const share = b[0] === a[0] ? 0 : (x - a[0]) / (b[0] - a[0]);
    // The vertical distance is at most the perpendicular one over the cosine of the line's angle.
    const steep = Math.hypot(1, (5 * scale[1]) / scale[0]);
    expect(Math.abs(a[1] + share * (b[1] - a[1]) - y) * scale[1]).toBeLessThan(0.1 * steep);
  }
});

test('the pen stays lifted where it was', () => {
  const step: Polyline = [
    [-1, 0],
    [-0.5, 0],
    [0, 0],
    [0, NaN],
    [0, 1],
    [0.5, 1],
    [1, 1],
  ];
  expect(simplify(step, [100, 100], 0.1)).toEqual([
    [-1, 0],
    [0, 0],
    [0, NaN],
    [0, 1],
    [1, 1],
  ]);
});
