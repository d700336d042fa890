/** Says where training stands, in words, at a pace at which a reader can listen. */
import type { Conductor, Phase } from './conductor.ts';
import type { Failure, Snapshot } from './protocol.ts';
import type { ReadoutView } from './readout-view.ts';
import { datasets, type Dataset } from '#nn/datasets.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { recordSentence } from './record-words.ts';
import type { Say } from './words.ts';

/** Milliseconds from one status of a training that goes on to the next: time to listen to it. */
const tellEvery = 5000;

/** Above this a loss is finite still, but on its way out. */
const runaway = 1e6;

interface Told {
  readonly conductor: Conductor;
  readonly readout: ReadoutView;
  readonly say: Say;
  /** Epochs behind the picture of the page. */
  readonly still: number;
  /** The current one. */
  setup(): TrainingSetup;
  /** Its own formula has no value for some pre-activations. */
  lacksValues(): boolean;
}

export class Telling {
  readonly #told: Told;
  /** What to say of a network that is not trained yet: a key of the messages. */
  origin = 'new';
  /** What changed last, in the reader's words. */
  change = '';
  diverged: Snapshot['diverged'];
  #failure: Failure | undefined;
  #toldAt = -Infinity;
  /** The status says that the loss runs away. */
  #warned = false;

  constructor(told: Told) {
    this.#told = told;
  }

  begin(origin: string, change = ''): void {
    this.origin = origin;
    this.change = change;
    this.diverged = undefined;
    this.#failure = undefined;
  }

  /** A warning comes at once, and stays for as long as it takes to read. */
  get due(): boolean {
    const told = performance.now() - this.#toldAt < tellEvery && (this.#warned || !this.#runsAway);
    return !told;
  }

  get #runsAway(): boolean {
    const last = this.#told.conductor.standing;
    return last !== undefined && Math.max(last.train.loss, last.test.loss) > runaway;
  }

  tell(phase: Phase, failure = this.#failure): void {
    const { conductor, readout, say, still, setup, lacksValues } = this.#told;
    this.#toldAt = performance.now();
    this.#warned = this.#runsAway;
    this.#failure = failure;
    const { busy } = conductor;
    const numbers = recordSentence(conductor.standing, say);
    const key = phase === 'new' ? originKey(this.origin, setup()) : phase;
    const status = say(`status.${key === 'diverged' && lacksValues() ? 'noValue' : key}`, {
      numbers,
      change: this.change,
      seed: setup().seed,
      epochs: still,
      epoch: this.diverged?.epoch ?? 0,
      reason: failure?.reason ?? '',
    });
    const warning = this.#warned && phase !== 'diverged' ? ` ${say('status.runaway')}` : '';
    readout.showStatus(status + warning, busy ? numbers : '');
  }
}

/** A seed draws the points, too, but for data that are always the same. */
export function originKey(origin: string, { dataset, noise }: TrainingSetup): string {
  if (origin !== 'seed') return origin;
  if (dataset === 'own') return 'seedWeights';
  const { fixed }: Dataset = datasets[dataset];
  return fixed && noise === 0 ? 'seedWeights' : 'seed';
}
