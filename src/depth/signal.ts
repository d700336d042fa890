/**
 * What becomes of a signal on its way up through a stack of untrained layers, and of a gradient on its
 * way down. All layers are equally wide and have the same activation and no biases; inputs and the
 * gradient at the top are standard normal.
 */
import { bind, getActivation, type ElementwiseId } from '#activations/index.ts';
import type { ParameterValues } from '#activations/types.ts';
import type { Affine } from '#nn/linear.ts';
import { applyAffine } from '#nn/products.ts';
import { normal, stream, type Random } from '#nn/random.ts';

export interface DepthSetup {
  readonly activation: ElementwiseId;
  /** Those that are not given have their defaults. */
  readonly parameters?: ParameterValues;
  /** Layers. */
  readonly depth: number;
  /** Units per layer, and inputs. */
  readonly width: number;
  /** The standard deviation of each weight is gain/√width. */
  readonly gain: number;
  readonly examples: number;
  readonly seed: number;
}

/** Each list has one number for each place between layers, from the inputs (0) to the top (depth). */
export interface DepthSignal {
  /** Root mean square of the activations. */
  readonly size: readonly number[];
  /**
   * How far the activations of a unit differ from input to input: their standard deviation over the
   * examples, as root mean square over the units. Where it is 0 the network sees no difference.
   */
  readonly contrast: readonly number[];
  /** ‖∂L/∂h‖ as a multiple of the norm at the top; the last is 1. */
  readonly gradient: readonly number[];
}

/** Same setup, same numbers. Infinite or NaN from where the signal leaves the range of numbers. */
export function signalThroughDepth(setup: DepthSetup): DepthSignal {
  const { activation, parameters, depth, width, gain, examples, seed } = setup;
  const { f, df } = bind(getActivation(activation), parameters);
  const length = width * examples;
  const draw = (random: Random, count: number, scale = 1) =>
    Float64Array.from({ length: count }, () => scale * normal(random));

  const weights = stream(seed, 'weights');
  const layers = Array.from({ length: depth }, (): Affine => ({
    inputs: width,
    outputs: width,
    weights: draw(weights, width * width, gain / Math.sqrt(width)),
    biases: new Float64Array(width),
  }));

  const h = [draw(stream(seed, 'data'), length)];
  const z = layers.map((layer, l) => {
    const pre = new Float64Array(length);
    applyAffine(layer, h[l]!, examples, pre);
    h.push(pre.map(f));
    return pre;
  });

  let delta = draw(stream(seed, 'gradient'), length);
  const norms = [norm(delta)];
  for (let l = depth - 1; l >= 0; l--) {
    z[l]!.forEach((value, k) => (delta[k]! *= df(value)));
    const below = new Float64Array(length);
    applyAffine(transposed(layers[l]!), delta, examples, below);
    delta = below;
    norms.unshift(norm(delta));
  }
  return {
    size: h.map((values) => norm(values) / Math.sqrt(length)),
    contrast: h.map((values) => contrast(values, examples)),
    gradient: norms.map((value) => value / norms.at(-1)!),
  };
}

/** Wᵀ, which carries gradients down as W carried activations up. Without biases. */
function transposed({ inputs, outputs, weights }: Affine): Affine {
  const flipped = new Float64Array(weights.length);
  for (let o = 0; o < outputs; o++)
    for (let i = 0; i < inputs; i++) flipped[i * outputs + o] = weights[o * inputs + i]!;
  return { inputs: outputs, outputs: inputs, weights: flipped, biases: new Float64Array(inputs) };
}

/** The Euclidean norm, scaled so that squares neither overflow nor vanish. */
function norm(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  return largest * Math.sqrt(values.reduce((sum, value) => sum + (value / largest) ** 2, 0));
}

function contrast(values: Float64Array, examples: number): number {
  const units = values.length / examples;
  let sum = 0;
  for (let unit = 0; unit < units; unit++) {
    const row = values.subarray(unit * examples, (unit + 1) * examples);
    const mean = row.reduce((total, value) => total + value, 0) / examples;
    sum += row.reduce((total, value) => total + (value - mean) ** 2, 0) / examples;
  }
  return Math.sqrt(sum / units);
}

/** Several seeds together: at each place the geometric mean, which is what factors multiply to. */
export function typicalSignal(setups: readonly DepthSetup[]): DepthSignal {
  const signals = setups.map(signalThroughDepth);
  const typical = (pick: (signal: DepthSignal) => readonly number[]) =>
    pick(signals[0]!).map((_, place) =>
      Math.exp(
        signals.reduce((sum, signal) => sum + Math.log(pick(signal)[place]!), 0) / signals.length,
      ),
    );
  return {
    size: typical(({ size }) => size),
    contrast: typical(({ contrast }) => contrast),
    gradient: typical(({ gradient }) => gradient),
  };
}
