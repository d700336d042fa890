/** Affine maps y = Wx + b: what a layer is before its activation, and all that is left without one. */
import { applyAffine } from './products.ts';

export interface Affine {
  readonly inputs: number;
  readonly outputs: number;
  /** W, flat, [output][input]. */
  readonly weights: Float64Array;
  /** b, one per output. */
  readonly biases: Float64Array;
}

/** Weights and biases together. */
export const parameterCount = ({ inputs, outputs }: Pick<Affine, 'inputs' | 'outputs'>): number =>
  (inputs + 1) * outputs;

/**
 * One map that does what two do in turn: W₂(W₁x + b₁) + b₂ = (W₂W₁)x + (W₂b₁ + b₂).
 *
 * @throws RangeError when the second does not take what the first gives.
 */
export function compose(first: Affine, second: Affine): Affine {
  if (first.outputs !== second.inputs) {
    throw new RangeError(
      `a map of ${second.inputs} inputs cannot follow one of ${first.outputs} outputs`,
    );
  }
  // The columns of W₁ and b₁ go through W₂ like a batch of inputs would.
  const { inputs } = first;
  const { outputs } = second;
  const linear: Affine = { ...second, biases: new Float64Array(outputs) };
  const weights = new Float64Array(outputs * inputs);
  applyAffine(linear, first.weights, inputs, weights);
  const biases = new Float64Array(outputs);
  applyAffine(second, first.biases, 1, biases);
  return { inputs, outputs, weights, biases };
}

/** The one affine map that a stack of layers is when nothing bends between them. */
export function collapse(layers: readonly [Affine, ...Affine[]]): Affine {
  return layers.reduce(compose);
}
