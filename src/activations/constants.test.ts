import { describe, expect, test } from 'vitest';
import { activations, bind } from './index.ts';

const { relu, gelu, silu, mish, softplus, squareplus } = activations;
const curve = (id: Parameters<typeof bind>[0], parameters = {}) => bind(id, parameters).f;

/** Greatest |a(z) − b(z)| on a grid of 1/1000, refined by parabolas, and where it is attained. */
function greatestDifference(a: (z: number) => number, b: (z: number) => number) {
  const gap = (z: number) => Math.abs(a(z) - b(z));
  let at = 0;
  for (let i = -12000; i <= 12000; i++) if (gap(i / 1000) > gap(at)) at = i / 1000;
  for (let h = 1e-3; h > 1e-9; h /= 2) {
    at = [at - h, at, at + h].reduce((p, q) => (gap(q) > gap(p) ? q : p));
  }
  return { gap, at };
}

// The figures that the book prints; f's own extrema are checked against f by facts.test.ts.
describe('distances between functions', () => {
  test.each([
    ['GELU and ReLU', curve(gelu), curve(relu), 0.169971, 0.751792],
    ['SiLU and ReLU', curve(silu), curve(relu), 0.278465, 1.278465],
    ['Mish and ReLU', curve(mish), curve(relu), 0.308843, -1.192431],
    ['softplus and ReLU', curve(softplus), curve(relu), Math.LN2, 0],
    ['squareplus and softplus', curve(squareplus), curve(softplus), 1 - Math.LN2, 0],
    [
      'GELU and its tanh form',
      curve(gelu),
      curve(activations['gelu-tanh']),
      4.7323552e-4,
      2.698941,
    ],
    [
      'GELU and SiLU with β = 1.702',
      curve(gelu),
      curve(silu, { beta: 1.702 }),
      0.02033487,
      2.270398,
    ],
    ['hard swish and SiLU', curve(activations['hard-swish']), curve(silu), 0.142278, 3],
    [
      'hard sigmoid and sigmoid',
      curve(activations['hard-sigmoid']),
      curve(activations.sigmoid),
      0.069182,
      1.316958,
    ],
  ])('%s', (_pair, a, b, gap, at) => {
    const found = greatestDifference(a, b);
    expect(Math.abs(found.gap(found.at) - gap)).toBeLessThan(gap < 1e-3 ? 1e-11 : 6e-7);
    // Round a maximum the difference is flat, so its value tells more than its place.
    expect(found.gap(found.at) - found.gap(at)).toBeLessThan(1e-11);
    expect(Math.abs(Math.abs(found.at) - Math.abs(at))).toBeLessThan(1e-3);
  });
});

describe('means under a standard normal pre-activation', () => {
  /** E g(z) by the trapezium rule in steps of 1/2048, which has nodes at all kinks. */
  function mean(g: (z: number) => number) {
    let sum = 0;
    for (let i = -12 * 2048; i <= 12 * 2048; i++) {
      const z = i / 2048;
      // At a jump of a slope the rule wants the mean of both sides.
      sum += ((g(z - 1e-12) + g(z + 1e-12)) / 2) * Math.exp((-z * z) / 2);
    }
    return sum / 2048 / Math.sqrt(2 * Math.PI);
  }

  // E f, E f², E f′, E f′²
  test.each([
    ['sigmoid', {}, [0.5, 0.293379, 0.206621, 0.044836]],
    ['hard-sigmoid', {}, [0.5, 0.277639, 0.166217, 0.027703]],
    ['tanh', {}, [0, 0.394294, 0.605706, 0.464403]],
    ['hard-tanh', {}, [0, 0.516059, 0.682689, 0.682689]],
    ['softsign', {}, [0, 0.183014, 0.412755, 0.227671]],
    ['relu', {}, [0.398942, 0.5, 0.5, 0.5]],
    ['leaky-relu', {}, [0.394953, 0.50005, 0.505, 0.50005]],
    ['leaky-relu', { alpha: 0.2 }, [0.319154, 0.52, 0.6, 0.52]],
    ['prelu', {}, [0.299207, 0.53125, 0.625, 0.53125]],
    ['elu', {}, [0.160521, 0.644945, 0.761578, 0.668102]],
    ['selu', {}, [0, 1, 0.985231, 1.071575]],
    ['softplus', {}, [0.806059, 0.921246, 0.5, 0.293379]],
    ['squareplus', {}, [1.109306, 1.5, 0.5, 0.289315]],
    ['gelu', {}, [0.282095, 0.425221, 0.5, 0.455851]],
    ['silu', {}, [0.206621, 0.355776, 0.5, 0.379482]],
    ['hard-swish', {}, [0.166217, 0.331567, 0.5, 0.358532]],
    ['mish', {}, [0.240404, 0.452342, 0.563748, 0.479084]],
    ['sine', {}, [0, 0.432332, 0.606531, 0.567668]],
    ['snake', {}, [0.432332, 1.307374, 1, 1.499832]],
  ] as const)('%s %o', (id, parameters, expected) => {
    const { f, df } = bind(activations[id], parameters);
    const found = [mean(f), mean((z) => f(z) ** 2), mean(df), mean((z) => df(z) ** 2)];
    found.forEach((value, i) => {
      expect(Math.abs(value - expected[i]!), `${i}: ${value}`).toBeLessThan(2e-6);
    });
  });
});

test('fixed points: f′(0) of Mish is 0.6, SELU keeps mean 0 and variance 1', () => {
  expect(bind(mish).df(0)).toBeCloseTo(0.6, 15);
  expect(bind(activations.selu).facts.slopeMax.value).toBeCloseTo(1.7580993408473768, 14);
});
