import { describe, expect, test } from 'vitest';
import { contains, type SetOfReals } from './sets.ts';
import { features, settings, wide } from './testing.ts';
import type { Extremum } from './types.ts';

type Curve = (z: number) => number;

/** The place of the least value: the best of the samples, improved by golden-section search. */
function minimise(curve: Curve, samples: readonly number[]): number {
  const best = samples.reduce((a, b) => (curve(b) < curve(a) ? b : a));
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [best - 1 / 16, best + 1 / 16];
  for (let i = 0; i < 60; i++) {
    const [x, y] = [b - ratio * (b - a), a + ratio * (b - a)];
    if (curve(x) <= curve(y)) b = y;
    else a = x;
  }
  // At a jump the search may slip to the wrong side.
  return curve((a + b) / 2) < curve(best) ? (a + b) / 2 : best;
}

/** `extremum` is the least value of `curve`; at a kink `curve` may take either one-sided value. */
function expectMinimum(curve: Curve, extremum: Extremum, kinks: readonly number[]) {
  const { value, at, attained } = extremum;
  const tolerance = 1e-15 * Math.max(1, Math.abs(value));
  for (const z of wide) expect(curve(z), `at ${z}`).toBeGreaterThanOrEqual(value - tolerance);

  if (attained) {
    const places = kinks.includes(at) ? [at, at - 1e-15, at + 1e-15] : [at];
    const nearby = places.map((z) => Math.abs(curve(z) - value));
    expect(Math.min(...nearby), `value at ${at}`).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(curve(minimise(curve, features)) - value)).toBeLessThan(1e-6);
  } else {
    expect(Math.abs(at)).toBe(Infinity);
    // Never reached where doubles can tell: not for moderate z.
    for (const z of features) if (Math.abs(z) <= 3) expect(curve(z)).toBeGreaterThan(value);
    const far = curve(Math.sign(at) * 1e12);
    if (Number.isFinite(value)) expect(Math.abs(far - value)).toBeLessThan(1e-11);
    else expect(far).toBeLessThan(-1e9);
  }
}

const negative = ({ value, at, attained }: Extremum): Extremum => ({ value: -value, at, attained });

/** Every sample lies in the set, every isolated point and every interval is met. */
function expectValues(set: SetOfReals, curve: Curve) {
  const tolerance = 1e-15;
  const values = wide.map(curve);
  values.forEach((value, i) => {
    const z = wide[i]!;
    if (contains(set, value, tolerance * Math.max(1, Math.abs(value)))) return;
    // Far out rounding takes a value to an open end that it does not reach: tanh 20 is 1.
    expect(Math.abs(z), `${value} at ${z}`).toBeGreaterThan(3);
    expect(
      set.some(({ lower, upper }) => value === lower || value === upper),
      `${value}, at ${z}, is an end`,
    ).toBe(true);
    expect(curve(2 * z), `flat from ${z}`).toBe(value);
  });
  for (const { lower, upper } of set) {
    const met = values.filter((value) => value >= lower - tolerance && value <= upper + tolerance);
    expect(met.length, `values in [${lower}, ${upper}]`).toBeGreaterThan(0);
  }
}

describe.each(settings)('$label', ({ f, df, facts }) => {
  const kinks = facts.breaks.filter(({ order }) => order === 1).map(({ at }) => at);

  test('range', () => {
    expectValues(facts.range, f);
  });

  test('slope range', () => {
    expectValues(facts.slopeRange, df);
  });

  test('range and slope range end where the extrema say', () => {
    for (const [set, min, max] of [
      [facts.range, facts.min, facts.max],
      [facts.slopeRange, facts.slopeMin, facts.slopeMax],
    ] as const) {
      const [first, last] = [set[0]!, set.at(-1)!];
      expect([first.lower, first.lowerClosed]).toEqual([min.value, min.attained]);
      expect([last.upper, last.upperClosed]).toEqual([max.value, max.attained]);
    }
  });

  test('least and greatest value', () => {
    expectMinimum(f, facts.min, []);
    expectMinimum((z) => -f(z), negative(facts.max), []);
  });

  test('least and greatest slope', () => {
    expectMinimum(df, facts.slopeMin, kinks);
    expectMinimum((z) => -df(z), negative(facts.slopeMax), kinks);
  });

  test('monotone', () => {
    const steps = wide.slice(1).map((z, i) => f(z) - f(wide[i]!));
    // Flat by nature, not by rounding: near the origin, a little beyond the kinks of the hard functions.
    const moderate = features.filter((z) => Math.abs(z) <= 3.1);
    const flat = moderate.slice(1).some((z, i) => f(z) === f(moderate[i]!));
    const [rises, falls] = [steps.some((s) => s > 0), steps.some((s) => s < 0)];
    const seen = falls ? 'no' : flat ? 'non-decreasing' : 'strictly increasing';
    expect(rises).toBe(true);
    expect(facts.monotone).toBe(seen);
  });

  test('zero-centred', () => {
    expect(facts.zeroCentred).toBe(features.every((z) => f(-z) === -f(z)));
  });

  test('near identity', () => {
    const [left, right] = [-1e-9, 1e-9].map((z) => f(0) === 0 && Math.abs(df(z) - 1) < 1e-6);
    expect(facts.nearIdentity).toBe(left && right ? true : right ? 'right' : false);
  });
});

describe.each(settings)('breaks of $label', ({ f, df, facts }) => {
  const h = 1e-4;
  const left = (curve: Curve, z: number) => (curve(z) - curve(z - h)) / h;
  const right = (curve: Curve, z: number) => (curve(z + h) - curve(z)) / h;
  // Curvatures that are jumps of the slope would dwarf all others, so those at kinks are left out.
  const smooth = features.filter((z) => facts.breaks.every(({ at }) => Math.abs(z - at) > h));
  const curvature = Math.max(...smooth.map((z) => Math.abs(left(df, z))));

  test('nothing jumps elsewhere', () => {
    for (const z of smooth) {
      const steepest = Math.max(-facts.slopeMin.value, facts.slopeMax.value);
      expect(Math.abs(f(z + h) - f(z - h)), `f at ${z}`).toBeLessThan(2.1 * h * steepest + 1e-9);
      const slopes = Math.abs(df(z + h) - df(z - h));
      // Below the least jump of a slope that any setting has; a curvature of 900 (sine, ω₀ = 30) is
      // allowed for.
      expect(slopes, `f′ at ${z}`).toBeLessThan(h * Math.max(50, 3 * Math.min(curvature, 900)));
      const curvatures = Math.abs(right(df, z) - left(df, z));
      expect(curvatures, `f″ at ${z}`).toBeLessThan(0.02 * Math.min(curvature, 900) + 1e-6);
    }
  });

  test.each(facts.breaks)('order $order at $at is the first that jumps', ({ at, order }) => {
    const tiny = 1e-9;
    const jumps = [
      Math.abs(f(at + tiny) - f(at - tiny)),
      Math.abs(df(at + tiny) - df(at - tiny)),
      // From just outside the break: df at it may be either side's.
      Math.abs(right(df, at + tiny) - left(df, at - tiny)),
    ];
    for (let lower = 0; lower < order; lower++) expect(jumps[lower]).toBeLessThan(1e-7);
    expect(jumps[order]).toBeGreaterThan(0.05);
  });
});

describe.each(settings)('tails of $label', ({ f, df, facts }) => {
  /** How often f′ is halved, roughly: grows fourfold from z to 2z for a Gaussian, twofold for e^(−z). */
  const decay = (z: number) => -Math.log(Math.abs(df(z)));

  test.each([
    ['left', -1],
    ['right', 1],
  ] as const)('%s', (side, sign) => {
    const tail = facts.saturation[side];
    const end = f(sign * Infinity);
    // What settles nowhere runs off or oscillates.
    if (!tail) return expect(Number.isFinite(end)).toBe(false);

    expect(end).toBeCloseTo(tail.to, 15);
    if (tail.how === 'exactly') {
      const { from = NaN } = tail;
      for (const d of [1e-3, 1, 100]) {
        expect(f(from + sign * d)).toBe(tail.to);
        expect(df(from + sign * d)).toBe(0);
      }
      expect(f(from - sign * 1e-3)).not.toBeCloseTo(tail.to, 9);
      return;
    }
    let z = sign;
    while (decay(z) < 50) z *= 2;
    const growth = decay(2 * z) / decay(z);
    const seen = growth < 1.5 ? 'algebraically' : growth < 3 ? 'exponentially' : 'gaussian';
    expect(tail.how, `growth ${growth}`).toBe(seen);
    expect(tail.from).toBeUndefined();
  });
});
