/** ReLU and the functions of two straight halves. */
import { attained, defineElementwise, facts, rectifierFacts } from './define.ts';
import { shutTimes } from './numeric.ts';
import { closed, point } from './sets.ts';
import { cases } from './tex.ts';
import type { Parameter } from './types.ts';

/** z where it is positive, αz elsewhere; slope α at 0. */
const leak = (z: number, alpha: number): number => (z > 0 ? z : shutTimes(alpha, z));
const leakSlope = (z: number, alpha: number): number => (z > 0 ? 1 : z <= 0 ? alpha : NaN);

/** Such a function in TeX: its right and its left half. */
const halves = (z: string, right: string, left: string) =>
  cases([right, `${z} > 0`], [left, String.raw`${z} \le 0`]);

/** The rectified linear unit max(0, z). Slope 0 at the kink. */
export const relu = defineElementwise({
  kind: 'elementwise',
  id: 'relu',
  name: 'ReLU',
  notation: 'ReLU',
  aliases: ['rectified linear unit', 'rectifier', 'ramp'],
  family: 'rectifiers',
  parameters: {},
  tex: {
    name: String.raw`\operatorname{ReLU}`,
    f: (s) => String.raw`\max(0,\ ${s.bare.z})`,
    df: (s) => halves(s.bare.z, '1', '0'),
  },
  f: (z) => Math.max(0, z),
  df: (z) => leakSlope(z, 0),
  facts: () => rectifierFacts(0),
  frameworks: {
    pytorch: { name: 'torch.nn.ReLU' },
    tensorflow: { name: 'tf.nn.relu' },
    keras: {
      name: 'keras.activations.relu',
      defaults: 'negative_slope=0.0, max_value=None, threshold=0.0',
      note: 'relu-keras-arguments',
    },
    jax: { name: 'jax.nn.relu' },
  },
  source: 'nair-2010',
});

/** ReLU cut off at 6. Slope 0 at both kinks. */
export const relu6 = defineElementwise({
  kind: 'elementwise',
  id: 'relu6',
  name: 'ReLU6',
  notation: 'ReLU6',
  aliases: ['capped ReLU'],
  family: 'rectifiers',
  parameters: {},
  tex: {
    name: String.raw`\operatorname{ReLU6}`,
    f: (s) => String.raw`\min\bigl(6,\ \max(0,\ ${s.bare.z})\bigr)`,
    df: ({ bare }) =>
      cases(
        ['0', String.raw`${bare.z} \le 0`],
        ['1', `0 < ${bare.z} < 6`],
        ['0', String.raw`${bare.z} \ge 6`],
      ),
  },
  f: (z) => Math.min(6, Math.max(0, z)),
  df: (z) => (z > 0 && z < 6 ? 1 : Number.isNaN(z) ? NaN : 0),
  facts: () =>
    facts({
      range: [closed(0, 6)],
      slopeRange: [point(0), point(1)],
      min: attained(0, 0),
      max: attained(6, 6),
      slopeMin: attained(0, 0),
      slopeMax: attained(1, 3),
      monotone: 'non-decreasing',
      nearIdentity: 'right',
      breaks: [
        { at: 0, order: 1 },
        { at: 6, order: 1 },
      ],
      saturation: {
        left: { to: 0, how: 'exactly', from: 0 },
        right: { to: 6, how: 'exactly', from: 6 },
      },
    }),
  frameworks: {
    pytorch: { name: 'torch.nn.ReLU6' },
    tensorflow: { name: 'tf.nn.relu6' },
    keras: { name: 'keras.activations.relu6' },
    jax: { name: 'jax.nn.relu6' },
  },
  source: 'krizhevsky-2010',
});

/** ReLU with a small fixed slope α on the left, so that no unit has gradient 0 everywhere. */
export const leakyRelu = defineElementwise({
  kind: 'elementwise',
  id: 'leaky-relu',
  name: 'Leaky ReLU',
  notation: 'LeakyReLU',
  aliases: ['leaky rectifier', 'LReLU'],
  family: 'rectifiers',
  parameters: {
    alpha: { tex: String.raw`\alpha`, symbol: 'α', default: 0.01, min: 0, max: 1, step: 0.01 },
  },
  tex: {
    name: String.raw`\operatorname{LeakyReLU}`,
    f: ({ z, alpha, bare, times }) => halves(bare.z, bare.z, `${alpha}${times}${z}`),
    df: ({ bare }) => halves(bare.z, '1', bare.alpha),
  },
  f: (z, { alpha }) => leak(z, alpha),
  df: (z, { alpha }) => leakSlope(z, alpha),
  facts: ({ alpha }) => rectifierFacts(alpha),
  frameworks: {
    pytorch: { name: 'torch.nn.LeakyReLU', defaults: 'negative_slope=0.01' },
    tensorflow: {
      name: 'tf.nn.leaky_relu',
      defaults: 'alpha=0.2',
      note: 'leaky-relu-defaults-differ',
    },
    keras: {
      name: 'keras.layers.LeakyReLU',
      defaults: 'negative_slope=0.3',
      note: 'leaky-relu-keras-two-defaults',
    },
    jax: {
      name: 'jax.nn.leaky_relu',
      defaults: 'negative_slope=0.01',
      note: 'leaky-relu-jax-slope-at-zero',
    },
  },
  source: 'maas-2013',
});

/** Leaky ReLU whose slope α is learned; ∂f/∂α = min(0, z). Training may take α below 0 or above 1. */
export const prelu = defineElementwise({
  kind: 'elementwise',
  id: 'prelu',
  name: 'PReLU',
  notation: 'PReLU',
  aliases: ['parametric ReLU'],
  family: 'rectifiers',
  parameters: {
    alpha: {
      tex: String.raw`\alpha`,
      symbol: 'α',
      default: 0.25,
      min: -1,
      max: 2,
      step: 0.05,
      learned: true,
      df: (z) => Math.min(0, z),
    },
  },
  tex: {
    name: String.raw`\operatorname{PReLU}`,
    f: ({ z, alpha, bare, times }) => halves(bare.z, bare.z, `${alpha}${times}${z}`),
    df: ({ bare }) => halves(bare.z, '1', bare.alpha),
  },
  f: (z, { alpha }) => leak(z, alpha),
  df: (z, { alpha }) => leakSlope(z, alpha),
  facts: ({ alpha }) => rectifierFacts(alpha),
  frameworks: {
    pytorch: {
      name: 'torch.nn.PReLU',
      defaults: 'num_parameters=1, init=0.25',
      note: 'prelu-pytorch-one-slope',
    },
    keras: {
      name: 'keras.layers.PReLU',
      defaults: "alpha_initializer='Zeros', shared_axes=None",
      note: 'prelu-keras-per-element',
    },
    jax: {
      name: 'flax.linen.PReLU',
      defaults: 'negative_slope_init=0.01',
      note: 'prelu-jax-flax',
    },
  },
  source: 'he-2015',
});

// A step of 1/24 meets both 1/8 and 1/3.
const rreluBound = (tex: string, value: number): Parameter => ({
  tex,
  symbol: tex,
  default: value,
  min: 0,
  max: 1,
  step: 1 / 24,
});

/** The slope of RReLU on the left. Halved first: the sum of two large bounds would overflow. */
export const rreluSlope = (lower: number, upper: number): number => lower / 2 + upper / 2;

/**
 * Randomised leaky ReLU as it evaluates: the slope on the left is the middle of [lower, upper]. As it
 * was published, every unit draws its own slope for each example while training; the book's networks
 * (`src/nn`) train with the middle, too. The order of the two bounds is free.
 */
export const rrelu = defineElementwise({
  kind: 'elementwise',
  id: 'rrelu',
  name: 'RReLU',
  notation: 'RReLU',
  aliases: ['randomised leaky ReLU', 'randomized leaky ReLU'],
  family: 'rectifiers',
  parameters: { lower: rreluBound('l', 1 / 8), upper: rreluBound('u', 1 / 3) },
  tex: {
    name: String.raw`\operatorname{RReLU}`,
    f: ({ z, upper, bare, times }) =>
      halves(bare.z, bare.z, String.raw`\frac{${bare.lower} + ${upper}}{2}${times}${z}`),
    df: ({ upper, bare }) => halves(bare.z, '1', String.raw`\frac{${bare.lower} + ${upper}}{2}`),
  },
  f: (z, { lower, upper }) => leak(z, rreluSlope(lower, upper)),
  df: (z, { lower, upper }) => leakSlope(z, rreluSlope(lower, upper)),
  facts: ({ lower, upper }) => rectifierFacts(rreluSlope(lower, upper)),
  frameworks: {
    pytorch: {
      name: 'torch.nn.RReLU',
      defaults: 'lower=1/8, upper=1/3',
      note: 'rrelu-training-mode',
    },
  },
  source: 'xu-2015',
});
