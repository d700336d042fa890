import { attained, defineElementwise, facts, lineFacts } from './define.ts';
import { point } from './sets.ts';
import { cases } from './tex.ts';

/** f(z) = z: what a layer without an activation function has. */
export const identity = defineElementwise({
  kind: 'elementwise',
  id: 'identity',
  name: 'Identity',
  notation: 'id',
  aliases: ['linear'],
  family: 'linear',
  parameters: {},
  tex: {
    name: String.raw`\operatorname{id}`,
    f: (s) => s.bare.z,
    df: () => '1',
  },
  f: (z) => z,
  df: (z) => (Number.isNaN(z) ? NaN : 1),
  facts: () => lineFacts(1),
  frameworks: {
    pytorch: { name: 'torch.nn.Identity' },
    keras: { name: 'keras.activations.linear' },
    jax: { name: 'jax.nn.identity' },
  },
  source: 'rumelhart-1986',
});

/**
 * The threshold unit: 1 from 0 on, 0 before. f(0) = 1 is a convention. The slope is 0 wherever it
 * exists; `df` says 0 at the jump as well, where the derivative in the sense of distributions is a
 * Dirac δ and PyTorch refuses to differentiate.
 */
export const step = defineElementwise({
  kind: 'elementwise',
  id: 'step',
  name: 'Binary step',
  notation: 'H',
  aliases: ['Heaviside step', 'threshold unit', 'unit step'],
  family: 'linear',
  parameters: {},
  tex: {
    name: 'H',
    f: (s) => cases(['0', `${s.bare.z} < 0`], ['1', String.raw`${s.bare.z} \ge 0`]),
    // The braces keep a minus at the number: after a space it would be set as a subtraction.
    df: (s) => String.raw`0 \qquad {${s.bare.z}} \ne 0`,
  },
  f: (z) => (z >= 0 ? 1 : z < 0 ? 0 : NaN),
  df: (z) => (Number.isNaN(z) ? NaN : 0),
  facts: () =>
    facts({
      range: [point(0), point(1)],
      slopeRange: [point(0)],
      min: attained(0, -1),
      max: attained(1, 0),
      slopeMin: attained(0, 1),
      slopeMax: attained(0, 1),
      monotone: 'non-decreasing',
      breaks: [{ at: 0, order: 0 }],
      saturation: {
        left: { to: 0, how: 'exactly', from: 0 },
        right: { to: 1, how: 'exactly', from: 0 },
      },
    }),
  frameworks: {
    pytorch: { name: 'torch.heaviside', note: 'step-value-at-zero' },
    jax: { name: 'jax.numpy.heaviside', note: 'step-value-at-zero' },
  },
  source: 'mcculloch-1943',
});
