/** The controls of an experiment: what the reader chooses, as state and as an experiment. */
import type { Experiment } from '#experiments/experiment.ts';
import { formatSetting } from '#i18n/numbers.ts';
import {
  encodeState,
  initialState,
  type Fields,
  type Problem,
  type State,
} from '#state/fragment.ts';
import { clearNotice } from '../figure/notice.ts';
import {
  chosenExperiment,
  fieldsOf,
  greatestSeed,
  readState,
  type ExperimentConfig,
} from './config.ts';
import type { Say } from './words.ts';

type Field = HTMLInputElement | HTMLSelectElement;

export class ChoicesView {
  /** The reader has chosen something. */
  onChange: () => void = () => undefined;
  readonly #host: HTMLElement;
  readonly #config: ExperimentConfig;
  readonly #say: Say;
  readonly #fields: Fields;
  #state: State;

  constructor(host: HTMLElement, config: ExperimentConfig, say: Say, signal: AbortSignal) {
    this.#host = host;
    this.#config = config;
    this.#say = say;
    this.#fields = fieldsOf(config);
    this.#state = initialState(this.#fields);
    const changed = () => {
      clearNotice(host);
      this.#take();
      this.onChange();
    };
    host.addEventListener('change', changed, { signal });
  }

  /** What an address says; the problems with it. */
  open(query: string): Problem[] {
    const { state, problems } = readState(this.#fields, query);
    this.#state = state;
    return problems;
  }

  /** As it stands in an address; empty for what the author set. */
  get query(): string {
    return encodeState(this.#fields, this.#state);
  }

  /** The author's experiment with the reader's choices. */
  get experiment(): Experiment {
    return chosenExperiment(this.#config, this.#state);
  }

  /** Takes what fields hold that the reader touched before this was there, if there are any. */
  takeTouched(names: ReadonlySet<string>): boolean {
    const touched = this.#inputs.some(({ name }) => names.has(name));
    if (touched) this.#take();
    return touched;
  }

  /** Sets the controls, and the settings under the figure, to the state. */
  show(): void {
    for (const input of this.#inputs) input.value = String(this.#state[input.name]);
    const { seeds, base, variants } = this.experiment;
    const count = seeds.length * Object.keys(variants).length;
    const texts = {
      '[data-action=train]': this.#say('train', { count }),
      '[data-setting=seeds]': this.#say('seeds', { first: seeds[0]!, last: seeds.at(-1)! }),
      ...(this.#state['learningRate'] !== undefined && {
        '[data-setting=learningRate]': formatSetting(base.learningRate),
      }),
    };
    for (const [place, text] of Object.entries(texts))
      this.#host.querySelector(place)!.textContent = text;
  }

  get #inputs(): Field[] {
    return [...this.#host.querySelectorAll<Field>('input, select')];
  }

  #take(): void {
    const chosen = Object.fromEntries(this.#inputs.map(({ name, value }) => [name, value]));
    const first = Number(chosen['first'] || NaN);
    const used = Number.isFinite(first)
      ? Math.min(greatestSeed, Math.max(0, Math.round(first)))
      : this.#config.experiment.seeds[0]!;
    if (used !== first) {
      const notice = this.#host.querySelector<HTMLElement>('.figure-notice')!;
      notice.textContent = this.#say('badSeed', { most: greatestSeed, used });
      notice.hidden = false;
    }
    this.#state = { ...this.#state, ...chosen, first: used };
  }
}
