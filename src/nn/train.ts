import { initialize } from './initialization.ts';
import { accuracy, losses, meanLoss, type Loss } from './losses.ts';
import { createNetwork, createTrace, forward, type Network, type Trace } from './network.ts';
import { shuffle, stream, type Random } from './random.ts';
import { activationsOf, checkSetup, type TrainingSetup } from './setup.ts';
import { createWorkspace, descend, lossAndGradient, type Workspace } from './sgd.ts';
import { drawSplit, type Split } from './split.ts';
import type { Points } from './datasets.ts';

/** How well the network does on a set of points. */
export interface Score {
  /** Mean over the points. */
  readonly loss: number;
  /** Share of the points that are classified rightly. */
  readonly accuracy: number;
}

export interface Evaluation {
  readonly train: Score;
  readonly test: Score;
}

/** Where a run left the range of numbers; both count from 1. */
export interface Divergence {
  readonly epoch: number;
  readonly step: number;
}

/** @throws RangeError when no run is possible with this setup. */
export function startRun(setup: TrainingSetup): Run {
  checkSetup(setup);
  return new Run(setup);
}

/**
 * Training by mini-batch stochastic gradient descent.
 *
 * It has diverged when a loss or a parameter is infinite or not a number. It then stops for good, and
 * goes back to the parameters of its last evaluation, so that the last picture stays true; without
 * one, to the parameters it started from.
 */
export class Run {
  readonly setup: TrainingSetup;
  readonly network: Network;
  readonly data: Split;
  readonly #loss: Loss;
  readonly #work: Workspace;
  readonly #order: Uint32Array;
  readonly #shuffling: Random;
  readonly #batch: { readonly inputs: Float64Array; readonly labels: Uint8Array };
  /** For scores: as large as the larger set of points. */
  readonly #trace: Trace;
  /** The parameters to go back to. */
  readonly #evaluated: Float64Array;
  #position = 0;
  #epochs = 0;
  #steps = 0;
  #diverged: Divergence | undefined;

  constructor(setup: TrainingSetup) {
    const { seed, hidden, batchSize } = setup;
    this.setup = setup;
    this.data = drawSplit(setup);
    this.network = createNetwork([2, ...hidden, 1], activationsOf(setup));
    initialize(this.network.layers, setup.initialization, stream(seed, 'weights'));
    this.#evaluated = this.network.parameters.slice();
    this.#loss = losses[setup.loss];
    const { count } = this.data.train;
    this.#trace = createTrace(this.network, Math.max(count, this.data.test.count));
    const largest = Math.min(batchSize, count);
    this.#work = createWorkspace(this.network, largest);
    this.#batch = { inputs: new Float64Array(2 * largest), labels: new Uint8Array(largest) };
    this.#order = Uint32Array.from({ length: count }, (_, k) => k);
    this.#shuffling = stream(seed, 'shuffling');
  }

  /** Epochs completed. */
  get epochs(): number {
    return this.#epochs;
  }

  /** Mini-batches trained on. */
  get steps(): number {
    return this.#steps;
  }

  /** Set once the run has diverged; from then on steps do nothing. */
  get diverged(): Divergence | undefined {
    return this.#diverged;
  }

  /** Trains on the next mini-batch of the epoch. The first of an epoch shuffles the training points. */
  step(): void {
    if (this.#diverged) return;
    const { network, setup } = this;
    if (this.#position === 0) shuffle(this.#order, this.#shuffling);
    const count = this.#nextBatch();
    const { inputs, labels } = this.#batch;
    const loss = lossAndGradient(network, this.#loss, inputs, labels, count, this.#work);
    descend(network, this.#work.gradient, setup.learningRate);
    this.#steps++;
    if (!Number.isFinite(loss) || !network.parameters.every(Number.isFinite))
      return this.#diverge();
    if (this.#position < this.#order.length) return;
    this.#position = 0;
    this.#epochs++;
  }

  /** Trains to the end of the current epoch, or until the run diverges. */
  epoch(): void {
    const end = this.#epochs + 1;
    while (this.#epochs < end && !this.#diverged) this.step();
  }

  /** Loss and accuracy on all training and all test points. Can find that the run has diverged. */
  evaluate(): Evaluation {
    const evaluation = this.#evaluate();
    if (Number.isFinite(evaluation.train.loss) && Number.isFinite(evaluation.test.loss)) {
      this.#evaluated.set(this.network.parameters);
      return evaluation;
    }
    if (!this.#diverged) this.#diverge();
    return this.#evaluate();
  }

  /** The output unit's pre-activations at any points, [coordinate][point]; positive for class 1. */
  logits(points: Float64Array): Float64Array {
    const count = points.length / 2;
    return forward(this.network, points, count, createTrace(this.network, count));
  }

  #evaluate(): Evaluation {
    return { train: this.#score(this.data.train), test: this.#score(this.data.test) };
  }

  #score({ inputs, labels, count }: Points): Score {
    const z = forward(this.network, inputs, count, this.#trace);
    return { loss: meanLoss(this.#loss, z, labels, count), accuracy: accuracy(z, labels, count) };
  }

  /** Collects the next mini-batch and says how many examples it has. */
  #nextBatch(): number {
    const { inputs, labels, count: all } = this.data.train;
    const count = Math.min(this.setup.batchSize, all - this.#position);
    for (let k = 0; k < count; k++) {
      const from = this.#order[this.#position + k]!;
      this.#batch.inputs[k] = inputs[from]!;
      this.#batch.inputs[count + k] = inputs[all + from]!;
      this.#batch.labels[k] = labels[from]!;
    }
    this.#position += count;
    return count;
  }

  #diverge(): void {
    const stepsPerEpoch = Math.ceil(this.#order.length / this.setup.batchSize);
    this.#diverged = {
      epoch: Math.max(1, Math.ceil(this.#steps / stepsPerEpoch)),
      step: Math.max(1, this.#steps),
    };
    this.network.parameters.set(this.#evaluated);
  }
}
