import { describe, expect, test } from 'vitest';
import { checkDerivative, ownFunction } from './index.ts';
import { corpus } from './testing.ts';

const facts = (formula: string, p = {}) => ownFunction(formula).facts(p);

describe('places without a value', () => {
  test.each([
    ['1/z', [0]],
    ['1/(z^2 - 2z + 1)', [1]],
    ['1/((z - 1)(z + 2))', [-2, 1]],
    ['ln(|z|)', [0]],
    ['tan(z) / 2', [-5, -3, -1, 1, 3, 5].map((k) => (k * Math.PI) / 2)],
  ])('%s has poles', (formula, poles) => {
    const found = facts(formula).poles.filter((at) => Math.abs(at) < 9);
    expect(found).toHaveLength(poles.length);
    poles.forEach((at, i) => expect(found[i]).toBeCloseTo(at, 9));
    expect(facts(formula).lipschitz).toBe(Infinity);
  });

  test('a stretch without values has its ends named, and whether they belong to it', () => {
    expect(facts('sqrt(z)').undefinedOn).toEqual([
      { lower: -Infinity, upper: 0, lowerClosed: true, upperClosed: false },
    ]);
    expect(facts('√(z² - 4)').undefinedOn).toMatchObject([{ lower: -2, upper: 2 }]);
    expect(facts('ln(3 - z)').undefinedOn).toMatchObject([{ lower: 3, upper: Infinity }]);
  });

  test('sin(z)/z lacks one value and has no pole', () => {
    expect(facts('sin(z)/z')).toMatchObject({ holes: [0], poles: [], undefinedOn: [] });
    expect(facts('sin(z)/z').max).toMatchObject({ value: 1, at: 0, attained: false });
  });

  test('where f has no value there is no slope either', () => {
    expect(ownFunction('ln(z)').df(-1, {})).toBeNaN();
  });
});

test.each([
  ['|z - 1/3|', 1 / 3, 1],
  ['max(z, 2 z - 5)', 5, 1],
  ['relu(z)^2', 0, 2],
  ['sign(z - 0.1)', 0.1, 0],
  ['sqrt(|z + 2|)', -2, 1],
  ['max(0, a z - 30)', 60, 1],
])('%s breaks at z = %d', (formula, at, order) => {
  const { breaks } = facts(formula, { a: 0.5 });
  expect(breaks).toHaveLength(1);
  expect(breaks[0]!.at).toBeCloseTo(at, 12);
  expect(breaks[0]!.order).toBe(order);
});

test('kinks follow a parameter', () => {
  const own = ownFunction('|z - a|');
  expect([0.5, -1.25].map((a) => own.facts({ a }).breaks[0]!.at)).toEqual([0.5, -1.25]);
});

test.each([
  ['sin(z)', 1, true],
  ['3 tanh(2 z)', 6, true],
  ['z^2', Infinity, false],
  ['sqrt(|z|)', Infinity, false],
  ['step(z) + z', Infinity, false],
  ['z sin(z)', Infinity, false],
  ['sin(10 z)', 10, true],
])('%s: the Lipschitz constant is %d', (formula, value) => {
  expect(facts(formula).lipschitz).toBeCloseTo(value, 6);
});

test.each([
  ['-z', 'falls'],
  ['-relu(z)', 'neverRises'],
  ['e^-z', 'falls'],
  ['z^3', 'rises'],
  ['0 z', 'constant'],
  ['z^2', 'both'],
  ['1/z', 'fallsApart'],
  ['-1/((z - 1)(z + 2.01))', 'both'],
  ['tan(z)', 'risesApart'],
])('%s: %s', (formula, direction) => {
  expect(facts(formula).direction).toBe(direction);
});

test('at ±∞ stands the limit', () => {
  const { f } = ownFunction('a z/(1 + |z|)');
  expect([-Infinity, Infinity].map((z) => f(z, { a: 0.5 }))).toEqual([-0.5, 0.5]);
  expect(ownFunction('sin(z)').f(Infinity, {})).toBeNaN();
  expect(ownFunction('z * sigmoid(z)').f(-Infinity, {})).toBe(0);
  expect(ownFunction('1/sqrt(1 + |z|)').f(Infinity, {})).toBeCloseTo(0, 9);
});

test('a tail that is a rounded difference is not taken for a faster one', () => {
  expect(facts('(sigmoid(z) - 1)^2 / 2').saturation.right).toMatchObject({
    to: 0,
    how: 'exponentially',
  });
  expect(facts('exp(-z^2)').saturation.right).toMatchObject({ to: 0, how: 'gaussian' });
});

test('facts are not computed before somebody asks', () => {
  let calls = 0;
  const own = ownFunction('z + 0.123 z^2');
  const watched = { ...own, f: (z: number) => (calls++, z) };
  void watched.facts({});
  expect(calls).toBe(0);
  const counted = own.facts({});
  expect(Object.keys(counted)).toContain('lipschitz');
});

test('the check finds a wrong derivative, and passes right ones', () => {
  for (const formula of corpus) {
    const own = ownFunction(formula);
    const p = { a: 0.7, b: -0.4 };
    const breaks = own.facts(p).breaks.map(({ at }) => at);
    const check = checkDerivative(
      (z) => own.f(z, p),
      (z) => own.df(z, p),
      breaks,
    );
    expect(check.places).toBeGreaterThan(100);
    expect(check.difference, formula).toBeLessThan(1e-6);
  }
  const wrong = checkDerivative(Math.sin, (z) => Math.cos(z) + (z > 5.5 ? 1e-3 : 0), []);
  expect(wrong.difference).toBeGreaterThan(9e-4);
  expect(wrong.at).toBeGreaterThan(5.5);
});
