/** Functions that squash the real line into a bounded interval, and their piecewise linear stand-ins. */
import { approached, attained, defineElementwise, facts } from './define.ts';
import { logistic, logisticSlope } from './numeric.ts';
import { closed, open, openClosed, point } from './sets.ts';
import { cases } from './tex.ts';

/** The logistic sigmoid σ(z) = 1/(1 + e⁻ᶻ). Its slope never exceeds ¼. */
export const sigmoid = defineElementwise({
  kind: 'elementwise',
  id: 'sigmoid',
  name: 'Sigmoid',
  notation: 'σ',
  aliases: ['logistic function', 'logistic sigmoid'],
  family: 'squashers',
  parameters: {},
  tex: {
    name: String.raw`\sigma`,
    f: (s) => String.raw`\frac{1}{1 + e^{-${s.z}}}`,
    df: ({ bare, times }) => String.raw`\sigma(${bare.z})${times}\bigl(1 - \sigma(${bare.z})\bigr)`,
  },
  f: logistic,
  df: logisticSlope,
  slopeFrom: (h) => h * (1 - h),
  facts: () =>
    facts({
      range: [open(0, 1)],
      slopeRange: [openClosed(0, 0.25)],
      min: approached(0, -Infinity),
      max: approached(1, Infinity),
      slopeMin: approached(0, Infinity),
      slopeMax: attained(0.25, 0),
      monotone: 'strictly increasing',
      saturation: {
        left: { to: 0, how: 'exponentially' },
        right: { to: 1, how: 'exponentially' },
      },
    }),
  frameworks: {
    pytorch: { name: 'torch.nn.Sigmoid' },
    tensorflow: { name: 'tf.nn.sigmoid' },
    keras: { name: 'keras.activations.sigmoid' },
    jax: { name: 'jax.nn.sigmoid' },
  },
  source: 'rumelhart-1986',
});

/** Sigmoid of straight pieces in the version of MobileNetV3: relu6(z + 3)/6. Slope 0 at the kinks ±3. */
export const hardSigmoid = defineElementwise({
  kind: 'elementwise',
  id: 'hard-sigmoid',
  name: 'Hard sigmoid',
  notation: 'hard-σ',
  aliases: [],
  family: 'squashers',
  parameters: {},
  tex: {
    name: String.raw`\operatorname{hard-}\sigma`,
    f: (s) =>
      String.raw`\min\Bigl(1,\ \max\Bigl(0,\ \frac{${s.bare.z}}{6} + \frac{1}{2}\Bigr)\Bigr)`,
    df: ({ bare }) =>
      cases(
        [String.raw`\frac{1}{6}`, String.raw`\lvert ${bare.z} \rvert < 3`],
        ['0', String.raw`\lvert ${bare.z} \rvert \ge 3`],
      ),
  },
  // (z + 3)/6 and not z/6 + ½: near −3 the sum z + 3 is exact.
  f: (z) => Math.min(6, Math.max(0, z + 3)) / 6,
  df: (z) => (Math.abs(z) < 3 ? 1 / 6 : Number.isNaN(z) ? NaN : 0),
  facts: () =>
    facts({
      range: [closed(0, 1)],
      slopeRange: [point(0), point(1 / 6)],
      min: attained(0, -3),
      max: attained(1, 3),
      slopeMin: attained(0, -3),
      slopeMax: attained(1 / 6, 0),
      monotone: 'non-decreasing',
      breaks: [
        { at: -3, order: 1 },
        { at: 3, order: 1 },
      ],
      saturation: {
        left: { to: 0, how: 'exactly', from: -3 },
        right: { to: 1, how: 'exactly', from: 3 },
      },
    }),
  frameworks: {
    pytorch: { name: 'torch.nn.Hardsigmoid' },
    keras: { name: 'keras.activations.hard_sigmoid', note: 'hard-sigmoid-keras-2' },
    jax: { name: 'jax.nn.hard_sigmoid' },
  },
  source: 'courbariaux-2015',
});

/** The hyperbolic tangent, 2σ(2z) − 1: zero-centred, slope 1 at the origin. */
export const tanh = defineElementwise({
  kind: 'elementwise',
  id: 'tanh',
  name: 'Tanh',
  notation: 'tanh',
  aliases: ['hyperbolic tangent'],
  family: 'squashers',
  parameters: {},
  tex: {
    name: String.raw`\tanh`,
    f: ({ z, bare }) => String.raw`\frac{e^{${bare.z}} - e^{-${z}}}{e^{${bare.z}} + e^{-${z}}}`,
    df: (s) => String.raw`1 - \tanh^2(${s.bare.z})`,
  },
  f: Math.tanh,
  // 1/cosh² and not 1 − tanh²: the difference is 0 already at |z| = 19.
  df: (z) => (1 / Math.cosh(z)) ** 2,
  slopeFrom: (h) => 1 - h * h,
  facts: () =>
    facts({
      range: [open(-1, 1)],
      slopeRange: [openClosed(0, 1)],
      min: approached(-1, -Infinity),
      max: approached(1, Infinity),
      slopeMin: approached(0, Infinity),
      slopeMax: attained(1, 0),
      monotone: 'strictly increasing',
      zeroCentred: true,
      nearIdentity: true,
      saturation: {
        left: { to: -1, how: 'exponentially' },
        right: { to: 1, how: 'exponentially' },
      },
    }),
  frameworks: {
    pytorch: { name: 'torch.nn.Tanh' },
    tensorflow: { name: 'tf.nn.tanh' },
    keras: { name: 'keras.activations.tanh' },
    jax: { name: 'jax.nn.tanh' },
  },
  source: 'lecun-1998',
});

/** The identity, cut off at ±1. Slope 0 at the kinks. */
export const hardTanh = defineElementwise({
  kind: 'elementwise',
  id: 'hard-tanh',
  name: 'Hard tanh',
  notation: 'hardtanh',
  aliases: ['Hardtanh'],
  family: 'squashers',
  parameters: {},
  tex: {
    name: String.raw`\operatorname{hardtanh}`,
    f: (s) => String.raw`\min\bigl(1,\ \max(-1,\ ${s.bare.z})\bigr)`,
    df: ({ bare }) =>
      cases(
        ['1', String.raw`\lvert ${bare.z} \rvert < 1`],
        ['0', String.raw`\lvert ${bare.z} \rvert \ge 1`],
      ),
  },
  f: (z) => Math.min(1, Math.max(-1, z)),
  df: (z) => (Math.abs(z) < 1 ? 1 : Number.isNaN(z) ? NaN : 0),
  facts: () =>
    facts({
      range: [closed(-1, 1)],
      slopeRange: [point(0), point(1)],
      min: attained(-1, -1),
      max: attained(1, 1),
      slopeMin: attained(0, -1),
      slopeMax: attained(1, 0),
      monotone: 'non-decreasing',
      zeroCentred: true,
      nearIdentity: true,
      breaks: [
        { at: -1, order: 1 },
        { at: 1, order: 1 },
      ],
      saturation: {
        left: { to: -1, how: 'exactly', from: -1 },
        right: { to: 1, how: 'exactly', from: 1 },
      },
    }),
  frameworks: {
    pytorch: { name: 'torch.nn.Hardtanh', defaults: 'min_val=-1.0, max_val=1.0' },
    keras: { name: 'keras.activations.hard_tanh' },
    jax: { name: 'jax.nn.hard_tanh' },
  },
  source: 'collobert-2004',
});

/** z/(1 + |z|): saturates like 1/z, far more slowly than tanh. Its curvature jumps from 2 to −2 at 0. */
export const softsign = defineElementwise({
  kind: 'elementwise',
  id: 'softsign',
  name: 'Softsign',
  notation: 'softsign',
  aliases: ['Elliott function'],
  family: 'squashers',
  parameters: {},
  tex: {
    name: String.raw`\operatorname{softsign}`,
    f: ({ bare }) => String.raw`\frac{${bare.z}}{1 + \lvert ${bare.z} \rvert}`,
    df: ({ bare }) => String.raw`\frac{1}{\bigl(1 + \lvert ${bare.z} \rvert\bigr)^2}`,
  },
  f: (z) => (Math.abs(z) === Infinity ? Math.sign(z) : z / (1 + Math.abs(z))),
  df: (z) => (1 / (1 + Math.abs(z))) ** 2,
  facts: () =>
    facts({
      range: [open(-1, 1)],
      slopeRange: [openClosed(0, 1)],
      min: approached(-1, -Infinity),
      max: approached(1, Infinity),
      slopeMin: approached(0, Infinity),
      slopeMax: attained(1, 0),
      monotone: 'strictly increasing',
      zeroCentred: true,
      nearIdentity: true,
      breaks: [{ at: 0, order: 2 }],
      saturation: {
        left: { to: -1, how: 'algebraically' },
        right: { to: 1, how: 'algebraically' },
      },
    }),
  frameworks: {
    pytorch: { name: 'torch.nn.Softsign' },
    tensorflow: { name: 'tf.nn.softsign' },
    keras: { name: 'keras.activations.softsign' },
    jax: { name: 'jax.nn.soft_sign' },
  },
  source: 'elliott-1993',
});
