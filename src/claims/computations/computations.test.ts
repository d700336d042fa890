/** Computations against what is known of them in other ways: closed forms, libraries, simulation. */
import { expect, test } from 'vitest';
import { mulberry32 } from '#nn/random.ts';
import { mean } from './computation.ts';
import { computed } from './index.ts';

const number = (path: string) => {
  const [name = '', ...rest] = path.split('/');
  const value = computed(name)?.[rest.join('/')];
  if (value === undefined) throw new Error(`nothing at ${path}`);
  return value;
};

test.each([
  ['equal-steps/sigmoid.same', -0.08132],
  ['equal-steps/tanh.same', -0.559161],
  ['chord/middle', 0.907397],
  ['chord/chord', 0.760553],
  ['chord/least', -0.120204],
  ['pairs/largest', 4 / 27],
  ['tanh-floor/error', 24.3],
  // The best quadratic on the grid; on the whole interval it is 1/2 − 3/π² = 0.1960.
  ['fits/quadratic', 0.20311],
  ['leaky-depth/0.2.gain', Math.sqrt(2 / 1.04)],
  ['nine-logits/largest', 0.754457],
  ['nine-logits/sigmoids', 5.755334],
  ['slopes/sigmoid.largest', 1 / 4],
  ['slopes/tanh.2', 1 / Math.cosh(2) ** 2],
])('%s is %f', (path, expected) => {
  expect(number(path)).toBeCloseTo(expected, 5);
});

test('1 + e⁻ᶻ loses its small part where that is half a unit in the last place', () => {
  for (const [bits, digits] of [
    [64, 53],
    [32, 24],
    [16, 11],
  ])
    expect(number(`rounded-to-one/sigmoid.${bits}`)).toBeCloseTo(digits! * Math.LN2, 2);
});

test('the printed forms overflow where the exponential does', () => {
  expect(Math.exp(number('overflow/exp.64') - 1e-9)).toBeLessThan(Infinity);
  expect(Math.exp(number('overflow/exp.64') + 1e-9)).toBe(Infinity);
  expect(number('overflow/tanh.710')).toBeNaN();
  expect(number('overflow/softmax.first')).toBeNaN();
  const stable = ['first', 'second', 'third'].map((k) => number(`overflow/softmax.stable.${k}`));
  expect(stable.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
});

test('the best of twenty agrees with a simulation', () => {
  const random = mulberry32(1);
  const score = () => mean(Array.from({ length: 50 }, () => (random() < 0.8 ? 1 : 0)));
  const best = Array.from({ length: 500 }, () => Math.max(...Array.from({ length: 20 }, score)));
  expect(Math.abs(number('best-of-twenty/best') - mean(best))).toBeLessThan(0.01);
  expect(number('best-of-twenty/one')).toBeCloseTo(0.8, 10);
});

test('parameters are counted as by hand', () => {
  expect(number('one-map/parameters')).toBe(5 * 32 + 32 + 2 * (32 * 32 + 32) + 32 * 3 + 3);
  expect(number('one-map/collapsed')).toBe(5 * 3 + 3);
  expect(number('parameter-counts/relu')).toBe(2 * 16 + 16 + (16 * 16 + 16) + (16 + 1));
});

test('the gradient written out by hand is that of the loss', () => {
  expect(number('repaired-loop/error')).toBeLessThan(1e-6);
});

test('with two positive inputs a quarter of the units have two negative weights', () => {
  expect(Math.abs(number('positive-data/positive.2.silent') - 0.25)).toBeLessThan(0.02);
}, 60_000);

test('the defaults of the libraries are those of the registry', () => {
  expect(
    ['pytorch', 'jax', 'tensorflow', 'keras'].map((name) => number(`framework-slopes/${name}`)),
  ).toEqual([0.01, 0.01, 0.2, 0.3]);
});
