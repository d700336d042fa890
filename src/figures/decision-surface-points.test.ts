import { expect, test } from 'vitest';
import type { Ground } from '#nn/points.ts';
import { drawSplit } from '#nn/split.ts';
import { pointGroups, pointPaths, valueSteps } from './decision-surface-points.ts';

const plane: Ground = { task: { kind: 'classes', classes: 2 }, dimensions: 2, domain: [-6, 6] };

test('x₂ points up, and each class has its own path', () => {
  const points = {
    count: 3,
    dimensions: 2,
    inputs: Float64Array.of(-6, 0, 6, -6, 0, 3),
    targets: Float64Array.of(0, 1, 0),
  } as const;
  expect(pointPaths(points, plane, 360)).toEqual(['m0 360h.1m359.9-270h.1', 'm180 180h.1']);
});

test('every point is drawn once', () => {
  const data = { seed: 1, samples: 90, noise: 0, trainShare: 0.5 };
  const counts = (dataset: 'spiral' | 'three-arms', classes: number) =>
    pointPaths(
      drawSplit({ ...data, dataset }).train,
      { ...plane, task: { kind: 'classes', classes } },
      360,
    ).map((path) => path.match(/h[.]1|z/g)!.length);
  expect(counts('spiral', 2)).toEqual([23, 23]);
  expect(counts('three-arms', 3)).toEqual([15, 15, 15]);
});

test('values over the plane come in shades, the least first', () => {
  const ground: Ground = { ...plane, task: { kind: 'values' }, range: [0, 1] };
  const points = {
    count: 3,
    dimensions: 2,
    inputs: Float64Array.of(0, 0, 0, 0, 0, 0),
    targets: Float64Array.of(-1, 0.99, 7),
  } as const;
  const paths = pointPaths(points, ground, 360);
  expect(paths).toHaveLength(valueSteps);
  expect(paths[0]).toBe('m180 180h.1');
  expect(paths.at(-1)).toBe('m180 180h.1m-.1 0h.1');
});

test('over a line the value is the height, with room above and below', () => {
  const ground: Ground = {
    task: { kind: 'values' },
    dimensions: 1,
    domain: [0, 1],
    range: [0, 1],
  };
  expect(pointGroups(ground)).toBe(1);
  const points = {
    count: 2,
    dimensions: 1,
    inputs: Float64Array.of(0, 1),
    targets: Float64Array.of(0.5, 1.3),
  } as const;
  expect(pointPaths(points, ground, 100)).toEqual(['m0 50h.1m99.9-50h.1']);
});
