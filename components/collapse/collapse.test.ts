import { expect, test } from 'vitest';
import { curveOf } from '#figures/curve.ts';
import { reachOf } from '#figures/plane.ts';
import { initialState } from '#state/fragment.ts';
import { collapseFields, collapseMaps, frameLabels, framesOf, panels } from './collapse-state.ts';

const start = initialState(collapseFields('relu'));
const maps = (change: Record<string, number> = {}) =>
  collapseMaps({ ...start, ...change }, curveOf('relu'));

test('at first every panel has the same frame, and needs no word about it', () => {
  const frames = framesOf(maps());
  expect(new Set(Object.values(frames)).size).toBe(1);
  expect(Object.values(frameLabels(frames)).join('')).toBe('');
});

test('an image that is moved away stays in sight, in one frame for the panels that are compared', () => {
  const moved = maps({ w1b1: 3, w1b2: 3 });
  const frames = framesOf(moved);
  for (const panel of panels) expect(frames[panel]).toBeGreaterThanOrEqual(reachOf(moved[panel]));
  expect(frames.first).toBe(frames.second);
  expect(frames.second).toBe(frames.single);
  expect(frames.input).toBe(framesOf(maps()).input);
  const labels = frameLabels(frames);
  expect([labels.input, labels.single]).toEqual([`±${frames.input}`, `±${frames.single}`]);
});
