import { describe, expect, test } from 'vitest';
import { renderStatic } from '#figures/render-static.ts';
import { cardChart, cardFrame, pageExtent } from './chart.ts';
import { maxoutPieces, strandsOf } from './strands.ts';
import { atlasOrder } from './traits.ts';

describe.each(atlasOrder.map((activation) => [activation.id, activation] as const))(
  '%s',
  (_id, activation) => {
    test('its small picture is light and stays on the axes that all share', () => {
      const svg = renderStatic(cardChart(activation));
      expect(svg.length).toBeLessThan(4000);
      expect(svg).toContain(`viewBox="0 0 ${cardFrame.width} ${cardFrame.height}"`);
      // Ticks are drawn at the origin and moved; curves stand where they are.
      const curves = [...svg.matchAll(/<path d="([^"]*)" \/>/g)].map(([, d]) => d!);
      const heights = curves.flatMap((d) =>
        [...d.matchAll(/[ML][^,]+,([\d.-]+)/g)].map(([, y]) => Number(y)),
      );
      expect(heights.length).toBeGreaterThan(2);
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(-0.01);
      expect(Math.max(...heights)).toBeLessThanOrEqual(cardFrame.height + 0.01);
    });

    test('its large picture shows some of every line', () => {
      const { x, y } = pageExtent(activation);
      for (const { label, points } of strandsOf(activation, x)) {
        const seen = points.filter(([, value]) => value >= y[0] && value <= y[1]);
        expect(seen.length, label).toBeGreaterThan(1);
      }
    });
  },
);

test('each piece of the maxout unit is on top somewhere in the picture', () => {
  const [from, to] = cardFrame.x;
  const winners = new Set<number>();
  for (let x = from; x <= to; x += 0.1) {
    const values = maxoutPieces.map(({ w, b }) => w * x + b);
    winners.add(values.indexOf(Math.max(...values)));
  }
  expect(winners.size).toBe(maxoutPieces.length);
});
