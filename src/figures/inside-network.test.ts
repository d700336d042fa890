import { describe, expect, test } from 'vitest';
import { edgePaths, edgesOf, mostEdges, nearestEdge, networkLayout } from './inside-network.ts';

const affine = (inputs: number, outputs: number, weight: (i: number) => number) => ({
  inputs,
  outputs,
  weights: Float64Array.from({ length: inputs * outputs }, (_, i) => weight(i)),
  biases: new Float64Array(outputs),
});

describe.each([[[2, 1]], [[2, 8, 8, 8, 1]], [[1, 64, 64, 64, 64, 64, 64, 64, 64, 3]]])(
  'the layout of %j',
  (sizes) => {
    const { places, tile, height, minWidth } = networkLayout(sizes);

    test('has a place for every unit, all inside', () => {
      expect(places.map((layer) => layer.length)).toEqual(sizes);
      for (const { x, y } of places.flat()) {
        expect(Math.min(x, 1000 - x)).toBeGreaterThan(0);
        expect(Math.min(y, height - y)).toBeGreaterThanOrEqual(tile / 2);
      }
    });

    test('lets no two units meet at its least width', () => {
      const centres = places.flat().map(({ x, y }) => [(x / 1000) * minWidth, y] as const);
      centres.forEach(([x, y], i) => {
        for (const [x2, y2] of centres.slice(i + 1)) {
          expect(Math.max(Math.abs(x - x2), Math.abs(y - y2))).toBeGreaterThanOrEqual(tile - 1);
        }
      });
    });
  },
);

test('of many weights only the strongest are drawn, and none that is 0', () => {
  const edges = edgesOf([affine(64, 64, (i) => i / 4096)]);
  expect(edges).toHaveLength(mostEdges);
  expect(Math.min(...edges.map(({ weight }) => weight))).toBe(3840 / 4096);
  expect(edgesOf([affine(2, 2, (i) => i)])).toHaveLength(3);
});

test('negative weights have lines of their own, strong ones thicker lines', () => {
  const layout = networkLayout([2, 2]);
  const [negative, positive] = edgePaths(
    edgesOf([affine(2, 2, (i) => [-1, 0.1, 1, 0.1][i]!)]),
    layout,
  );
  const lines = (path: string) => path.split('M').length - 1;
  expect(negative!.map(lines)).toEqual([0, 0, 0, 0, 1]);
  expect(positive!.map(lines)).toEqual([2, 0, 0, 0, 1]);
});

test('the line next to a finger is found, and none where there is none', () => {
  const layout = networkLayout([1, 3]);
  const edges = edgesOf([affine(1, 3, () => 1)]);
  const [from] = layout.places[0]!;
  const to = layout.places[1]![2]!;
  const middle = { x: (from!.x + to.x) / 2, y: (from!.y + to.y) / 2 + 3 };
  expect(nearestEdge(edges, layout, middle, 0.4)?.output).toBe(2);
  expect(nearestEdge(edges, layout, { x: middle.x, y: 0 }, 0.4)).toBeUndefined();
});
