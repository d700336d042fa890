/**
 * Backpropagation of one example, number by number: every product that is formed on the way forward and
 * on the way back, as a list of steps. Slow and plain on purpose; `nn/network.ts` does the same for whole
 * batches, and tests hold the two against each other.
 */
import type { ArrayKernel } from '#nn/kernels.ts';
import { layerViews } from '#nn/layers.ts';
import { createNetwork, type Network } from '#nn/network.ts';
import { wantedOutputs, type Objective } from '#nn/objective.ts';

export interface Example {
  readonly inputs: readonly number[];
  /** Its class or its value, as in `Points`. */
  readonly target: number;
}

/** A product of two numbers. */
export interface Product {
  readonly factors: readonly [number, number];
  readonly value: number;
}

/** A unit: layers from 0, the first hidden one, to the output layer; units from 0. */
export interface At {
  readonly layer: number;
  readonly unit: number;
}

/** One thing that is computed. The first five go forward, the others back. */
export type Step =
  | { readonly kind: 'input'; readonly values: readonly number[] }
  /** z = Σ w·h + b; products in the order of the inputs. */
  | (At & {
      readonly kind: 'sum';
      readonly products: readonly Product[];
      readonly bias: number;
      readonly z: number;
    })
  /** h = f(z), and the slope f′(z) that the way back will need. */
  | (At & {
      readonly kind: 'activate';
      readonly z: number;
      readonly h: number;
      readonly slope: number;
    })
  /** Outputs from the pre-activations of the output layer. */
  | { readonly kind: 'output'; readonly z: readonly number[]; readonly o: readonly number[] }
  /** What the outputs should have been, and the loss ℓ of the example. */
  | { readonly kind: 'loss'; readonly wanted: readonly number[]; readonly loss: number }
  /** ∂ℓ/∂z of the output units. */
  | { readonly kind: 'error'; readonly delta: readonly number[] }
  /** ∂ℓ/∂w = δ·h for every weight into a unit, and ∂ℓ/∂b = δ. */
  | (At & {
      readonly kind: 'weights';
      readonly delta: number;
      readonly products: readonly Product[];
    })
  /** δ = (Σ w·δ of the layer above)·f′(z); products in the order of the units above. */
  | (At & {
      readonly kind: 'back';
      readonly products: readonly Product[];
      /** ∂ℓ/∂h */
      readonly sum: number;
      readonly slope: number;
      readonly delta: number;
    });

/** The numbers of a pass, by layer: the output layer is the last of `z` and `delta`. */
interface Pass {
  readonly inputs: readonly number[];
  readonly z: readonly (readonly number[])[];
  readonly h: readonly (readonly number[])[];
  readonly slope: readonly (readonly number[])[];
  readonly o: readonly number[];
  readonly loss: number;
  readonly delta: readonly (readonly number[])[];
}

export interface Walk {
  readonly steps: readonly Step[];
  readonly pass: Pass;
  /** ∂ℓ/∂parameters, in the order of `Network.parameters`. */
  readonly gradient: Float64Array;
}

/**
 * The forward and the backward pass of one example.
 *
 * @throws RangeError for a network with normalisation, which mixes units, or examples.
 */
export function backprop(network: Network, objective: Objective, example: Example): Walk {
  if (network.normalization !== 'none')
    throw new RangeError(`no steps of one example with ${network.normalization} normalization`);
  const { steps, z, h, slope, o, loss } = goForward(network, objective, example);
  const { layers } = network;
  const gradient = new Float64Array(network.parameters.length);
  const views = layerViews(network, gradient);
  const delta: number[][] = layers.map(() => []);

  const last = layers.length - 1;
  delta[last] = lossSlope(objective, z[last]!, o, example.target);
  steps.push({ kind: 'error', delta: delta[last]! });
  for (let layer = last; layer >= 0; layer--) {
    const below = layer === 0 ? example.inputs : h[layer - 1]!;
    for (const [unit, d] of (delta[layer] ?? []).entries()) {
      const products = below.map((value) => product(d, value));
      products.forEach(({ value }, i) => (views[layer]!.weights[unit * below.length + i] = value));
      views[layer]!.biases[unit] = d;
      steps.push({ kind: 'weights', layer, unit, delta: d, products });
    }
    if (layer === 0) break;
    const { inputs, weights } = layers[layer]!;
    for (let unit = 0; unit < inputs; unit++) {
      const products = delta[layer]!.map((d, to) => product(weights[to * inputs + unit]!, d));
      const sum = total(products);
      const factor = slope[layer - 1]![unit]!;
      const value = sum * factor;
      delta[layer - 1]![unit] = value;
      steps.push({
        kind: 'back',
        layer: layer - 1,
        unit,
        products,
        sum,
        slope: factor,
        delta: value,
      });
    }
  }
  return { steps, gradient, pass: { inputs: example.inputs, z, h, slope, o, loss, delta } };
}

/**
 * The slope of the loss by a central difference quotient: (ℓ(p + ε) − ℓ(p − ε)) / 2ε. Knows nothing of
 * the chain rule. At a kink between the two it is the mean of both slopes.
 *
 * @param parameter Its place in `Network.parameters`.
 */
export function differenceQuotient(
  network: Network,
  objective: Objective,
  example: Example,
  parameter: number,
): number {
  const copy = createNetwork(network.sizes, network.activations);
  copy.parameters.set(network.parameters);
  const value = network.parameters[parameter]!;
  const epsilon = 1e-5 * Math.max(1, Math.abs(value));
  const lossAt = (moved: number) => {
    copy.parameters[parameter] = moved;
    return goForward(copy, objective, example).loss;
  };
  return (lossAt(value + epsilon) - lossAt(value - epsilon)) / (2 * epsilon);
}

/** The place of a weight in `Network.parameters`; with `input` left out, of the unit's bias. */
export function parameterIndex(
  { layers, parameters }: Pick<Network, 'layers' | 'parameters'>,
  { layer, unit }: At,
  input?: number,
): number {
  const { inputs, weights, biases } = layers[layer]!;
  const { byteOffset, BYTES_PER_ELEMENT } = parameters;
  const start = (view: Float64Array) => (view.byteOffset - byteOffset) / BYTES_PER_ELEMENT;
  return input === undefined ? start(biases) + unit : start(weights) + unit * inputs + input;
}

function goForward({ layers, kernels }: Network, objective: Objective, example: Example) {
  const steps: Step[] = [{ kind: 'input', values: example.inputs }];
  const z: number[][] = [];
  const h: number[][] = [];
  const slope: number[][] = [];
  let below: readonly number[] = example.inputs;
  for (const [layer, { inputs, weights, biases }] of layers.entries()) {
    const kernel = kernels[layer];
    z[layer] = [];
    if (kernel) [h[layer], slope[layer]] = [[], []];
    for (const [unit, bias] of biases.entries()) {
      const products = below.map((value, i) => product(weights[unit * inputs + i]!, value));
      const sum = total(products, bias);
      z[layer].push(sum);
      steps.push({ kind: 'sum', layer, unit, products, bias, z: sum });
      if (!kernel) continue;
      const [value, factor] = evaluate(kernel, sum);
      h[layer]!.push(value);
      slope[layer]!.push(factor);
      steps.push({ kind: 'activate', layer, unit, z: sum, h: value, slope: factor });
    }
    below = h[layer] ?? [];
  }
  const { o, wanted, loss } = outcome(objective, z.at(-1)!, example.target);
  steps.push({ kind: 'output', z: z.at(-1)!, o });
  steps.push({ kind: 'loss', wanted, loss });
  return { steps, z, h, slope, o, loss };
}

/** f(z) and f′(z) from a kernel that is made for arrays. */
function evaluate(kernel: ArrayKernel, z: number): [f: number, df: number] {
  const at = Float64Array.of(z);
  const [h, one] = [new Float64Array(1), Float64Array.of(1)];
  kernel.activate(at, 1, h);
  kernel.chain(at, h, 1, one);
  return [h[0]!, one[0]!];
}

function outcome(objective: Objective, z: readonly number[], target: number) {
  const { unit, units } = objective;
  const flat = Float64Array.from(z);
  const o = new Float64Array(units);
  unit.activate(flat, units, 1, o);
  const wanted = wantedOutputs(objective, Float64Array.of(target));
  return { o: [...o], wanted: [...wanted], loss: objective.mean(flat, o, wanted, units, 1) };
}

function lossSlope(
  objective: Objective,
  z: readonly number[],
  o: readonly number[],
  target: number,
): number[] {
  const [flat, outputs] = [Float64Array.from(z), Float64Array.from(o)];
  const wanted = wantedOutputs(objective, Float64Array.of(target));
  const delta = new Float64Array(z.length);
  objective.gradient(flat, outputs, wanted, z.length, 1, delta);
  return [...delta];
}

const product = (a: number, b: number): Product => ({ factors: [a, b], value: a * b });

const total = (products: readonly Product[], start = 0): number =>
  products.reduce((sum, { value }) => sum + value, start);
