import type { Affine } from './linear.ts';

/**
 * Adds the gradient of the penalty l1 Σ|w| + ½ l2 Σw² over the weights; biases and everything else are
 * free. The losses that a run reports do not include the penalty.
 *
 * @param gradient By layer, in the order of `layers`; its weights are changed in place.
 */
export function addPenalty(
  layers: readonly Affine[],
  gradient: readonly Affine[],
  l1: number,
  l2: number,
): void {
  if (l1 === 0 && l2 === 0) return;
  for (let l = 0; l < layers.length; l++) {
    const { weights } = layers[l]!;
    const slopes = gradient[l]!.weights;
    // Where w is 0 the slope of |w| is taken to be 0.
    for (let w = 0; w < weights.length; w++)
      slopes[w]! += l1 * Math.sign(weights[w]!) + l2 * weights[w]!;
  }
}
