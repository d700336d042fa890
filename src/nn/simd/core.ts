/** The core that trains in WebAssembly: single precision, four examples at a time. */
import { bind } from '#activations/index.ts';
import type { Core, Problem, Score } from '../core.ts';
import { activationFunction, type ActivationRef } from '../kernels.ts';
import { wantedOutputs, type Objective } from '../objective.ts';
import { defaultMomentum, type OptimizerId } from '../optimizers.ts';
import type { Points } from '../points.ts';
import { streamSeed } from '../random.ts';
import { activationsOf, outputOf } from '../setup.ts';
import { simdKernels } from './kernels.ts';
import type { Exports, Machine, Tenant } from './machine.ts';
import { kernelNumber, lossNumber, outputKernel, whyNotSimd } from './support.ts';

/** In the order of `assembly/optimizers.ts`. */
const optimizerIds: readonly OptimizerId[] = ['sgd', 'momentum', 'adam'];

/** @returns Nothing when some part of the problem has no kernel (`whyNotSimd`). */
export const createSimdCore = (machine: Machine, problem: Problem): Core | undefined =>
  whyNotSimd(problem.setup) ? undefined : new SimdCore(machine, problem);

class SimdCore implements Core, Tenant {
  readonly name = 'simd';
  broken = false;
  image?: Uint8Array;
  readonly #machine: Machine;
  readonly #problem: Problem;

  constructor(machine: Machine, problem: Problem) {
    this.#machine = machine;
    this.#problem = problem;
    machine.settle(this, () => layOut(machine.exports, problem));
    const { data, objective, network } = problem;
    writeRecords(machine.singles, machine.exports.trainAt() / 4, data.train, objective);
    writeRecords(machine.singles, machine.exports.testAt() / 4, data.test, objective);
    this.write(network.parameters);
  }

  shuffle(): void {
    this.#machine.enter(this).shuffle();
  }

  train(from: number, to: number): number {
    const steps = this.#machine.enter(this).train(from, to);
    if (steps < 0) this.broken = true;
    return Math.abs(steps);
  }

  score(side: 'train' | 'test'): Score {
    const exports = this.#machine.enter(this);
    const { count } = this.#problem.data[side];
    const loss = exports.score(side === 'train' ? exports.trainAt() : exports.testAt(), count);
    if (this.#problem.objective.task.kind === 'values') return { loss };
    return { loss, accuracy: exports.hitCount() / count };
  }

  logits(points: Float64Array): Float64Array {
    const exports = this.#machine.enter(this);
    const { dimensions } = this.#problem.data.train;
    const { units } = this.#problem.objective;
    const count = points.length / dimensions;
    // Rows of whole chunks, so that none is written over by the end of another.
    const row = Math.ceil(count / 16) * 16;
    const at = exports.reserve((dimensions + units) * row * 8) / 8;
    const { doubles } = this.#machine;
    for (let d = 0; d < dimensions; d++)
      doubles.set(points.subarray(d * count, (d + 1) * count), at + d * row);
    exports.logits(at * 8, count, row * 8);
    const z = new Float64Array(units * count);
    for (let u = 0; u < units; u++) {
      const from = at + (dimensions + u) * row;
      z.set(doubles.subarray(from, from + count), u * count);
    }
    return z;
  }

  read(into: Float64Array): void {
    this.#eachRow((singles, at, inputs, weights, bias) => {
      for (let i = 0; i < inputs; i++) into[weights + i] = singles[at + i]!;
      into[bias] = singles[at + inputs]!;
    });
  }

  write(from: Float64Array): void {
    this.#eachRow((singles, at, inputs, weights, bias) => {
      for (let i = 0; i < inputs; i++) singles[at + i] = from[weights + i]!;
      singles[at + inputs] = from[bias]!;
    });
  }

  /**
   * For every unit where its weights stand in the machine, followed by its bias, and where weights and bias
   * stand in `Network.parameters`.
   */
  #eachRow(
    visit: (
      singles: Float32Array,
      at: number,
      inputs: number,
      weights: number,
      bias: number,
    ) => void,
  ): void {
    const exports = this.#machine.enter(this);
    const { singles } = this.#machine;
    let at = exports.parametersAt() / 4;
    let flat = 0;
    for (const { inputs, outputs } of this.#problem.network.layers) {
      for (let o = 0; o < outputs; o++) {
        visit(singles, at, inputs, flat + o * inputs, flat + outputs * inputs + o);
        at += 4 * Math.ceil((inputs + 1) / 4);
      }
      flat += outputs * (inputs + 1);
    }
  }
}

function layOut(exports: Exports, { setup, data, objective }: Problem): void {
  const { batchSize, learningRate, momentum = defaultMomentum, l1 = 0, l2 = 0 } = setup;
  exports.begin(data.train.dimensions);
  for (const [l, activation] of activationsOf(setup).entries())
    addLayer(exports, setup.hidden[l]!, activation);
  const output = outputKernel(outputOf(setup));
  exports.addLayer(objective.units, kernelNumber(output), 0, 0, 0, 0);
  const [no, yes] = objective.targets;
  exports.setAim(lossNumber(setup.loss, outputOf(setup))!, no, yes, objective.threshold);
  const optimizer = optimizerIds.indexOf(setup.optimizer ?? 'sgd');
  // No larger than all points, so that it fits 32 bits.
  const batch = Math.min(batchSize, data.train.count);
  exports.setTraining(optimizer, batch, learningRate, momentum, l1, l2);
  exports.setShuffling(streamSeed(setup.seed, 'shuffling'));
  exports.layOut(data.train.count, data.test.count);
}

function addLayer(exports: Exports, units: number, ref: ActivationRef): void {
  if (ref.id === 'own') throw new RangeError('an own formula has no kernel');
  const kernel = simdKernels[ref.id]!;
  const { parameters } = bind(activationFunction(ref), ref.parameters);
  const [a = 0, b = 0, c = 0, d = 0] = kernel.constants?.(parameters) ?? [];
  exports.addLayer(units, kernelNumber(kernel), a, b, c, d);
}

/** Points as the assembly's records, in the f32 from place `at`. */
function writeRecords(
  singles: Float32Array,
  at: number,
  { count, dimensions, inputs, targets }: Points,
  objective: Objective,
): void {
  // Of several output units each is told from the class what is wanted of it.
  const wanted = wantedOutputs(objective, targets);
  for (let k = 0; k < count; k++, at += 4) {
    singles[at] = inputs[k]!;
    if (dimensions > 1) singles[at + 1] = inputs[count + k]!;
    singles[at + 2] = wanted[k]!;
    singles[at + 3] = targets[k]!;
  }
}
