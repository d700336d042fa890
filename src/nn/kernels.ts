import { bind, getActivation, type ElementwiseId } from '#activations/index.ts';
import type { ParameterValues } from '#activations/types.ts';

/** An elementwise function of the registry; parameters that are not given have their defaults. */
export interface ActivationRef {
  readonly id: ElementwiseId;
  readonly parameters?: ParameterValues;
}

/** An activation that works on whole arrays: a layer calls it once per batch, not once per number. */
export interface ArrayKernel {
  /** h = f(z) for the first `length` entries. */
  activate(z: Float64Array, length: number, h: Float64Array): void;
  /** The chain rule, in place: δ becomes δ · f′(z) for the first `length` entries. */
  chain(z: Float64Array, length: number, delta: Float64Array): void;
}

export function arrayKernel({ id, parameters }: ActivationRef): ArrayKernel {
  const { f, df } = bind(getActivation(id), parameters);
  return {
    activate(z, length, h) {
      for (let k = 0; k < length; k++) h[k] = f(z[k]!);
    },
    chain(z, length, delta) {
      for (let k = 0; k < length; k++) delta[k]! *= df(z[k]!);
    },
  };
}
