import { lab, rgb } from 'd3-color';
import { elementwise } from '#activations/index.ts';
import { expect, test } from 'vitest';
import { mapColour, mapCurve, mapPixels } from './inside-maps.ts';

/** Lightness of a map's pixels over paper, for values in even steps from 0 to 1. */
function lightness(colour: ReturnType<typeof mapColour>, paper: string): number[] {
  const values = Float32Array.from({ length: 11 }, (_, k) => k / 10);
  const pixels = mapPixels(values, colour);
  const ground = rgb(paper);
  return [...values.keys()].map((k) => {
    const [red, green, blue, alpha] = pixels.slice(4 * k, 4 * k + 4);
    const share = alpha! / 255;
    const over = (ink: number, below: number) => share * ink + (1 - share) * below;
    return lab(rgb(over(red!, ground.r), over(green!, ground.g), over(blue!, ground.b))).l;
  });
}

// --paper, light and dark.
test.each([['#fbf8f2'], ['#1c1a18']])(
  'even steps of a value are nearly even steps of lightness on %s, for every function',
  (paper) => {
    for (const { id } of elementwise) {
      const levels = lightness(mapColour(id), paper);
      const mean = (levels.at(-1)! - levels[0]!) / 10;
      expect(Math.abs(mean)).toBeGreaterThan(3);
      levels.slice(1).forEach((level, k) => {
        const share = (level - levels[k]!) / mean;
        expect(share, `${id} ${k}`).toBeGreaterThan(0.6);
        expect(share, `${id} ${k}`).toBeLessThan(1.4);
      });
    }
  },
);

test('the curve of a unit of one input stays in its box', () => {
  expect(mapCurve(Float32Array.of(0, 1, 0.5))).toBe('M0 92L50 8L100 50');
});
