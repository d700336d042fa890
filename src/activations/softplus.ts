/** Smooth, monotone versions of ReLU. */
import { approached, defineElementwise, facts, rectifierFacts, unboundedRight } from './define.ts';
import { logistic, softplusOne } from './numeric.ts';
import { closedOpen, open } from './sets.ts';
import type { Tail } from './types.ts';

const smoothRampFacts = (how: Tail['how']) =>
  facts({
    range: [open(0, Infinity)],
    slopeRange: [open(0, 1)],
    min: approached(0, -Infinity),
    max: unboundedRight,
    slopeMin: approached(0, -Infinity),
    slopeMax: approached(1, Infinity),
    monotone: 'strictly increasing',
    saturation: { left: { to: 0, how } },
  });

/** ln(1 + e^{βz})/β, the integral of a sigmoid; ReLU in the limit β → ∞. */
export const softplus = defineElementwise({
  kind: 'elementwise',
  id: 'softplus',
  name: 'Softplus',
  notation: 'softplus',
  aliases: ['SmoothReLU'],
  family: 'smooth',
  parameters: {
    beta: {
      tex: String.raw`\beta`,
      symbol: 'β',
      default: 1,
      min: 0.5,
      max: 10,
      step: 0.5,
      domain: open(0, Infinity),
    },
  },
  tex: {
    name: String.raw`\operatorname{softplus}`,
    f: ({ z, beta, bare, times }) =>
      String.raw`\frac{1}{${bare.beta}}\ln\bigl(1 + e^{${beta}${times}${z}}\bigr)`,
    df: ({ z, beta, times }) => String.raw`\sigma(${beta}${times}${z})`,
  },
  // max(z, 0) stands apart so that βz may overflow.
  f: (z, { beta }) => (z > 0 ? z + softplusOne(-beta * z) / beta : softplusOne(beta * z) / beta),
  df: (z, { beta }) => logistic(beta * z),
  facts: () => smoothRampFacts('exponentially'),
  frameworks: {
    pytorch: {
      name: 'torch.nn.Softplus',
      defaults: 'beta=1, threshold=20',
      note: 'softplus-pytorch-threshold',
    },
    tensorflow: { name: 'tf.nn.softplus' },
    keras: { name: 'keras.activations.softplus' },
    jax: { name: 'jax.nn.softplus' },
  },
  source: 'dugas-2000',
});

/**
 * (z + √(z² + b))/2, a hyperbola without exponentials. b = 4 lies near softplus, b = 0 is ReLU, with
 * its slope 0 at the kink.
 */
export const squareplus = defineElementwise({
  kind: 'elementwise',
  id: 'squareplus',
  name: 'Squareplus',
  notation: 'squareplus',
  aliases: [],
  family: 'smooth',
  parameters: {
    b: {
      tex: 'b',
      symbol: 'b',
      default: 4,
      min: 0,
      max: 10,
      step: 0.1,
      domain: closedOpen(0, Infinity),
    },
  },
  tex: {
    name: String.raw`\operatorname{squareplus}`,
    f: ({ z, bare }) => String.raw`\frac{1}{2}\Bigl(${bare.z} + \sqrt{${z}^2 + ${bare.b}}\Bigr)`,
    df: ({ z, bare }) =>
      String.raw`\frac{1}{2}\Bigl(1 + \frac{${bare.z}}{\sqrt{${z}^2 + ${bare.b}}}\Bigr)`,
  },
  f: (z, { b }) => squareplusOf(z, b, Math.hypot(z, Math.sqrt(b))),
  df: (z, { b }) => {
    const root = Math.hypot(z, Math.sqrt(b));
    if (root === 0) return 0;
    if (root === Infinity) return z > 0 ? 1 : 0;
    // 1 + z/root = 2f/root; the sum would cancel on the left.
    return z < 0 ? squareplusOf(z, b, root) / root : 0.5 + z / root / 2;
  },
  facts: ({ b }) => (b === 0 ? rectifierFacts(0) : smoothRampFacts('algebraically')),
  frameworks: {
    keras: {
      name: 'keras.activations.squareplus',
      defaults: 'b=4',
      note: 'squareplus-keras-credit',
    },
    jax: { name: 'jax.nn.squareplus', defaults: 'b=4' },
  },
  source: 'barron-2021',
});

/** (z + root)/2 with root = √(z² + b). On the left by the conjugate, b/(2(root − z)), which does not cancel. */
function squareplusOf(z: number, b: number, root: number): number {
  if (z >= 0) return z / 2 + root / 2;
  const sum = root - z;
  return sum === Infinity ? b / 4 / (root / 2 - z / 2) : b / 2 / sum;
}
