/** With which of its kernels the SIMD core does an activation function, and how exactly. */
import { rreluSlope, SELU_ALPHA, SELU_LAMBDA, type ElementwiseId } from '#activations/index.ts';
import type { ParameterValues } from '#activations/types.ts';

/** In the order of `assembly/activate.ts`. */
export const kernelIds = [
  'identity',
  'step',
  'clip',
  'sigmoid',
  'tanh',
  'softsign',
  'relu',
  'leaky',
  'exponential',
  'softplus',
  'squareplus',
  'gelu',
  'gelu-tanh',
  'silu',
  'hard-swish',
  'mish',
  'sine',
  'snake',
] as const;

export interface SimdKernel {
  readonly kernel: (typeof kernelIds)[number];
  /** Up to four numbers that the kernel wants to know. */
  readonly constants?: (p: ParameterValues) => readonly number[];
  /**
   * Bounds of the errors of f and f′, relative to the exact value or, where that is less than 1, absolute.
   * For |z| up to 1000, or `upTo`, and parameters within their sliders. Of periodic functions it is the
   * rounding of the phase: for sine that of 30z.
   */
  readonly error: { readonly f: number; readonly df: number; readonly upTo?: number };
}

const leaky = (slope: (p: ParameterValues) => number): SimdKernel => ({
  kernel: 'leaky',
  constants: (p) => [slope(p)],
  error: { f: 1.2e-7, df: 6e-8 },
});

const clip = (low: number, high: number, shift: number, scale: number): SimdKernel => ({
  kernel: 'clip',
  constants: () => [low, high, shift, scale],
  error: { f: 1.2e-7, df: 6e-8 },
});

/** right · z for z > 0, left · (exp(inner · z) − 1) elsewhere. */
const exponential = (
  constants: (p: ParameterValues) => readonly [right: number, left: number, inner: number],
): SimdKernel => ({
  kernel: 'exponential',
  constants(p) {
    const [right, left, inner] = constants(p);
    return [right, left, inner, left * inner];
  },
  error: { f: 1e-6, df: 3e-6 },
});

/** Slope of z and of z³ in twice the argument of GELU's tanh. */
const [LINEAR, CUBIC] = [2 * Math.sqrt(2 / Math.PI), 2 * Math.sqrt(2 / Math.PI) * 0.044715];

/** The smallest number that f32 has in full precision. */
const TINY = 2 ** -126;

/** A function that is missing here is left to the TypeScript core. */
export const simdKernels: Readonly<Partial<Record<ElementwiseId, SimdKernel>>> = {
  identity: { kernel: 'identity', error: { f: 0, df: 0 } },
  step: { kernel: 'step', error: { f: 0, df: 0 } },
  sigmoid: { kernel: 'sigmoid', error: { f: 1e-6, df: 1e-6 } },
  'hard-sigmoid': clip(-3, 3, 3, 1 / 6),
  tanh: { kernel: 'tanh', error: { f: 1.5e-6, df: 3e-6 } },
  'hard-tanh': clip(-1, 1, 0, 1),
  softsign: { kernel: 'softsign', error: { f: 2e-7, df: 3e-7 } },
  relu: { kernel: 'relu', error: { f: 0, df: 0 } },
  relu6: clip(0, 6, 0, 1),
  'leaky-relu': leaky(({ alpha }) => alpha!),
  prelu: leaky(({ alpha }) => alpha!),
  rrelu: leaky(({ lower, upper }) => rreluSlope(lower!, upper!)),
  elu: exponential(({ alpha }) => [1, alpha!, 1]),
  selu: exponential(() => [SELU_LAMBDA, SELU_LAMBDA * SELU_ALPHA, 1]),
  celu: exponential(({ alpha }) => [1, alpha!, 1 / alpha!]),
  softplus: {
    kernel: 'softplus',
    constants: ({ beta }) => [beta!, 1 / beta!],
    error: { f: 4e-7, df: 2e-7 },
  },
  squareplus: {
    kernel: 'squareplus',
    constants: ({ b }) => [b!, b! / 4, TINY],
    error: { f: 3e-7, df: 3e-7 },
  },
  gelu: { kernel: 'gelu', error: { f: 2e-7, df: 4e-7 } },
  'gelu-tanh': {
    kernel: 'gelu-tanh',
    constants: () => [LINEAR, CUBIC, 3 * CUBIC],
    error: { f: 2e-7, df: 3e-7 },
  },
  silu: { kernel: 'silu', constants: ({ beta }) => [beta!], error: { f: 4e-7, df: 3e-7 } },
  'hard-swish': { kernel: 'hard-swish', error: { f: 2e-7, df: 2e-7 } },
  mish: { kernel: 'mish', error: { f: 3e-7, df: 3e-7 } },
  sine: {
    kernel: 'sine',
    constants: ({ omega0 }) => [omega0!],
    error: { f: 2e-5, df: 6e-4, upTo: 10 },
  },
  snake: {
    kernel: 'snake',
    constants: ({ a }) => [a!, 1 / a!],
    error: { f: 1e-6, df: 6e-6, upTo: 10 },
  },
};
