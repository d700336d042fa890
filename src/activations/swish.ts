/** z times a gate of itself: SiLU (Swish), its piecewise stand-in, and Mish. */
import {
  attained,
  defineElementwise,
  facts,
  lineFacts,
  unboundedLeft,
  unboundedRight,
} from './define.ts';
import { logistic, logisticSlope, shutTimes } from './numeric.ts';
import { closed, closedOpen, openClosed } from './sets.ts';
import { cases } from './tex.ts';
import type { Tail } from './types.ts';

/** W(1/e), Lambert's function: the minimum of z σ(z) is −W(1/e), at −(1 + W(1/e)). */
const LAMBERT = 0.2784645427610738;
/** The slope of z σ(z) is least at −t and greatest at t, the root of t tanh(t/2) = 2. */
const STEEPEST_AT = 2.3993572805154677;
const STEEPEST = 1.0998393201288669;

/**
 * z σ(βz). SiLU is β = 1; β → 0 gives the line z/2, β → ∞ ReLU. A negative β, which learning may
 * reach, turns the curve by half a turn about the origin.
 */
export const silu = defineElementwise({
  kind: 'elementwise',
  id: 'silu',
  name: 'SiLU',
  notation: 'SiLU',
  aliases: ['Swish', 'sigmoid linear unit', 'SiL'],
  family: 'smooth',
  parameters: {
    beta: {
      tex: String.raw`\beta`,
      symbol: 'β',
      default: 1,
      min: 0,
      max: 10,
      step: 0.1,
      learned: true,
      // z² σ′(βz), with the factors in an order that cannot overflow.
      df: (z, { beta }) => shutTimes(shutTimes(logisticSlope(shutTimes(beta, z)), z), z),
    },
  },
  tex: {
    name: String.raw`\operatorname{SiLU}`,
    f: ({ z, beta, bare, times }) => String.raw`${bare.z}${times}\sigma(${beta}${times}${z})`,
    df: ({ z, beta, times }) => {
      const gate = String.raw`\sigma(${beta}${times}${z})`;
      return String.raw`${gate}${times}\Bigl(1 + ${beta}${times}${z}${times}\bigl(1 - ${gate}\bigr)\Bigr)`;
    },
  },
  f: (z, { beta }) => shutTimes(logistic(shutTimes(beta, z)), z),
  df: (z, { beta }) => {
    const t = shutTimes(beta, z);
    return logistic(t) + shutTimes(logisticSlope(t), t);
  },
  facts: ({ beta }) => {
    if (beta === 0) return lineFacts(0.5);
    const dip = attained(-LAMBERT / beta, -(1 + LAMBERT) / beta);
    const dying: Tail = { to: 0, how: 'exponentially' };
    return facts({
      ...(beta > 0
        ? {
            range: [closedOpen(dip.value, Infinity)],
            min: dip,
            max: unboundedRight,
            saturation: { left: dying },
          }
        : {
            range: [openClosed(-Infinity, dip.value)],
            min: unboundedLeft,
            max: dip,
            saturation: { right: dying },
          }),
      slopeRange: [closed(1 - STEEPEST, STEEPEST)],
      slopeMin: attained(1 - STEEPEST, -STEEPEST_AT / beta),
      slopeMax: attained(STEEPEST, STEEPEST_AT / beta),
      monotone: 'no',
    });
  },
  frameworks: {
    pytorch: { name: 'torch.nn.SiLU', note: 'silu-no-beta' },
    tensorflow: { name: 'tf.nn.silu', defaults: 'beta=1.0', note: 'silu-tensorflow-beta' },
    keras: { name: 'keras.activations.silu', note: 'silu-no-beta' },
    jax: { name: 'jax.nn.silu', note: 'silu-no-beta' },
  },
  source: 'elfwing-2017',
});

/** SiLU with the hard sigmoid as gate. Slope 0 at the kink −3 and 1 at the kink 3. */
export const hardSwish = defineElementwise({
  kind: 'elementwise',
  id: 'hard-swish',
  name: 'Hard swish',
  notation: 'h-swish',
  aliases: ['Hardswish', 'hard SiLU'],
  family: 'smooth',
  parameters: {},
  tex: {
    name: String.raw`\operatorname{h-swish}`,
    f: ({ bare, times }) =>
      String.raw`${bare.z}${times}\frac{\min\bigl(6,\ \max(0,\ ${bare.z} + 3)\bigr)}{6}`,
    df: ({ z, bare, times }) =>
      cases(
        ['0', String.raw`${bare.z} \le -3`],
        [String.raw`\frac{2${times}${z} + 3}{6}`, `-3 < ${bare.z} < 3`],
        ['1', String.raw`${bare.z} \ge 3`],
      ),
  },
  f: (z) => (z <= -3 ? 0 : z >= 3 ? z : (z * (z + 3)) / 6),
  df: (z) => (z <= -3 ? 0 : z >= 3 ? 1 : (2 * z + 3) / 6),
  facts: () =>
    facts({
      range: [closedOpen(-0.375, Infinity)],
      slopeRange: [closed(-0.5, 1.5)],
      min: attained(-0.375, -1.5),
      max: unboundedRight,
      slopeMin: attained(-0.5, -3),
      slopeMax: attained(1.5, 3),
      monotone: 'no',
      breaks: [
        { at: -3, order: 1 },
        { at: 3, order: 1 },
      ],
      saturation: { left: { to: 0, how: 'exactly', from: -3 } },
    }),
  frameworks: {
    pytorch: { name: 'torch.nn.Hardswish' },
    keras: { name: 'keras.activations.hard_silu' },
    jax: { name: 'jax.nn.hard_silu' },
  },
  source: 'howard-2019',
});

/**
 * z tanh(ln(1 + eᶻ)). With e = eᶻ and n = e(e + 2) the gate is n/(n + 2): sums of positive terms only.
 * For z > 0 both sides are multiplied by powers of w = e⁻ᶻ, so that nothing overflows.
 */
export const mish = defineElementwise({
  kind: 'elementwise',
  id: 'mish',
  name: 'Mish',
  notation: 'Mish',
  aliases: [],
  family: 'smooth',
  parameters: {},
  tex: {
    name: String.raw`\operatorname{Mish}`,
    f: ({ bare, times }) => String.raw`${bare.z}${times}\tanh\bigl(\ln(1 + e^{${bare.z}})\bigr)`,
    df: ({ z, bare, times }) =>
      String.raw`\tanh u + ${z}${times}\sigma(${bare.z})${times}\bigl(1 - \tanh^2 u\bigr), \quad u = \ln(1 + e^{${bare.z}})`,
  },
  f: (z) => shutTimes(mishGate(z), z),
  df: (z) => mishGate(z) + shutTimes(mishGateSlope(z), z),
  facts: () =>
    facts({
      range: [closedOpen(-0.3088434130172504, Infinity)],
      slopeRange: [closed(-0.11252612238946256, 1.0884981612517279)],
      min: attained(-0.3088434130172504, -1.1924312145154952),
      max: unboundedRight,
      slopeMin: attained(-0.11252612238946256, -2.256376396360793),
      slopeMax: attained(1.0884981612517279, 1.4905711794854285),
      monotone: 'no',
      saturation: { left: { to: 0, how: 'exponentially' } },
    }),
  frameworks: {
    pytorch: { name: 'torch.nn.Mish' },
    keras: { name: 'keras.activations.mish' },
    jax: { name: 'jax.nn.mish' },
  },
  source: 'misra-2019',
});

/** tanh(ln(1 + eᶻ)) */
function mishGate(z: number): number {
  if (z > 0) {
    const w = Math.exp(-z);
    return (1 + 2 * w) / (1 + 2 * w * (1 + w));
  }
  const e = Math.exp(z);
  const n = e * (e + 2);
  return n / (n + 2);
}

/** Its derivative, 4e(1 + e)/(n + 2)². */
function mishGateSlope(z: number): number {
  if (z > 0) {
    const w = Math.exp(-z);
    return (4 * w * w * (1 + w)) / (1 + 2 * w * (1 + w)) ** 2;
  }
  const e = Math.exp(z);
  return (4 * e * (1 + e)) / (e * (e + 2) + 2) ** 2;
}
