import type { Core, CoreName, Score } from './core.ts';
import { createCore } from './cores.ts';
import { initialize, initializeRest } from './initialization.ts';
import { createNetwork, type Network } from './network.ts';
import { createObjective } from './objective.ts';
import type { Task } from './points.ts';
import { stream } from './random.ts';
import { activationsOf, checkSetup, dimensionsOf, taskOf, type TrainingSetup } from './setup.ts';
import { drawSplit, type Split } from './split.ts';

export interface Evaluation {
  readonly train: Score;
  readonly test: Score;
}

/** How well a network does after so many epochs of training. */
export interface EpochRecord extends Evaluation {
  readonly epoch: number;
}

/** Where a run left the range of numbers; both count from 1. */
export interface Divergence {
  readonly epoch: number;
  readonly step: number;
}

/**
 * Training by mini-batch gradient descent.
 *
 * It has diverged when a loss or a parameter is infinite or not a number. It then stops for good, and
 * goes back to the parameters of its last evaluation, so that the last picture stays true; without
 * one, to the parameters it started from.
 */
export interface Run {
  readonly setup: TrainingSetup;
  readonly data: Split;
  readonly task: Task;
  /** What does its arithmetic. */
  readonly core: CoreName;
  /** Its parameters are brought up to date when it is asked for. To be read, not to be written to. */
  readonly network: Network;
  /** Epochs completed. */
  readonly epochs: number;
  /** Mini-batches trained on. */
  readonly steps: number;
  /** Set once the run has diverged; from then on steps do nothing. */
  readonly diverged: Divergence | undefined;
  /** Trains on the next mini-batch of the epoch. The first of an epoch shuffles the training points. */
  step(): void;
  /** Trains to the end of the current epoch, or until the run diverges. */
  epoch(): void;
  /** Loss and accuracy on all training and all test points. Can find that the run has diverged. */
  evaluate(): Evaluation;
  /**
   * Pre-activations of the output units at any points, [coordinate][point] → [output][point]. What they
   * mean, the run's output unit and loss decide (`Objective`).
   */
  logits(points: Float64Array): Float64Array;
}

export interface RunOptions {
  /** `auto` (the default) takes SIMD when it is ready (`offerSimd`) and can do all of the setup. */
  readonly core?: 'auto' | CoreName;
  /** What to begin with, instead of what the setup would draw; as `Network.parameters` has it. */
  readonly parameters?: ArrayLike<number>;
}

/** @throws RangeError when no run is possible with this setup. */
export function startRun(setup: TrainingSetup, options: RunOptions = {}): Run {
  checkSetup(setup);
  const task = taskOf(setup);
  const objective = createObjective(task, setup.loss, setup.output);
  const sizes = [dimensionsOf(setup), ...setup.hidden, objective.units];
  const network = createNetwork(sizes, activationsOf(setup), setup.normalization);
  initialize(network.layers, setup.initialization, stream(setup.seed, 'weights'), setup.sigma);
  initializeRest(network);
  if (options.parameters) takeParameters(network, options.parameters);
  const data = drawSplit(setup);
  const core = createCore({ setup, data, objective, network }, options.core ?? 'auto');
  return new ScheduledRun(setup, task, data, network, core);
}

function takeParameters({ parameters }: Network, given: ArrayLike<number>): void {
  if (given.length !== parameters.length) {
    throw new RangeError(`${given.length} parameters given to a network of ${parameters.length}`);
  }
  parameters.set(given);
  if (!parameters.every(Number.isFinite)) throw new RangeError('a parameter given is not finite');
}

class ScheduledRun implements Run {
  readonly setup: TrainingSetup;
  readonly task: Task;
  readonly data: Split;
  readonly #network: Network;
  readonly #core: Core;
  /** The parameters to go back to. */
  readonly #evaluated: Float64Array;
  #position = 0;
  #epochs = 0;
  #steps = 0;
  #diverged: Divergence | undefined;

  constructor(setup: TrainingSetup, task: Task, data: Split, network: Network, core: Core) {
    this.setup = setup;
    this.task = task;
    this.data = data;
    this.#network = network;
    this.#core = core;
    this.#evaluated = network.parameters.slice();
  }

  get core(): CoreName {
    return this.#core.name;
  }

  get network(): Network {
    this.#core.read(this.#network.parameters);
    return this.#network;
  }

  get epochs(): number {
    return this.#epochs;
  }

  get steps(): number {
    return this.#steps;
  }

  get diverged(): Divergence | undefined {
    return this.#diverged;
  }

  step(): void {
    this.#train(this.setup.batchSize);
  }

  epoch(): void {
    this.#train(Infinity);
  }

  evaluate(): Evaluation {
    const evaluation = this.#evaluate();
    if (Number.isFinite(evaluation.train.loss) && Number.isFinite(evaluation.test.loss)) {
      this.#core.read(this.#evaluated);
      return evaluation;
    }
    if (!this.#diverged) this.#diverge();
    return this.#evaluate();
  }

  logits(points: Float64Array): Float64Array {
    return this.#core.logits(points);
  }

  #evaluate(): Evaluation {
    return { train: this.#core.score('train'), test: this.#core.score('test') };
  }

  /** Trains on that many examples more, at most to the end of the epoch. */
  #train(examples: number): void {
    if (this.#diverged) return;
    if (this.#position === 0) this.#core.shuffle();
    const { count } = this.data.train;
    const end = Math.min(count, this.#position + examples);
    this.#steps += this.#core.train(this.#position, end);
    if (this.#core.broken) return this.#diverge();
    this.#position = end;
    if (end < count) return;
    this.#position = 0;
    this.#epochs++;
  }

  #diverge(): void {
    const stepsPerEpoch = Math.ceil(this.data.train.count / this.setup.batchSize);
    this.#diverged = {
      epoch: Math.max(1, Math.ceil(this.#steps / stepsPerEpoch)),
      step: Math.max(1, this.#steps),
    };
    this.#core.write(this.#evaluated);
  }
}
