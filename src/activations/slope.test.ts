import { describe, expect, test } from 'vitest';
import { settings, wide, type Setting } from './testing.ts';

/**
 * Five-point central differences with steps h, h/2, h/4, … Their error falls like h⁴ until rounding, which
 * grows like 1/h, takes over; where two neighbours agree best, the second is returned with that
 * difference as an estimate of its error. The stencil never crosses a break.
 */
function numericSlope(
  { f, facts }: Setting,
  z: number,
  scale: number,
): { slope: number; error: number } {
  const room = Math.min(...facts.breaks.map(({ at }) => Math.abs(z - at)), Infinity);
  let h = Math.min(room / 2, (Math.abs(z) > 24 ? Math.abs(z) : 1 / scale) / 8);
  let best = { slope: NaN, error: Infinity };
  let previous = NaN;
  for (let i = 0; i < 14; i++, h /= 2) {
    const slope = (8 * (f(z + h) - f(z - h)) - (f(z + 2 * h) - f(z - 2 * h))) / (12 * h);
    const error = Math.abs(slope - previous);
    if (error < best.error) best = { slope, error };
    previous = slope;
  }
  return best;
}

describe.each(settings)('$label', (setting) => {
  const { df, facts, activation, parameters } = setting;

  test('df is the slope of f', () => {
    // The curve bends over lengths of 1/β, 1/ω₀, …
    const scale = Math.max(1, ...Object.values(parameters).map(Math.abs));
    let compared = 0;
    for (const z of wide) {
      if (facts.breaks.some(({ at }) => at === z)) continue;
      // The rounding of a phase, about |kz| · 10⁻¹⁶, becomes visible in differences far out.
      if (activation.family === 'periodic' && Math.abs(z) > 24) continue;
      const { slope, error } = numericSlope(setting, z, scale);
      // Rounding of f divided by the best h leaves some 10⁻¹¹ of the sizes involved; a wrong sign or
      // constant in df is larger by many orders.
      expect(error, `numeric slope at ${z}`).toBeLessThan(1e-9 * scale);
      expect(Math.abs(df(z) - slope), `df(${z}) = ${df(z)}, not ${slope}`).toBeLessThan(
        2e-9 * scale,
      );
      compared++;
    }
    expect(compared).toBeGreaterThan(1000);
  });

  test('at a kink df is one of the two one-sided slopes or lies between them', () => {
    for (const { at, order } of facts.breaks) {
      if (order === 0) continue;
      const sides = [df(at - 1e-9), df(at + 1e-9)];
      expect(df(at)).toBeGreaterThanOrEqual(Math.min(...sides) - 1e-7);
      expect(df(at)).toBeLessThanOrEqual(Math.max(...sides) + 1e-7);
    }
  });
});
