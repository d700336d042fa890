/**
 * What a network is trained for: a task, an output unit and a loss together. Backpropagation starts
 * from the gradient ∂L/∂z at the output layer's pre-activations that they give.
 *
 * Numbers of a batch lie flat in [unit][example] order.
 */
import { stablePairs } from './stable-pairs.ts';
import { losses, type Loss, type LossId } from './losses.ts';
import { impossible } from './mismatch.ts';
import { outputs, type OutputId, type OutputUnit } from './outputs.ts';
import type { Task } from './points.ts';

/** How the loss of a batch and its gradient are computed. */
export interface BatchLoss {
  /**
   * The loss of a batch: the mean over its examples of the sum over the output units.
   *
   * @param z Pre-activations of the output units.
   * @param o The outputs that belong to them.
   * @param wanted What the outputs should be.
   */
  mean(
    z: Float64Array,
    o: Float64Array,
    wanted: Float64Array,
    units: number,
    count: number,
  ): number;
  /** Writes ∂L/∂z into `delta`. L is the mean, so each example has a share of 1/count. */
  gradient(
    z: Float64Array,
    o: Float64Array,
    wanted: Float64Array,
    units: number,
    count: number,
    delta: Float64Array,
  ): void;
}

export interface Objective extends BatchLoss {
  readonly task: Task;
  readonly loss: LossId;
  readonly output: OutputId;
  readonly unit: OutputUnit;
  /** Output units: one for a value or for two classes, else one for each class. */
  readonly units: number;
  /** What an output should be for no and for yes; of a single unit: for class 0 and for class 1. */
  readonly targets: readonly [no: number, yes: number];
  /** Of a single output unit for two classes: the pre-activation above which the answer is class 1. */
  readonly threshold: number;
}

/** The output unit that belongs to a loss. */
export const usualOutput: Readonly<Record<LossId, OutputId>> = {
  'squared-error': 'identity',
  'binary-cross-entropy': 'sigmoid',
  'cross-entropy': 'softmax',
};

/** How many output units a network has. */
export function outputUnits(task: Task, loss: LossId, output: OutputId): number {
  if (task.kind === 'values') return 1;
  const perClass = losses[loss].unitPerClass || output === 'softmax' || task.classes > 2;
  return perClass ? Math.max(2, task.classes) : 1;
}

/** @throws RangeError when these do not go together at all (`impossible`). */
export function createObjective(
  task: Task,
  lossId: LossId,
  outputId: OutputId = usualOutput[lossId],
): Objective {
  const reason = impossible(task, outputId, lossId);
  if (reason) throw new RangeError(`the loss ${lossId} and the output ${outputId}: ${reason}`);
  const loss: Loss = losses[lossId];
  const unit: OutputUnit = outputs[outputId];
  const targets = loss.asks === 'probabilities' ? ([0, 1] as const) : unit.targets;
  return {
    task,
    loss: lossId,
    output: outputId,
    unit,
    units: outputUnits(task, lossId, outputId),
    targets,
    threshold: unit.middle?.[loss.asks] ?? 0,
    ...(stablePairs.find((pair) => pair.loss === lossId && pair.output === outputId) ??
      chained(loss, unit)),
  };
}

/** Loss and output unit one after the other, by the chain rule. */
const chained = ({ loss, slope }: Loss, unit: OutputUnit): BatchLoss => ({
  mean(_z, o, wanted, units, count) {
    let sum = 0;
    for (let k = 0; k < units * count; k++) sum += loss(o[k]!, wanted[k]!);
    return sum / count;
  },
  gradient(z, o, wanted, units, count, delta) {
    for (let k = 0; k < units * count; k++) delta[k] = slope(o[k]!, wanted[k]!);
    unit.chain(z, o, units, count, delta);
    for (let k = 0; k < units * count; k++) delta[k]! /= count;
  },
});

/** What each output should be, from the classes or values of some points. */
export function wantedOutputs(
  { task, units, targets: [no, yes] }: Pick<Objective, 'task' | 'units' | 'targets'>,
  targets: Float64Array,
): Float64Array {
  if (task.kind === 'values') return targets;
  const { length: count } = targets;
  const wanted = new Float64Array(units * count).fill(no);
  // A single unit says whether it is class 1; of several each stands for its own class.
  for (let u = 0; u < units; u++)
    for (let k = 0; k < count; k++)
      if (targets[k] === (units === 1 ? 1 : u)) wanted[u * count + k] = yes;
  return wanted;
}

/**
 * The share of examples that are given their class. Of several output units the one with the greatest
 * pre-activation answers (of equal ones the first); a single one says class 1 above its threshold.
 *
 * @returns NaN where values are to be predicted, or for no examples.
 */
export function accuracy(
  { task, units, threshold }: Pick<Objective, 'task' | 'units' | 'threshold'>,
  z: Float64Array,
  targets: Float64Array,
  count: number,
): number {
  if (task.kind === 'values') return NaN;
  let right = 0;
  for (let k = 0; k < count; k++) {
    let answer = 0;
    if (units === 1) answer = z[k]! > threshold ? 1 : 0;
    else for (let u = 1; u < units; u++) if (z[u * count + k]! > z[answer * count + k]!) answer = u;
    if (answer === targets[k]) right++;
  }
  return right / count;
}
