import { describe, expect, test } from 'vitest';
import { ownFunction } from './index.ts';
import { switchesOf } from './switches.ts';
import { corpus, randomFormula, slope } from './testing.ts';

const places = [-5.3, -3.07, -1.9, -0.81, -0.13, 0.29, 0.77, 1.61, 2.93, 4.71];
const values = { a: 0.7, b: -0.4 };

/** Places at which no piece of the formula changes nearby. */
function smoothPlaces(formula: string) {
  const { parsed } = ownFunction(formula);
  const names = parsed.parameters;
  const switches = switchesOf(
    parsed.expr,
    names,
    names.map((name) => values[name as 'a']),
  );
  return places.filter((z) => switches.every((at) => Math.abs(at - z) > 0.02));
}

const check = (formula: string) => {
  const own = ownFunction(formula);
  const near = smoothPlaces(formula);
  for (const z of near) {
    const seen = slope((x) => own.f(x, values), z);
    const told = own.df(z, values);
    if (!Number.isFinite(seen) && !Number.isFinite(told)) continue;
    const size = Math.max(1, Math.abs(seen), Math.abs(own.f(z, values)));
    expect(Math.abs(told - seen) / size, `f′(${z}) is ${told}, the quotient ${seen}`).toBeLessThan(
      1e-6,
    );
  }
  return near.length;
};

describe('f′ is the slope of f', () => {
  test.each(corpus)('%s', (formula) => {
    expect(check(formula)).toBeGreaterThan(5);
  });

  test('in 600 random formulas', () => {
    let checked = 0;
    for (let seed = 0; seed < 600; seed++) {
      const formula = randomFormula(seed);
      if (formula.length > 200 || (formula.match(/[ab]/g) ?? []).length === 0) continue;
      try {
        ownFunction(formula);
      } catch {
        continue;
      }
      checked += check(formula) > 3 ? 1 : 0;
    }
    expect(checked).toBeGreaterThan(250);
  });
});

test.each(corpus.filter((formula) => ownFunction(formula).parsed.parameters.length > 0))(
  '∂f/∂p, by which a parameter learns: %s',
  (formula) => {
    const own = ownFunction(formula);
    for (const [name, { df }] of Object.entries(own.parameters)) {
      for (const z of smoothPlaces(formula)) {
        const seen = slope((p) => own.f(z, { ...values, [name]: p }), values[name as 'a']);
        const told = df!(z, values);
        if (Number.isNaN(seen) && Number.isNaN(told)) continue;
        expect(Math.abs(told - seen), `∂f/∂${name} at ${z}`).toBeLessThan(
          1e-6 * Math.max(1, Math.abs(seen)),
        );
      }
    }
  },
);

test('0 to the power of a learned parameter has the slope 0 by it, not NaN', () => {
  const { parameters } = ownFunction('max(0, z)^a');
  expect(parameters['a']!.df!(-1, { a: 1.5 })).toBe(0);
});

test('at a kink the slope is that of the side that the condition names, or of what stands still', () => {
  expect(ownFunction('max(0, z)').df(0, {})).toBe(0);
  expect(ownFunction('max(z, 0)').df(0, {})).toBe(0);
  expect(ownFunction('z > 0 ? z : a z').df(0, { a: 0.25 })).toBe(0.25);
  expect(ownFunction('z >= 0 ? z : a z').df(0, { a: 0.25 })).toBe(1);
  expect(ownFunction('|z|').df(0, {})).toBe(0);
  expect(ownFunction('min(1, max(-1, z))').df(-1, {})).toBe(0);
});
