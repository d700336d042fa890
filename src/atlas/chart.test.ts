import { describe, expect, test } from 'vitest';
import { renderStatic } from '#figures/render-static.ts';
import { cardChart, cardFrame } from './chart.ts';
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
  },
);
