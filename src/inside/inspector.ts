/** Looks into a run: one pass forward and one back over the whole training set, in the open core. */
import { createWorkspace, type Workspace } from '#nn/gradient.ts';
import { gridPoints, linePoints } from '#nn/grid.ts';
import { learnedNames, type ArrayKernel } from '#nn/kernels.ts';
import { backward, createTrace, forward, type Network, type Trace } from '#nn/network.ts';
import { createObjective, wantedOutputs, type Objective } from '#nn/objective.ts';
import { domainOf } from '#nn/setup.ts';
import type { Run } from '#nn/train.ts';
import { sidedHistogram, symmetricHistogram } from './histogram.ts';
import { saturationThreshold } from './saturation.ts';
import type { Inside, LayerInside, UnitMaps } from './types.ts';

/** Values along each side of a map, or along the line. */
const usualSize = { 1: 64, 2: 24 } as const;

/** One for each run: it keeps what it works on, and the ranges of its histograms. */
export class Inspector {
  readonly #run: Run;
  readonly #objective: Objective;
  readonly #wanted: Float64Array;
  readonly #work: Workspace;
  /** Numbers of one layer at a time: slopes, scaled gradients, ∂L/∂h. */
  readonly #scratch: Float64Array;
  #maps:
    { readonly points: Float64Array; readonly count: number; readonly trace: Trace } | undefined;
  #before: Inside | undefined;

  constructor(run: Run) {
    const { setup, task, data, network } = run;
    const { count, targets } = data.train;
    this.#run = run;
    this.#objective = createObjective(task, setup.loss, setup.output);
    this.#wanted = wantedOutputs(this.#objective, targets);
    this.#work = createWorkspace(network, count);
    this.#scratch = new Float64Array(Math.max(...network.sizes.slice(1)) * count);
  }

  /**
   * The run as it stands, at every training point. Batch normalisation works with its running averages,
   * as at any time but in a training step.
   */
  look(): Inside {
    const { network, data, epochs } = this.#run;
    const { inputs, count } = data.train;
    const { trace, outputs, gradientLayers } = this.#work;
    const { unit, units } = this.#objective;
    const z = forward(network, inputs, count, trace);
    unit.activate(z, units, count, outputs);
    this.#objective.gradient(z, outputs, this.#wanted, units, count, trace.delta.at(-1)!);
    backward(network, trace, gradientLayers);
    this.#before = {
      epoch: epochs,
      points: count,
      layers: network.layers.map((_, l) => this.#layer(network, l)),
      learned: learnedOf(network),
    };
    return this.#before;
  }

  #layer(network: Network, l: number): LayerInside {
    const { outputs: units, weights } = network.layers[l]!;
    const { trace, gradientLayers } = this.#work;
    const { count } = this.#run.data.train;
    const length = units * count;
    const [z, h, delta] = [trace.z[l]!, trace.h[l + 1], trace.delta[l]!];
    const before = this.#before?.layers[l];
    const kernel = network.kernels[l];

    const { saturated, flat } = kernel
      ? this.#flatness(kernel, z, h!, units)
      : { saturated: 0, flat: [] };
    const activationGradient = kernel ? this.#activationGradient(network, l) : norm(delta, length);

    // δ belongs to the mean loss: each example has a share of 1/count in it.
    for (let k = 0; k < length; k++) this.#scratch[k] = delta[k]! * count;
    const dead = kernel ? zeroRows(delta, units, count) : [];
    return {
      units,
      z: symmetricHistogram(z, length, before?.z),
      ...(kernel && { h: sidedHistogram(h!, length, before?.h) }),
      delta: symmetricHistogram(this.#scratch, length, before?.delta),
      saturated,
      dead,
      flat: flat.filter((unit) => dead.includes(unit)),
      norms: {
        weightGradient: norm(gradientLayers[l]!.weights),
        activationGradient,
        weights: norm(weights),
      },
    };
  }

  /** Where f is flat: the share of all numbers, and the units for which it is everywhere. */
  #flatness(kernel: ArrayKernel, z: Float64Array, h: Float64Array, units: number) {
    const { count } = this.#run.data.train;
    const length = units * count;
    const slopes = this.#scratch.fill(1, 0, length);
    kernel.chain(z, h, length, slopes);
    let saturated = 0;
    for (let k = 0; k < length; k++) if (Math.abs(slopes[k]!) < saturationThreshold) saturated++;
    return { saturated: saturated / length, flat: zeroRows(slopes, units, count) };
  }

  /** ‖∂L/∂h‖ of a hidden layer, ∂L/∂h = Wᵀδ with W and δ of the layer above. */
  #activationGradient({ layers }: Network, l: number): number {
    const { inputs, outputs, weights } = layers[l + 1]!;
    const delta = this.#work.trace.delta[l + 1]!;
    const { count } = this.#run.data.train;
    let sum = 0;
    for (let i = 0; i < inputs; i++) {
      const row = this.#scratch.fill(0, 0, count);
      for (let o = 0; o < outputs; o++) {
        const weight = weights[o * inputs + i]!;
        for (let k = 0; k < count; k++) row[k]! += weight * delta[o * count + k]!;
      }
      for (let k = 0; k < count; k++) sum += row[k]! ** 2;
    }
    return Math.sqrt(sum);
  }

  /**
   * What every unit makes of the inputs, hidden units and outputs.
   *
   * @param size Values along each side; 24, or 64 along a single input, when left out.
   */
  maps(size?: number): UnitMaps {
    const { setup, network, data } = this.#run;
    const { dimensions } = data.train;
    const side = size ?? usualSize[dimensions];
    const domain = domainOf(setup);
    const { points, count, trace } = this.#mapped(side, dimensions, domain);
    const z = forward(network, points, count, trace);
    const o = new Float64Array(z.length);
    this.#objective.unit.activate(z, this.#objective.units, count, o);

    const layers = network.sizes.slice(1);
    const units = layers.reduce((sum, number) => sum + number, 0);
    const values = new Float32Array(units * count);
    const ranges = new Float32Array(2 * units);
    let unit = 0;
    for (const [l, number] of layers.entries()) {
      const responses = l === layers.length - 1 ? o : trace.h[l + 1]!;
      for (let u = 0; u < number; u++, unit++)
        spread(responses, u * count, values, unit * count, count, ranges, unit);
    }
    return { dimensions, domain, size: side, layers, values, ranges };
  }

  #mapped(side: number, dimensions: 1 | 2, domain: readonly [number, number]) {
    const count = side ** dimensions;
    if (this.#maps?.count !== count) {
      const points = dimensions === 2 ? gridPoints(domain, side) : linePoints(domain, side);
      this.#maps = { points, count, trace: createTrace(this.#run.network, count) };
    }
    return this.#maps;
  }
}

/** Copies a unit's responses, spread over 0 to 1, and notes their range. What is not a number becomes 0. */
function spread(
  from: Float64Array,
  start: number,
  values: Float32Array,
  place: number,
  count: number,
  ranges: Float32Array,
  unit: number,
): void {
  let [least, greatest] = [Infinity, -Infinity];
  for (let k = start; k < start + count; k++) {
    least = Math.min(least, from[k]!);
    greatest = Math.max(greatest, from[k]!);
  }
  ranges[2 * unit] = least;
  ranges[2 * unit + 1] = greatest;
  const width = greatest - least;
  if (!(width > 0 && width < Infinity)) return;
  for (let k = 0; k < count; k++) values[place + k] = (from[start + k]! - least) / width;
}

/** Units whose numbers are all exactly 0; what is not a number is not 0. */
function zeroRows(values: Float64Array, units: number, count: number): number[] {
  const zero: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    let k = unit * count;
    const end = k + count;
    while (k < end && values[k] === 0) k++;
    if (k === end) zero.push(unit);
  }
  return zero;
}

/** Euclidean norm of the first `length` numbers. */
function norm(values: Float64Array, length = values.length): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += values[k]! ** 2;
  return Math.sqrt(sum);
}

const learnedOf = ({ activations, layers }: Network): Record<string, number>[] =>
  activations.map((ref, l) =>
    Object.fromEntries(learnedNames(ref).map((name, i) => [name, layers[l]!.learned[i]!])),
  );
