/**
 * A dense network with one activation function per hidden layer; forward and backward.
 *
 * Numbers of a batch lie flat in [unit][example] order: example k of unit u is at u · count + k.
 * The output layer ends with its pre-activation z (for a classifier, the logits); what becomes of
 * it, output unit and loss decide (`objective.ts`).
 */
import { arrayKernel, type ActivationRef, type ArrayKernel } from './kernels.ts';
import { countParameters, layerViews, type Layer, type Shape } from './layers.ts';
import {
  createNormalizationTrace,
  normalize,
  normalizeBackward,
  type NormalizationId,
  type NormalizationTrace,
} from './normalization.ts';
import { applyAffine, applyTransposed, sumOuterProducts } from './products.ts';

export interface Network extends Shape {
  /** Every number that training changes; how they lie, `layerViews` says. */
  readonly parameters: Float64Array;
  /** The same numbers by layer: views into `parameters`. */
  readonly layers: readonly Layer[];
  /** One per hidden layer. */
  readonly kernels: readonly ArrayKernel[];
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
  normalization: NormalizationId = 'none',
): Network {
  if (sizes.length < 2 || activations.length !== sizes.length - 2) {
    throw new RangeError(
      `${sizes.length} layer sizes do not go with ${activations.length} activation functions`,
    );
  }
  const shape = { sizes, activations, normalization };
  const parameters = new Float64Array(countParameters(shape));
  const layers = layerViews(shape, parameters);
  const kernels = activations.map((ref, l) => arrayKernel(ref, layers[l]!.learned));
  return { ...shape, parameters, layers, kernels };
}

/** What one pass through a network leaves behind, for the backward pass and for looking at. */
export interface Trace {
  /** The largest batch that fits. */
  readonly capacity: number;
  /** Examples in the last batch. */
  count: number;
  /** Inputs of each layer; of all but the first, the activations of the layer before. */
  readonly h: Float64Array[];
  /** Pre-activations of each layer: what its activation function is given, so after normalization. */
  readonly z: readonly Float64Array[];
  /** ∂L/∂z of each layer, after `backward`; in a normalized layer ∂L/∂(Wh + b). */
  readonly delta: readonly Float64Array[];
  readonly normalizations: readonly (NormalizationTrace | undefined)[];
}

export function createTrace({ layers }: Network, capacity: number): Trace {
  const perUnit = (units: number) => new Float64Array(units * capacity);
  return {
    capacity,
    count: 0,
    h: layers.map((layer, l) => (l === 0 ? new Float64Array() : perUnit(layer.inputs))),
    z: layers.map((layer) => perUnit(layer.outputs)),
    delta: layers.map((layer) => perUnit(layer.outputs)),
    normalizations: layers.map(
      (layer) => layer.normalization && createNormalizationTrace(layer.outputs, capacity),
    ),
  };
}

/**
 * Runs a batch through the network: z = Wh + b, normalized where the network does that, h = f(z),
 * layer by layer.
 *
 * @param inputs [input][example]; the trace keeps a reference to it.
 * @param training Matters to batch normalization, which then takes its statistics from this batch.
 * @returns The pre-activations of the output layer, [output][example]; overwritten by the next pass.
 */
export function forward(
  { layers, kernels }: Network,
  inputs: Float64Array,
  count: number,
  trace: Trace,
  training = false,
): Float64Array {
  trace.count = count;
  trace.h[0] = inputs;
  for (let l = 0; l < layers.length; l++) {
    const { outputs: units, normalization } = layers[l]!;
    const z = trace.z[l]!;
    applyAffine(layers[l]!, trace.h[l]!, count, z);
    if (normalization)
      normalize(normalization, z, { units, count }, training, trace.normalizations[l]!);
    if (l < kernels.length) kernels[l]!.activate(z, units * count, trace.h[l + 1]!);
  }
  return trace.z[layers.length - 1]!;
}

/**
 * Runs any number of points through the network, in blocks that fit the trace: in and out of the
 * processor's cache, that is faster than all at once, and takes no memory worth mentioning.
 *
 * @returns What `forward` would give for all of them, in a new array.
 */
export function forwardAll(
  network: Network,
  inputs: Float64Array,
  count: number,
  trace: Trace,
): Float64Array {
  const dimensions = network.sizes[0]!;
  const units = network.sizes.at(-1)!;
  const outputs = new Float64Array(units * count);
  for (let from = 0; from < count; from += trace.capacity) {
    const block = Math.min(trace.capacity, count - from);
    const z = forward(network, columns(inputs, dimensions, from, block), block, trace);
    for (let u = 0; u < units; u++)
      outputs.set(z.subarray(u * block, (u + 1) * block), u * count + from);
  }
  return outputs;
}

/** `length` columns of a matrix of `rows` rows, from column `from` on. */
function columns(matrix: Float64Array, rows: number, from: number, length: number): Float64Array {
  const count = matrix.length / rows;
  if (length === count) return matrix;
  const part = new Float64Array(rows * length);
  for (let row = 0; row < rows; row++)
    part.set(matrix.subarray(row * count + from, row * count + from + length), row * length);
  return part;
}

/**
 * Backpropagation through the batch of the last forward pass.
 *
 * @param trace Its last `delta` holds ∂L/∂z of the output layer, put there by the loss.
 * @param gradient Views on the flat gradient (`layerViews`); overwritten with ∂L/∂W, ∂L/∂b, …
 */
export function backward(
  { layers, kernels }: Network,
  trace: Trace,
  gradient: readonly Layer[],
): void {
  const { count } = trace;
  for (let l = layers.length - 1; l >= 0; l--) {
    const { outputs: units, normalization } = layers[l]!;
    const delta = trace.delta[l]!;
    if (l < kernels.length) {
      // Up to here `delta` is ∂L/∂h, which the layer above has left there.
      kernels[l]!.learn?.(trace.z[l]!, units * count, delta, gradient[l]!.learned);
      kernels[l]!.chain(trace.z[l]!, trace.h[l + 1]!, units * count, delta);
    }
    if (normalization) {
      const normalGradient = gradient[l]!.normalization!;
      const normalTrace = trace.normalizations[l]!;
      normalizeBackward(normalization, delta, { units, count }, normalTrace, normalGradient);
    }
    // ∂L/∂W = δhᵀ and ∂L/∂b = δ, summed over the examples; and ∂L/∂h = Wᵀδ for the layer below.
    sumOuterProducts(delta, trace.h[l]!, count, gradient[l]!);
    if (l > 0) applyTransposed(layers[l]!, delta, count, trace.delta[l - 1]!);
  }
}
