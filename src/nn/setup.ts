import { datasets, type Dataset } from './datasets.ts';
import { initializations, type InitializationId } from './initialization.ts';
import type { ActivationRef } from './kernels.ts';
import { losses, type LossId } from './losses.ts';
import { impossible } from './mismatch.ts';
import { normalizationIds, type NormalizationId } from './normalization.ts';
import { usualOutput } from './objective.ts';
import { optimizers, type OptimizerId } from './optimizers.ts';
import { outputs, type OutputId } from './outputs.ts';
import { ownSpan } from './own-data.ts';
import type { Task } from './points.ts';
import type { DataSetup } from './split.ts';

/**
 * Everything that decides a training run, as plain data: the same setup gives the same numbers, bit
 * for bit, on the same JavaScript engine (engines may differ in the last bit of `Math.exp`).
 */
export interface TrainingSetup extends DataSetup {
  /** Units per hidden layer; empty for none. */
  readonly hidden: readonly number[];
  /** One for all hidden layers, or one for each. */
  readonly activation: ActivationRef | readonly ActivationRef[];
  readonly initialization: InitializationId;
  /** The standard deviation of the weights, for the initialization `normal`. */
  readonly sigma?: number;
  readonly loss: LossId;
  /** Absent: the one that belongs to the loss (`usualOutput`). */
  readonly output?: OutputId;
  readonly learningRate: number;
  /** Examples per step of gradient descent. The last mini-batch of an epoch takes what is left. */
  readonly batchSize: number;
  /** `sgd` when absent. */
  readonly optimizer?: OptimizerId;
  /** Of the optimizer `momentum`; 0.9 when absent. */
  readonly momentum?: number;
  /** Penalties on the weights (`addPenalty`); 0 when absent. */
  readonly l1?: number;
  readonly l2?: number;
  /** Of every hidden layer; `none` when absent. */
  readonly normalization?: NormalizationId;
}

/** The activation of each hidden layer. */
export function activationsOf({ hidden, activation }: TrainingSetup): readonly ActivationRef[] {
  return 'id' in activation ? hidden.map(() => activation) : activation;
}

export const outputOf = ({ loss, output }: TrainingSetup): OutputId => output ?? usualOutput[loss];

/** What there is to learn about the points of a setup. */
export const taskOf = ({ dataset, own }: DataSetup): Task =>
  dataset === 'own' ? own!.task : datasets[dataset].task;

/** How many numbers a point has. */
export const dimensionsOf = ({ dataset, own }: DataSetup): 1 | 2 =>
  dataset === 'own' ? own!.dimensions : datasets[dataset].dimensions;

/** Between which coordinates the points lie, in every direction; of own points see `ownSpan`. */
export const domainOf = ({ dataset, own }: DataSetup): readonly [lower: number, upper: number] =>
  dataset === 'own' ? ownSpan(own!, own!.inputs) : datasets[dataset].domain;

/** Between which values to predict lie; of classes nothing. */
export function rangeOf(setup: DataSetup): readonly [lower: number, upper: number] | undefined {
  const { dataset, own } = setup;
  if (dataset !== 'own') return (datasets[dataset] as Dataset).range;
  return own!.task.kind === 'values' ? ownSpan(own!, own!.targets) : undefined;
}

/** @throws RangeError that names the first value with which no run is possible. */
export function checkSetup(setup: TrainingSetup): void {
  const wholeFrom = (least: number) => (value: number) =>
    Number.isSafeInteger(value) && value >= least;
  const positive = (value: number) => Number.isFinite(value) && value > 0;
  const notNegative = (value: number) => Number.isFinite(value) && value >= 0;
  const own = setup.dataset === 'own';
  const checks: [name: keyof TrainingSetup, holds: boolean][] = [
    ['seed', Number.isSafeInteger(setup.seed)],
    ['dataset', own || Object.hasOwn(datasets, setup.dataset)],
    ['own', !own || setup.own !== undefined],
    ['samples', own || wholeFrom(1)(setup.samples)],
    ['noise', notNegative(setup.noise)],
    ['trainShare', setup.trainShare > 0 && setup.trainShare < 1],
    ['hidden', setup.hidden.every(wholeFrom(1))],
    ['activation', activationsOf(setup).length === setup.hidden.length],
    ['initialization', Object.hasOwn(initializations, setup.initialization)],
    ['sigma', notNegative(setup.sigma ?? 0)],
    ['loss', Object.hasOwn(losses, setup.loss)],
    ['output', setup.output === undefined || Object.hasOwn(outputs, setup.output)],
    ['learningRate', positive(setup.learningRate)],
    ['batchSize', wholeFrom(1)(setup.batchSize)],
    ['optimizer', Object.hasOwn(optimizers, setup.optimizer ?? 'sgd')],
    ['momentum', notNegative(setup.momentum ?? 0) && (setup.momentum ?? 0) < 1],
    ['l1', notNegative(setup.l1 ?? 0)],
    ['l2', notNegative(setup.l2 ?? 0)],
    ['normalization', normalizationIds.includes(setup.normalization ?? 'none')],
  ];
  const failed = checks.find(([, holds]) => !holds);
  if (failed) {
    const [name] = failed;
    throw new RangeError(`training setup: ${name} cannot be ${JSON.stringify(setup[name])}`);
  }
  const output = outputOf(setup);
  const reason = impossible(taskOf(setup), output, setup.loss);
  if (reason)
    throw new RangeError(
      `training setup: loss cannot be "${setup.loss}" with ${output}: ${reason}`,
    );
}
