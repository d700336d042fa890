/** The Gaussian error linear unit and its approximation. */
import { attained, defineElementwise, facts, unboundedRight } from './define.ts';
import { logistic, logisticSlope, normalCdf, normalPdf, shutTimes } from './numeric.ts';
import { closed, closedOpen } from './sets.ts';
import type { Extremum, Facts } from './types.ts';

const dipFacts = (min: Extremum, slopeMin: Extremum): Facts => {
  // f(z) − z/2 is even, so f′(z) + f′(−z) = 1: the greatest slope mirrors the least.
  const slopeMax = attained(1 - slopeMin.value, -slopeMin.at);
  return facts({
    range: [closedOpen(min.value, Infinity)],
    slopeRange: [closed(slopeMin.value, slopeMax.value)],
    min,
    max: unboundedRight,
    slopeMin,
    slopeMax,
    monotone: 'no',
    saturation: { left: { to: 0, how: 'gaussian' } },
  });
};

/** z · Φ(z). Non-monotonic: its minimum ≈ −0.17 lies at z ≈ −0.752; steepest at ±√2. */
export const gelu = defineElementwise({
  kind: 'elementwise',
  id: 'gelu',
  name: 'GELU',
  notation: 'GELU',
  aliases: ['Gaussian error linear unit'],
  family: 'smooth',
  parameters: {},
  tex: {
    name: String.raw`\operatorname{GELU}`,
    f: ({ bare, times }) => String.raw`${bare.z}${times}\Phi(${bare.z})`,
    df: ({ z, bare, times }) => String.raw`\Phi(${bare.z}) + ${z}${times}\varphi(${bare.z})`,
  },
  f: (z) => shutTimes(normalCdf(z), z),
  df: (z) => normalCdf(z) + shutTimes(normalPdf(z), z),
  facts: () =>
    dipFacts(
      attained(-0.16997120747990366, -0.7517915246935645),
      attained(-0.12890414518515479, -Math.SQRT2),
    ),
  frameworks: {
    pytorch: { name: 'torch.nn.GELU', defaults: "approximate='none'", note: 'gelu-exact-default' },
    tensorflow: { name: 'tf.nn.gelu', defaults: 'approximate=False', note: 'gelu-exact-default' },
    keras: {
      name: 'keras.activations.gelu',
      defaults: 'approximate=False',
      note: 'gelu-keras-two-defaults',
    },
    jax: { name: 'jax.nn.gelu', defaults: 'approximate=True', note: 'gelu-jax-tanh-default' },
  },
  source: 'hendrycks-2016',
});

const SLOPE = Math.sqrt(2 / Math.PI);
const CUBIC = 0.044715;

/** Twice the argument u of the tanh, for ½(1 + tanh u) = σ(2u), which keeps the left tail. */
const doubleU = (z: number): number => 2 * SLOPE * (z + CUBIC * z * z * z);

/** GELU by tanh instead of Φ: within 4.74 · 10⁻⁴ of it, and what JAX means by GELU. */
export const geluTanh = defineElementwise({
  kind: 'elementwise',
  id: 'gelu-tanh',
  name: 'GELU (tanh)',
  notation: 'GELUₜₐₙₕ',
  aliases: ['approximate GELU', 'GELU new'],
  family: 'smooth',
  parameters: {},
  tex: {
    name: String.raw`\operatorname{GELU}_{\mathrm{tanh}}`,
    f: ({ bare, ...s }) =>
      String.raw`\frac{${bare.z}}{2}\bigl(1 + \tanh u\bigr), \quad ${uTex(s.z, bare.z, s.times)}`,
    df: ({ bare, ...s }) =>
      String.raw`\frac{1 + \tanh u}{2} + \frac{${bare.z}}{2}${s.times}\bigl(1 - \tanh^2 u\bigr)${s.times}\sqrt{\frac{2}{\pi}}\,\bigl(1 + 0.134145${s.times}${s.z}^2\bigr), \quad ${uTex(s.z, bare.z, s.times)}`,
  },
  f: (z) => shutTimes(logistic(doubleU(z)), z),
  df: (z) => {
    const t = doubleU(z);
    return logistic(t) + shutTimes(logisticSlope(t), z * 2 * SLOPE * (1 + 3 * CUBIC * z * z));
  },
  facts: () =>
    dipFacts(
      attained(-0.17004075057125406, -0.7524614220710163),
      attained(-0.12899306865877177, -1.4185040087908284),
    ),
  frameworks: {
    pytorch: {
      name: 'torch.nn.GELU',
      defaults: "approximate='tanh'",
      note: 'gelu-tanh-on-request',
    },
    tensorflow: {
      name: 'tf.nn.gelu',
      defaults: 'approximate=True',
      note: 'gelu-tanh-on-request',
    },
    keras: {
      name: 'keras.activations.gelu',
      defaults: 'approximate=True',
      note: 'gelu-tanh-on-request',
    },
    jax: { name: 'jax.nn.gelu', defaults: 'approximate=True', note: 'gelu-jax-tanh-default' },
  },
  source: 'hendrycks-2016',
});

function uTex(z: string, bareZ: string, times: string): string {
  return String.raw`u = \sqrt{\frac{2}{\pi}}\,\bigl(${bareZ} + 0.044715${times}${z}^3\bigr)`;
}
