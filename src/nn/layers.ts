/** How the numbers of a network lie in one flat array. */
import { learnedNames, type ActivationRef } from './kernels.ts';
import { parameterCount, type Affine } from './linear.ts';
import type { Normalization, NormalizationId } from './normalization.ts';

/** What decides how many numbers a network has, and where they lie. */
export interface Shape {
  /** Units per layer, from the inputs to the outputs: [2, 4, 1]. */
  readonly sizes: readonly number[];
  /** One per hidden layer. */
  readonly activations: readonly ActivationRef[];
  readonly normalization: NormalizationId;
}

export interface Layer extends Affine {
  /** Absent in the output layer, and where nothing is normalized. */
  readonly normalization?: Normalization;
  /** Values of the learned parameters of the activation function, in the order of `learnedNames`. */
  readonly learned: Float64Array;
}

const normalizationParts = { none: 0, layer: 2, batch: 4 } as const;

/** How many numbers stand in the parameters of such a network. */
export function countParameters({ sizes, activations, normalization }: Shape): number {
  let count = 0;
  for (let l = 1; l < sizes.length; l++) {
    count += parameterCount({ inputs: sizes[l - 1]!, outputs: sizes[l]! });
    const activation = activations[l - 1];
    if (activation)
      count += normalizationParts[normalization] * sizes[l]! + learnedNames(activation).length;
  }
  return count;
}

/**
 * The layers that lie in a flat array of parameters, or in their gradient: views into it. Layer by
 * layer it holds the weights, [output][input]; the biases; of a normalized layer gains and shifts, and
 * with `batch` the running means and variances; then the learned parameters of the activation.
 */
export function layerViews(
  { sizes, activations, normalization }: Shape,
  flat: Float64Array,
): Layer[] {
  let at = 0;
  const view = (length: number) => flat.subarray(at, (at += length));
  return sizes.slice(1).map((outputs, l): Layer => {
    const inputs = sizes[l]!;
    const affine = { inputs, outputs, weights: view(inputs * outputs), biases: view(outputs) };
    const activation = activations[l];
    if (!activation) return { ...affine, learned: view(0) };
    const normal =
      normalization === 'none'
        ? undefined
        : {
            gain: view(outputs),
            shift: view(outputs),
            ...(normalization === 'batch' && { mean: view(outputs), variance: view(outputs) }),
          };
    return {
      ...affine,
      ...(normal && { normalization: normal }),
      learned: view(learnedNames(activation).length),
    };
  });
}
