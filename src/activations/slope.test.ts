import { describe, expect, test } from 'vitest';
import { features, settings, wide, type Setting } from './testing.ts';

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
  const { f, df, facts, activation, parameters } = setting;

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

  const { slopeFrom } = activation;
  if (slopeFrom) {
    test('slopeFrom gives the same slope from the value', () => {
      const steepest = Math.max(Math.abs(facts.slopeMin.value), Math.abs(facts.slopeMax.value));
      for (const z of wide) {
        const slope = slopeFrom(f(z), parameters);
        expect(Math.abs(slope - df(z)), `z = ${z}`).toBeLessThan(1e-15 * Math.max(1, steepest));
      }
    });
  }

  test.each(Object.entries(activation.parameters).filter(([, { learned }]) => learned))(
    'df of %s is the slope of f along it',
    (name, { df: alongIt }) => {
      const h = 1e-5;
      const at = (z: number, value: number) => activation.f(z, { ...parameters, [name]: value });
      for (const z of features) {
        const value = parameters[name]!;
        const slope = (at(z, value + h) - at(z, value - h)) / (2 * h);
        const error = Math.abs(alongIt!(z, parameters) - slope);
        // The third derivative of z σ(βz) along β is at most 0.3 |z|⁴.
        expect(error, `z = ${z}`).toBeLessThan(1e-9 + 0.1 * h * h * z ** 4);
      }
    },
  );
});

test('exactly what is learned can be differentiated along', () => {
  for (const { activation } of settings)
    for (const { learned, df } of Object.values(activation.parameters))
      expect(df !== undefined).toBe(learned === true);
});
