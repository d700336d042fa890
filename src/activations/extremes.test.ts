import { describe, expect, test } from 'vitest';
import { extremeSettings, settings, type Setting } from './testing.ts';

const { MAX_VALUE, MIN_VALUE } = Number;
const finite = [
  ...[MAX_VALUE, MAX_VALUE / 2, 1e300, 1e200, 1e162, 1e155, 1e154, 1e100, 1e17, 1e9, 1e4, 800],
  ...[750, 746, 745, 710, 709, 380, 360, 100, 40, 39, 38, 20, 1, 1e-8, 1e-16, 1e-17],
  ...[1e-100, 1e-162, 1e-200, 1e-300, 2.3e-308, 1e-310, MIN_VALUE, 0],
].flatMap((z) => [z, -z]);

/** Whether the exact f(z) exceeds the largest double, for the settings that are tested here. */
function overflows({ activation, df, parameters: p }: Setting, z: number): boolean {
  switch (activation.id) {
    case 'softplus': // ln 2 / β at 0
      return Math.LN2 / p['beta']! > MAX_VALUE;
    case 'snake': // in halves, which do not overflow themselves
      return z / 2 + Math.sin(p['a']! * z) ** 2 / p['a']! / 2 > MAX_VALUE / 2;
    case 'sine':
      return false;
    default: {
      // Far out every other function is a line or settles: 2 · MAX_VALUE leaves the doubles, say.
      const slope = Math.abs(df(Math.sign(z) * Infinity));
      return slope > 1 && Math.abs(z) > MAX_VALUE / slope;
    }
  }
}

describe.each([...settings, ...extremeSettings])('$label', (setting) => {
  const { f, df } = setting;

  test('f and df are finite for every finite z, unless f itself exceeds the doubles', () => {
    for (const z of finite) {
      expect(df(z), `df(${z})`).toSatisfy(Number.isFinite);
      if (overflows(setting, z)) expect(Math.abs(f(z)), `f(${z})`).toBe(Infinity);
      else expect(f(z), `f(${z})`).toSatisfy(Number.isFinite);
    }
  });

  test('NaN comes out where NaN goes in', () => {
    expect(f(NaN)).toBeNaN();
    expect(df(NaN)).toBeNaN();
  });
});

describe.each(settings)('$label', ({ f, df, facts, activation }) => {
  const periodic = activation.family === 'periodic';

  test.each([
    ['left', -Infinity],
    ['right', Infinity],
  ] as const)('the limits at the far %s', (side, end) => {
    const tail = facts.saturation[side];
    if (activation.id === 'sine') expect(f(end)).toBeNaN();
    else if (tail) expect(f(end)).toBeCloseTo(tail.to, 15);
    else expect(Math.abs(f(end))).toBe(Infinity);

    if (periodic) expect(df(end)).toBeNaN();
    else expect(df(end)).toBe(tail ? 0 : df(Math.sign(end) * 1e300));
  });

  test('no limit at infinity is missed: f far out comes near it', () => {
    for (const end of [-Infinity, Infinity]) {
      const far = f(Math.sign(end) * 1e15);
      if (Number.isFinite(f(end))) expect(far).toBeCloseTo(f(end), 12);
      else if (f(end) > 0) expect(far).toBeGreaterThan(1e13);
      else if (f(end) < 0) expect(far).toBeLessThan(-1e12);
      else expect(activation.id).toBe('sine');
    }
  });
});
