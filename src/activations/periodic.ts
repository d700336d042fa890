/** Functions with a period, for signals and data that repeat. */
import { attained, defineElementwise, facts, unboundedLeft, unboundedRight } from './define.ts';
import { phase } from './numeric.ts';
import { closed, open, reals } from './sets.ts';

/**
 * sin(ω₀z), the activation of SIREN, whose first layer takes ω₀ = 30. NaN at ±∞, where it has no limit.
 * The phase ω₀z is rounded once, so f is off by up to about |ω₀z| · 10⁻¹⁶.
 */
export const sine = defineElementwise({
  kind: 'elementwise',
  id: 'sine',
  name: 'Sine',
  notation: 'sine',
  aliases: ['SIREN'],
  family: 'periodic',
  parameters: {
    omega0: {
      tex: String.raw`\omega_0`,
      symbol: 'ω₀',
      default: 1,
      min: 0.5,
      max: 30,
      step: 0.5,
      domain: open(0, Infinity),
    },
  },
  tex: {
    name: String.raw`\operatorname{sine}`,
    f: ({ z, omega0, times }) => String.raw`\sin(${omega0}${times}${z})`,
    df: ({ z, omega0, times }) => String.raw`${omega0}${times}\cos(${omega0}${times}${z})`,
  },
  f: (z, { omega0 }) => Math.sin(phase(omega0, z)),
  df: (z, { omega0 }) => omega0 * Math.cos(phase(omega0, z)),
  facts: ({ omega0 }) =>
    facts({
      range: [closed(-1, 1)],
      slopeRange: [closed(-omega0, omega0)],
      min: attained(-1, -Math.PI / 2 / omega0),
      max: attained(1, Math.PI / 2 / omega0),
      slopeMin: attained(-omega0, Math.PI / omega0),
      slopeMax: attained(omega0, 0),
      monotone: 'no',
      zeroCentred: true,
      nearIdentity: omega0 === 1,
    }),
  frameworks: {},
  source: 'sitzmann-2020',
});

/**
 * z + sin²(az)/a: a line with a ripple. Strictly increasing, although f′ = 0 once in every period. At ±∞
 * f is ±∞ and f′, which has no limit there, NaN.
 */
export const snake = defineElementwise({
  kind: 'elementwise',
  id: 'snake',
  name: 'Snake',
  notation: 'Snake',
  aliases: [],
  family: 'periodic',
  parameters: {
    a: {
      tex: 'a',
      symbol: 'a',
      default: 1,
      min: 0.1,
      max: 5,
      step: 0.1,
      domain: open(0, Infinity),
    },
  },
  tex: {
    name: String.raw`\operatorname{Snake}`,
    f: ({ z, a, bare, times }) =>
      String.raw`${bare.z} + \frac{1}{${bare.a}}\sin^2(${a}${times}${z})`,
    df: ({ z, a, times }) => String.raw`1 + \sin(2${times}${a}${times}${z})`,
  },
  f: (z, { a }) => (Number.isFinite(z) ? z + Math.sin(phase(a, z)) ** 2 / a : z),
  // 1 + sin 2t = (sin t + cos t)²: never below 0, and accurate where it is small.
  df: (z, { a }) => {
    const t = phase(a, z);
    return (Math.sin(t) + Math.cos(t)) ** 2;
  },
  facts: ({ a }) =>
    facts({
      range: reals,
      slopeRange: [closed(0, 2)],
      min: unboundedLeft,
      max: unboundedRight,
      slopeMin: attained(0, -Math.PI / 4 / a),
      slopeMax: attained(2, Math.PI / 4 / a),
      monotone: 'strictly increasing',
      nearIdentity: true,
    }),
  frameworks: {},
  source: 'ziyin-2020',
});
