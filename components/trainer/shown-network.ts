/** The network on the page: the one that was built into it or, once a run has begun, that of the run. */
import type { RunData } from '#exports/network/index.ts';
import type { LabState } from '#lab/state.ts';
import type { EpochRecord } from '#nn/train.ts';
import type { Conductor } from './conductor.ts';
import type { TrainerConfig } from './trainer-config.ts';
import { train } from './training.ts';

type Weights = Float64Array | undefined;

interface Page {
  readonly config: TrainerConfig;
  readonly conductor: Conductor;
  state(): LabState;
}

export class ShownNetwork {
  readonly #page: Page;
  /** Those who wait for the weights of the run as they are now. */
  #waiting: ((parameters: Weights) => void)[] = [];
  /** A run has begun. */
  begun = false;

  constructor(page: Page) {
    this.#page = page;
  }

  /** There are no points to learn from. */
  get empty(): boolean {
    const { dataset, own } = this.#page.state().setup;
    return dataset === 'own' && (own?.targets.length ?? 0) === 0;
  }

  /** The epochs behind it. */
  get history(): readonly EpochRecord[] {
    return this.begun ? this.#page.conductor.history : this.#built().history;
  }

  /** Its weights as they are now; nothing when there is no network. */
  async parameters(): Promise<Weights> {
    if (!this.begun) return this.#built().run.network.parameters;
    if (this.empty) return undefined;
    const told = new Promise<Weights>((resolve) => this.#waiting.push(resolve));
    this.#page.conductor.look();
    return told;
  }

  /** The next report must tell the weights. */
  get awaited(): boolean {
    return this.#waiting.length > 0;
  }

  /** Tells the weights to those who wait for them. */
  answer(parameters: Weights): void {
    for (const tell of this.#waiting.splice(0)) tell(parameters);
  }

  /** All that can be taken along of it; nothing when there is no network. */
  async run(): Promise<RunData | undefined> {
    const { setup, weights } = this.begun
      ? this.#page.state()
      : { setup: this.#page.config.setup, weights: undefined };
    const asked = this.parameters();
    const { gatherRun } = await import('#exports/network/index.ts');
    const parameters = await asked;
    return parameters && gatherRun(setup, weights, parameters, this.history);
  }

  #built() {
    const { setup, still } = this.#page.config;
    return train(setup, still);
  }
}
