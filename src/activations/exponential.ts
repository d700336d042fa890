/** The identity on the right, an exponential that settles to a negative value on the left. */
import {
  approached,
  attained,
  defineElementwise,
  facts,
  rectifierFacts,
  unboundedRight,
} from './define.ts';
import { shutTimes } from './numeric.ts';
import { closedOpen, open, openClosed, point } from './sets.ts';
import { cases } from './tex.ts';

/**
 * Exponential linear unit. f(z) → −α on the left. Differentiable at 0 only for α = 1; else `df` there is
 * the left slope α.
 */
export const elu = defineElementwise({
  kind: 'elementwise',
  id: 'elu',
  name: 'ELU',
  notation: 'ELU',
  aliases: ['exponential linear unit'],
  family: 'exponential',
  parameters: {
    alpha: {
      tex: String.raw`\alpha`,
      symbol: 'α',
      default: 1,
      min: 0,
      max: 3,
      step: 0.1,
      domain: closedOpen(0, Infinity),
    },
  },
  tex: {
    name: String.raw`\operatorname{ELU}`,
    f: ({ alpha, bare, times }) =>
      cases(
        [bare.z, `${bare.z} > 0`],
        [String.raw`${alpha}${times}\bigl(e^{${bare.z}} - 1\bigr)`, String.raw`${bare.z} \le 0`],
      ),
    df: ({ alpha, bare, times }) =>
      cases(
        ['1', `${bare.z} > 0`],
        [String.raw`${alpha}${times}e^{${bare.z}}`, String.raw`${bare.z} \le 0`],
      ),
  },
  f: (z, { alpha }) => (z > 0 ? z : shutTimes(alpha, Math.expm1(z))),
  df: (z, { alpha }) => (z > 0 ? 1 : alpha * Math.exp(z)),
  slopeFrom: (h, { alpha }) => (h > 0 ? 1 : h + alpha),
  facts: ({ alpha }) =>
    alpha === 0
      ? rectifierFacts(0)
      : facts({
          range: [open(-alpha, Infinity)],
          slopeRange: [openClosed(0, alpha), ...(alpha < 1 ? [point(1)] : [])],
          min: approached(-alpha, -Infinity),
          max: unboundedRight,
          slopeMin: approached(0, -Infinity),
          slopeMax: attained(Math.max(alpha, 1), 0),
          monotone: 'strictly increasing',
          nearIdentity: alpha === 1 ? true : 'right',
          breaks: [{ at: 0, order: alpha === 1 ? 2 : 1 }],
          saturation: { left: { to: -alpha, how: 'exponentially' } },
        }),
  frameworks: {
    pytorch: { name: 'torch.nn.ELU', defaults: 'alpha=1.0' },
    tensorflow: { name: 'tf.nn.elu', note: 'elu-tensorflow-fixed-alpha' },
    keras: { name: 'keras.activations.elu', defaults: 'alpha=1.0' },
    jax: { name: 'jax.nn.elu', defaults: 'alpha=1.0' },
  },
  source: 'clevert-2015',
});

/** λ and α make mean 0 and variance 1 a fixed point for a standard normal pre-activation. */
export const SELU_LAMBDA = 1.0507009873554805;
export const SELU_ALPHA = 1.6732632423543772;

/** Scaled ELU with the two constants of self-normalising networks; `df` at 0 is the left slope λα. */
export const selu = defineElementwise({
  kind: 'elementwise',
  id: 'selu',
  name: 'SELU',
  notation: 'SELU',
  aliases: ['scaled exponential linear unit'],
  family: 'exponential',
  parameters: {},
  tex: {
    name: String.raw`\operatorname{SELU}`,
    f: ({ z, bare, times }) =>
      cases(
        [String.raw`\lambda${times}${z}`, `${bare.z} > 0`],
        [
          String.raw`\lambda\,\alpha${times}\bigl(e^{${bare.z}} - 1\bigr)`,
          String.raw`${bare.z} \le 0`,
        ],
      ),
    df: ({ bare, times }) =>
      cases(
        [String.raw`\lambda`, `${bare.z} > 0`],
        [String.raw`\lambda\,\alpha${times}e^{${bare.z}}`, String.raw`${bare.z} \le 0`],
      ),
  },
  f: (z) => (z > 0 ? SELU_LAMBDA * z : SELU_LAMBDA * SELU_ALPHA * Math.expm1(z)),
  df: (z) => (z > 0 ? SELU_LAMBDA : SELU_LAMBDA * SELU_ALPHA * Math.exp(z)),
  slopeFrom: (h) => (h > 0 ? SELU_LAMBDA : h + SELU_LAMBDA * SELU_ALPHA),
  facts: () => {
    const depth = SELU_LAMBDA * SELU_ALPHA;
    return facts({
      range: [open(-depth, Infinity)],
      slopeRange: [openClosed(0, depth)],
      min: approached(-depth, -Infinity),
      max: unboundedRight,
      slopeMin: approached(0, -Infinity),
      slopeMax: attained(depth, 0),
      monotone: 'strictly increasing',
      breaks: [{ at: 0, order: 1 }],
      saturation: { left: { to: -depth, how: 'exponentially' } },
    });
  },
  frameworks: {
    pytorch: { name: 'torch.nn.SELU' },
    tensorflow: { name: 'tf.nn.selu' },
    keras: { name: 'keras.activations.selu' },
    jax: { name: 'jax.nn.selu' },
  },
  source: 'klambauer-2017',
});

/** ELU with α in the exponent too: slope 1 at 0 from both sides for every α. Its curvature jumps there. */
export const celu = defineElementwise({
  kind: 'elementwise',
  id: 'celu',
  name: 'CELU',
  notation: 'CELU',
  aliases: ['continuously differentiable ELU'],
  family: 'exponential',
  parameters: {
    alpha: {
      tex: String.raw`\alpha`,
      symbol: 'α',
      default: 1,
      min: 0.1,
      max: 3,
      step: 0.1,
      domain: open(0, Infinity),
    },
  },
  tex: {
    name: String.raw`\operatorname{CELU}`,
    f: ({ alpha, bare, times }) =>
      cases(
        [bare.z, `${bare.z} > 0`],
        [
          String.raw`${alpha}${times}\bigl(e^{${bare.z} / ${alpha}} - 1\bigr)`,
          String.raw`${bare.z} \le 0`,
        ],
      ),
    df: ({ alpha, bare }) =>
      cases(['1', `${bare.z} > 0`], [`e^{${bare.z} / ${alpha}}`, String.raw`${bare.z} \le 0`]),
  },
  f: (z, { alpha }) => {
    const t = z / alpha;
    // So near 0 the curve is z to the last digit; a tiny z over a large α would lose its digits.
    return t > -(2 ** -54) ? z : alpha * Math.expm1(t);
  },
  df: (z, { alpha }) => (z > 0 ? 1 : Math.exp(z / alpha)),
  slopeFrom: (h, { alpha }) => (h > 0 ? 1 : h / alpha + 1),
  facts: ({ alpha }) =>
    facts({
      range: [open(-alpha, Infinity)],
      slopeRange: [openClosed(0, 1)],
      min: approached(-alpha, -Infinity),
      max: unboundedRight,
      slopeMin: approached(0, -Infinity),
      slopeMax: attained(1, 0),
      monotone: 'strictly increasing',
      nearIdentity: true,
      breaks: [{ at: 0, order: 2 }],
      saturation: { left: { to: -alpha, how: 'exponentially' } },
    }),
  frameworks: {
    pytorch: { name: 'torch.nn.CELU', defaults: 'alpha=1.0' },
    keras: { name: 'keras.activations.celu', defaults: 'alpha=1.0' },
    jax: { name: 'jax.nn.celu', defaults: 'alpha=1.0' },
  },
  source: 'barron-2017',
});
