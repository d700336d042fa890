/**
 * Loops over arrays for the functions that are trained most. What they compute, the registry says;
 * they differ from the general loops only in that each calls one function for good, which an engine
 * then compiles into the loop. A loop that has called several functions is about a third slower.
 */
import { activations, type ElementwiseId } from '#activations/index.ts';
import type { Elementwise, ParameterValues } from '#activations/types.ts';

/** The loops of `ArrayKernel`, for parameters that are passed in. */
export interface Loops {
  /** h = f(z) for the first `length` entries. */
  activate(z: Float64Array, length: number, h: Float64Array, p: ParameterValues): void;
  /** δ · f′(z), in place. `h` is f(z). */
  chain(
    z: Float64Array,
    h: Float64Array,
    length: number,
    delta: Float64Array,
    p: ParameterValues,
  ): void;
}

/** For any function. */
export function generalLoops({ f, df, slopeFrom }: Elementwise): Loops {
  return {
    activate(z, length, h, p) {
      for (let k = 0; k < length; k++) h[k] = f(z[k]!, p);
    },
    chain: slopeFrom
      ? (_z, h, length, delta, p) => {
          for (let k = 0; k < length; k++) delta[k]! *= slopeFrom(h[k]!, p);
        }
      : (z, _h, length, delta, p) => {
          for (let k = 0; k < length; k++) delta[k]! *= df(z[k]!, p);
        },
  };
}

const { sigmoid, tanh, relu, 'leaky-relu': leakyRelu, prelu } = activations;

/** For one function each. */
export const singleLoops: Readonly<Partial<Record<ElementwiseId, Loops>>> = {
  sigmoid: {
    activate(z, length, h, p) {
      for (let k = 0; k < length; k++) h[k] = sigmoid.f(z[k]!, p);
    },
    chain(_z, h, length, delta, p) {
      for (let k = 0; k < length; k++) delta[k]! *= sigmoid.slopeFrom!(h[k]!, p);
    },
  },
  tanh: {
    activate(z, length, h, p) {
      for (let k = 0; k < length; k++) h[k] = tanh.f(z[k]!, p);
    },
    chain(_z, h, length, delta, p) {
      for (let k = 0; k < length; k++) delta[k]! *= tanh.slopeFrom!(h[k]!, p);
    },
  },
  relu: {
    activate(z, length, h, p) {
      for (let k = 0; k < length; k++) h[k] = relu.f(z[k]!, p);
    },
    chain(z, _h, length, delta, p) {
      for (let k = 0; k < length; k++) delta[k]! *= relu.df(z[k]!, p);
    },
  },
  'leaky-relu': {
    activate(z, length, h, p) {
      for (let k = 0; k < length; k++) h[k] = leakyRelu.f(z[k]!, p);
    },
    chain(z, _h, length, delta, p) {
      for (let k = 0; k < length; k++) delta[k]! *= leakyRelu.df(z[k]!, p);
    },
  },
  prelu: {
    activate(z, length, h, p) {
      for (let k = 0; k < length; k++) h[k] = prelu.f(z[k]!, p);
    },
    chain(z, _h, length, delta, p) {
      for (let k = 0; k < length; k++) delta[k]! *= prelu.df(z[k]!, p);
    },
  },
};
