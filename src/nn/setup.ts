import { datasets } from './datasets.ts';
import { initializations, type InitializationId } from './initialization.ts';
import type { ActivationRef } from './kernels.ts';
import { losses, type LossId } from './losses.ts';
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
  readonly loss: LossId;
  readonly learningRate: number;
  /** Examples per step of gradient descent. The last mini-batch of an epoch takes what is left. */
  readonly batchSize: number;
}

/** The activation of each hidden layer. */
export function activationsOf({ hidden, activation }: TrainingSetup): readonly ActivationRef[] {
  return 'id' in activation ? hidden.map(() => activation) : activation;
}

/** @throws RangeError that names the first value with which no run is possible. */
export function checkSetup(setup: TrainingSetup): void {
  const wholeFrom = (least: number) => (value: number) =>
    Number.isSafeInteger(value) && value >= least;
  const positive = (value: number) => Number.isFinite(value) && value > 0;
  const checks: [name: keyof TrainingSetup, holds: boolean][] = [
    ['seed', Number.isSafeInteger(setup.seed)],
    ['dataset', Object.hasOwn(datasets, setup.dataset)],
    ['samples', wholeFrom(1)(setup.samples)],
    ['noise', Number.isFinite(setup.noise) && setup.noise >= 0],
    ['trainShare', setup.trainShare > 0 && setup.trainShare < 1],
    ['hidden', setup.hidden.every(wholeFrom(1))],
    ['activation', activationsOf(setup).length === setup.hidden.length],
    ['initialization', Object.hasOwn(initializations, setup.initialization)],
    ['loss', Object.hasOwn(losses, setup.loss)],
    ['learningRate', positive(setup.learningRate)],
    ['batchSize', wholeFrom(1)(setup.batchSize)],
  ];
  const failed = checks.find(([, holds]) => !holds);
  if (failed) {
    const [name] = failed;
    throw new RangeError(`training setup: ${name} cannot be ${JSON.stringify(setup[name])}`);
  }
}
