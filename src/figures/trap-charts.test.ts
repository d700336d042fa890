import { expect, test } from 'vitest';
import { renderStatic } from './render-static.ts';
import {
  barsChart,
  contourChart,
  joinedChart,
  nineLogits,
  stripesField,
  surfaceField,
  type Field,
} from './trap-charts.ts';

/** The largest change from one row to the next, and from one column to the next. */
function changes({ values }: Field) {
  const side = Math.sqrt(values.length);
  let [down, across] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (i >= side) down = Math.max(down, Math.abs(values[i]! - values[i - side]!));
    if (i % side) across = Math.max(across, Math.abs(values[i]! - values[i - 1]!));
  }
  return { down, across };
}

test('a function of one number makes stripes: nothing changes along the other axis', () => {
  const { down, across } = changes(stripesField());
  expect(down).toBe(0);
  expect(across).toBeGreaterThan(0.3);
});

test('a trained network of two inputs changes along both, and tells the disc from the ring', () => {
  const field = surfaceField();
  const { down, across } = changes(field);
  expect(down).toBeGreaterThan(0.1);
  expect(across).toBeGreaterThan(0.1);
  const side = Math.sqrt(field.values.length);
  const at = (row: number, column: number) => field.values[row * side + column]!;
  const centre = at(side / 2, side / 2);
  for (const corner of [at(0, 0), at(side - 1, side - 1)])
    expect(Math.abs(centre - corner)).toBeGreaterThan(0.9);
});

const outlines = (svg: string) => [...svg.matchAll(/<path[^>]* d="([^"]+)"/g)].map(([, d]) => d!);

test('the stripes are drawn as stripes, the surface as closed lines', () => {
  const stripes = outlines(renderStatic(contourChart(stripesField())));
  const surface = outlines(renderStatic(contourChart(surfaceField())));
  expect(Math.max(...stripes.map((d) => d.length))).toBeLessThan(
    Math.max(...surface.map((d) => d.length)),
  );
  expect(surface.length).toBeGreaterThan(5);
});

test('the joined points go to and fro; the bars are as many as there are logits', () => {
  const steps = nineLogits.slice(1).map((z, k) => z - nineLogits[k]!);
  expect(steps.some((step) => step < 0) && steps.some((step) => step > 0)).toBe(true);
  expect(renderStatic(joinedChart())).toMatch(/<circle/);
  expect(renderStatic(barsChart()).match(/<rect/g)).toHaveLength(nineLogits.length);
});
