/**
 * A dense network with one activation function per hidden layer; forward and backward.
 *
 * Numbers of a batch lie flat in [unit][example] order: example k of unit u is at u · count + k.
 * The output layer ends with its pre-activation z (for a classifier, the logits); what becomes of
 * it, the loss decides (`losses.ts`).
 */
import { arrayKernel, type ActivationRef, type ArrayKernel } from './kernels.ts';
import { applyAffine, parameterCount, type Affine } from './linear.ts';

export interface Network {
  /** Units per layer, from the inputs to the outputs: [2, 4, 1]. */
  readonly sizes: readonly number[];
  /** Every weight and bias: layer by layer the weights, [output][input], then the biases. */
  readonly parameters: Float64Array;
  /** The same numbers by layer: views into `parameters`. */
  readonly layers: readonly Affine[];
  /** One per hidden layer. */
  readonly activations: readonly ArrayKernel[];
}

/**
 * A network whose parameters are all 0.
 *
 * @param sizes At least inputs and outputs.
 * @param activations One per hidden layer.
 * @throws RangeError when sizes and activations do not match.
 */
export function createNetwork(
  sizes: readonly number[],
  activations: readonly ActivationRef[],
): Network {
  if (sizes.length < 2 || activations.length !== sizes.length - 2) {
    throw new RangeError(
      `${sizes.length} layer sizes do not go with ${activations.length} activation functions`,
    );
  }
  const parameters = new Float64Array(countParameters(sizes));
  return {
    sizes,
    parameters,
    layers: layerViews(sizes, parameters),
    activations: activations.map(arrayKernel),
  };
}

/** Weights and biases of a dense network with these layer sizes. */
export function countParameters(sizes: readonly number[]): number {
  return sizes
    .slice(1)
    .reduce((sum, outputs, l) => sum + parameterCount({ inputs: sizes[l]!, outputs }), 0);
}

/** The layers that lie in a flat array of parameters, or in their gradient. */
export function layerViews(sizes: readonly number[], flat: Float64Array): Affine[] {
  let at = 0;
  const view = (length: number) => flat.subarray(at, (at += length));
  return sizes.slice(1).map((outputs, l) => {
    const inputs = sizes[l]!;
    return { inputs, outputs, weights: view(inputs * outputs), biases: view(outputs) };
  });
}

/** What one pass through a network leaves behind, for the backward pass and for looking at. */
export interface Trace {
  /** The largest batch that fits. */
  readonly capacity: number;
  /** Examples in the last batch. */
  count: number;
  /** Inputs of each layer; of all but the first, the activations of the layer before. */
  readonly h: Float64Array[];
  /** Pre-activations of each layer. */
  readonly z: readonly Float64Array[];
  /** ∂L/∂z of each layer, after `backward`. */
  readonly delta: readonly Float64Array[];
}

export function createTrace({ layers }: Network, capacity: number): Trace {
  const perUnit = (units: number) => new Float64Array(units * capacity);
  return {
    capacity,
    count: 0,
    h: layers.map((layer, l) => (l === 0 ? new Float64Array() : perUnit(layer.inputs))),
    z: layers.map((layer) => perUnit(layer.outputs)),
    delta: layers.map((layer) => perUnit(layer.outputs)),
  };
}

/**
 * Runs a batch through the network: z = Wh + b, h = f(z), layer by layer.
 *
 * @param inputs [input][example]; the trace keeps a reference to it.
 * @returns The pre-activations of the output layer, [output][example]; overwritten by the next pass.
 */
export function forward(
  { layers, activations }: Network,
  inputs: Float64Array,
  count: number,
  trace: Trace,
): Float64Array {
  trace.count = count;
  trace.h[0] = inputs;
  for (const [l, layer] of layers.entries()) {
    const z = trace.z[l]!;
    applyAffine(layer, trace.h[l]!, count, z);
    activations[l]?.activate(z, layer.outputs * count, trace.h[l + 1]!);
  }
  return trace.z.at(-1)!;
}

/**
 * Backpropagation through the batch of the last forward pass.
 *
 * @param trace Its last `delta` holds ∂L/∂z of the output layer, put there by the loss.
 * @param gradient Views on the flat gradient (`layerViews`); overwritten with ∂L/∂W and ∂L/∂b.
 */
export function backward(
  { layers, activations }: Network,
  trace: Trace,
  gradient: readonly Affine[],
): void {
  const { count } = trace;
  for (let l = layers.length - 1; l >= 0; l--) {
    const delta = trace.delta[l]!;
    gradientOfLayer(trace.h[l]!, delta, count, gradient[l]!);
    if (l === 0) break; // Nothing below wants to know ∂L/∂x.
    const below = trace.delta[l - 1]!;
    propagate(layers[l]!, delta, count, below);
    activations[l - 1]!.chain(trace.z[l - 1]!, layers[l]!.inputs * count, below);
  }
}

/** ∂L/∂W = δhᵀ and ∂L/∂b = δ, summed over the examples. */
function gradientOfLayer(h: Float64Array, delta: Float64Array, count: number, layer: Affine): void {
  const { inputs, outputs, weights, biases } = layer;
  for (let o = 0; o < outputs; o++) {
    const row = o * count;
    let sum = 0;
    for (let k = 0; k < count; k++) sum += delta[row + k]!;
    biases[o] = sum;
    for (let i = 0; i < inputs; i++) {
      const from = i * count;
      sum = 0;
      for (let k = 0; k < count; k++) sum += delta[row + k]! * h[from + k]!;
      weights[o * inputs + i] = sum;
    }
  }
}

/** ∂L/∂h = Wᵀδ: the same weights, walked the other way. */
function propagate(layer: Affine, delta: Float64Array, count: number, below: Float64Array): void {
  const { inputs, outputs, weights } = layer;
  for (let i = 0; i < inputs; i++) {
    const row = i * count;
    below.fill(0, row, row + count);
    for (let o = 0; o < outputs; o++) {
      const weight = weights[o * inputs + i]!;
      const from = o * count;
      for (let k = 0; k < count; k++) below[row + k]! += weight * delta[from + k]!;
    }
  }
}
