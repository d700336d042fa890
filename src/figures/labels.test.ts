import { expect, test } from 'vitest';
import { frameY, type Frame } from './frame.ts';
import { placeLabels } from './labels.ts';

const frame: Frame = {
  width: 640,
  height: 384,
  margin: { top: 12, right: 84, bottom: 28, left: 36 },
  x: [-6, 6],
  y: [-1, 1],
};
const flat = (label: string, y: number) => ({
  label,
  points: [
    [-6, y],
    [6, y],
  ] as [number, number][],
});

test('a label stands at the end of its curve', () => {
  const [label] = placeLabels([flat('a', 0.5)], frame);
  expect(label).toMatchObject({ label: 'a', x: 6 });
  expect(label!.y).toBeCloseTo(0.5, 9);
});

test('labels of curves that end together stand apart', () => {
  const placed = placeLabels([flat('a', 0.5), flat('b', 0.5), flat('c', 0.49)], frame);
  const tops = placed.map(({ y }) => frameY(frame)(y)).sort((p, q) => p - q);
  expect(tops[1]! - tops[0]!).toBeGreaterThanOrEqual(14.9);
  expect(tops[2]! - tops[1]!).toBeGreaterThanOrEqual(14.9);
  // Around the curves, not all below them.
  expect((tops[0]! + tops[2]!) / 2).toBeCloseTo(frameY(frame)(0.4967), 0);
});

test('labels keep the order of their curves, and stay in the picture', () => {
  const placed = placeLabels([flat('low', 0.98), flat('high', 1), flat('middle', 0.99)], frame);
  expect(placed.map(({ label }) => label)).toEqual(['high', 'middle', 'low']);
  expect(frameY(frame)(placed[0]!.y)).toBeGreaterThanOrEqual(12);
});

test('a curve that is nowhere visible has no label', () => {
  expect(placeLabels([{ label: 'a', points: [[0, NaN]] }], frame)).toEqual([]);
});

test('labels that share a place are led to their curves, others stand there by themselves', () => {
  const series = [flat('a', 0.5), flat('b', 0.5), flat('c', -0.5)];
  const placed = placeLabels(series, frame, 12);
  const leaders = placed.map(({ leader }) => leader);
  expect(leaders[2]).toBeUndefined();
  for (const i of [0, 1]) {
    const [, to, from] = leaders[i]!;
    expect(from![0]).toBeGreaterThan(6);
    expect(from![1]).toBe(0.5);
    expect(to![1]).toBe(placed[i]!.y);
    expect(placed[i]!.x).toBeGreaterThan(from![0]);
  }
});
