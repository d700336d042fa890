import { expect, test } from 'vitest';
import { activationChart, seriesOf, type ActivationScene } from './activation-chart.ts';
import { moveCursor } from './cursor.ts';
import { curveOf } from './curve.ts';
import type { Frame } from './frame.ts';
import { renderStatic } from './render-static.ts';
import { parseHTML } from 'linkedom';

const frame: Frame = {
  width: 640,
  height: 384,
  margin: { top: 12, right: 84, bottom: 28, left: 36 },
  x: [-6, 6],
  y: [-1, 4],
};
const scene = (change: Partial<ActivationScene> = {}): ActivationScene => ({
  functions: [curveOf('relu')],
  z: 1,
  derivative: true,
  tangent: true,
  threshold: null,
  ...change,
});
const draw = (change?: Partial<ActivationScene>) =>
  parseHTML(renderStatic(activationChart(scene(change), frame, 'z'))).document;

test('f is solid, f′ dashed, and both carry a label', () => {
  const svg = draw();
  const labels = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(labels).toEqual(expect.arrayContaining(['ReLU', 'ReLU′']));
  expect(svg.querySelectorAll('[stroke-dasharray="6 4"]')).toHaveLength(1);
});

test('without the derivative there is no dashed line', () => {
  expect(draw({ derivative: false }).querySelectorAll('[stroke-dasharray="6 4"]')).toHaveLength(0);
});

test('the slope of ReLU is drawn as two pieces, not as a steep line', () => {
  const [slope] = seriesOf(scene(), frame.x);
  expect(slope!.points.filter(([, y]) => Number.isNaN(y))).toHaveLength(1);
  expect(new Set(slope!.points.map(([, y]) => y).filter((y) => !Number.isNaN(y)))).toEqual(
    new Set([0, 1]),
  );
});

test('flat regions are shaded where the slope is under the threshold, and only there', () => {
  const shaded = draw({ threshold: 0.05 }).querySelector(
    'rect[fill-opacity], g[fill-opacity] rect',
  )!;
  const left = Number(shaded.getAttribute('x'));
  const right = left + Number(shaded.getAttribute('width'));
  expect(left).toBeCloseTo(36, 0);
  expect(right).toBeCloseTo(36 + (640 - 84 - 36) / 2, 0);
});

test('nothing in the picture names an id or carries a style sheet', () => {
  const text = renderStatic(activationChart(scene({ threshold: 0.05 }), frame, 'z'));
  expect(text).not.toMatch(/ id=|<style|clip-path|aria-label/);
});

test('moving the cursor gives the same picture as drawing anew', () => {
  const moved = draw();
  moveCursor(moved, scene({ z: -2.5 }), frame);
  const cursor = (svg: Document) =>
    ['under', 'over'].map((layer) => svg.querySelector(`.cursor-${layer}`)!.outerHTML);
  expect(cursor(moved)).toEqual(cursor(draw({ z: -2.5 })));
});
