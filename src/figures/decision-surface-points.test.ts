import { expect, test } from 'vitest';
import { drawSplit } from '#nn/split.ts';
import { pointPaths } from './decision-surface-points.ts';

test('x₂ points up, and each class has its own path', () => {
  const points = {
    count: 3,
    inputs: Float64Array.of(-6, 0, 6, -6, 0, 3),
    labels: Uint8Array.of(0, 1, 0),
  };
  expect(pointPaths(points, [-6, 6], 360)).toEqual(['M0 360h.1M360 90h.1', 'M180 180h.1']);
});

test('every point is drawn once', () => {
  const { train } = drawSplit({
    seed: 1,
    dataset: 'spiral',
    samples: 100,
    noise: 0,
    trainShare: 0.5,
  });
  const paths = pointPaths(train, [-6, 6], 360);
  expect(paths.map((path) => path.split('M').length - 1)).toEqual([25, 25]);
});
