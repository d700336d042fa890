/** The living part of a trainer, loaded when a reader first touches one. */
import type { EpochRecord } from '#figures/loss-chart-curves.ts';
import { fill } from '#i18n/fill.ts';
import { losses } from '#nn/losses.ts';
import { encodeState, type Fields, type State } from '#state/fragment.ts';
import { offerCopies } from '../figure/copies.ts';
import { showProblems } from '../figure/notice.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { Conductor, type Phase } from './conductor.ts';
import { lossLabels } from './drawing.ts';
import { createEngine, type Engine } from './engine.ts';
import { LossView } from './loss-view.ts';
import type { Failure, Snapshot } from './protocol.ts';
import { SurfaceView } from './surface-view.ts';
import { tableRows, toCsv } from './table.ts';
import TrainerWorker from './trainer.worker.ts?worker&inline';
import {
  decodeTrainerState,
  greatestSeed,
  setupOf,
  trainerFields,
  type TrainerConfig,
  type TrainerSetup,
} from './trainer-config.ts';
import { train } from './training.ts';
import { recordSentence, recordTexts, setupTexts, type Say } from './words.ts';

/** Milliseconds between two spoken states of a training that goes on: time to listen to one. */
const announceEvery = 5000;

/** Above this a loss is finite still, but on its way out. */
const runaway = 1e6;

class LiveTrainer {
  readonly #host: HTMLElement;
  readonly #id: string;
  readonly #messages: Record<string, string>;
  readonly #config: TrainerConfig;
  readonly #fields: Fields;
  readonly #surface: SurfaceView;
  readonly #charts: readonly LossView[];
  readonly #conductor: Conductor;
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #ended = new AbortController();
  #state: State;
  #engine: Engine | undefined;
  #diverged: Snapshot['diverged'];
  #failure: Failure | undefined;
  /** What to say of a network that is not trained yet: a key of the messages. */
  #origin = 'new';
  #announcedAt = -Infinity;

  constructor(host: HTMLElement, early: readonly Event[]) {
    this.#host = host;
    this.#id = host.closest('figure')!.id;
    this.#messages = JSON.parse(host.dataset['messages']!) as Record<string, string>;
    this.#config = JSON.parse(host.dataset['config']!) as TrainerConfig;
    this.#fields = trainerFields(this.#config);
    this.#surface = new SurfaceView(host);
    this.#charts = [...host.querySelectorAll<HTMLElement>('.trainer-chart [data-size]')].map(
      (box) => new LossView(box, lossLabels(this.#say)),
    );
    this.#conductor = new Conductor({
      send: (command) => this.#trainer.send(command),
      draw: (snapshot) => this.#draw(snapshot),
      tell: (phase, failure) => this.#tell(phase, failure),
      calm: () => this.#calm.matches,
    });
    const query = queryFor(this.#id) ?? '';
    const { state, problems } = decodeTrainerState(this.#fields, query);
    this.#state = state;
    showProblems(host, problems, this.#messages);
    this.#listen();
    if (encodeState(this.#fields, state) !== '') this.#begin('link');
    for (const event of early) this.#handle(event);
  }

  /** Ends training and everything that would wake it. */
  close(): void {
    this.#ended.abort();
    this.#conductor.pause();
    this.#engine?.close();
  }

  #say: Say = (key, values = {}) => fill(this.#messages[`trainer.${key}`] ?? key, values);

  #all = (selector: string) => [...this.#host.querySelectorAll<HTMLElement>(selector)];

  get #setup(): TrainerSetup {
    return setupOf(this.#config, this.#state);
  }

  /** Training has begun at least once; before, the picture of the page stands. */
  get #begun(): boolean {
    return this.#engine !== undefined;
  }

  get #trainer(): Engine {
    return (this.#engine ??= createEngine({
      spawn: () => new TrainerWorker(),
      receive: (report) => this.#conductor.receive(report),
      onFallback: () => {
        this.#host.querySelector<HTMLElement>('.trainer-in-page')!.hidden = false;
      },
    }));
  }

  #listen(): void {
    const { signal } = this.#ended;
    for (const type of ['click', 'change'])
      this.#host.addEventListener(type, (event) => this.#handle(event), { signal });
    let onScreen = true;
    const look = () => (this.#conductor.visible = onScreen && !document.hidden);
    const observer = new IntersectionObserver(([entry]) => {
      onScreen = entry!.isIntersecting;
      look();
    });
    observer.observe(this.#host);
    document.addEventListener('visibilitychange', look, { signal });
    const resized = new ResizeObserver(() => this.#charts.forEach((chart) => chart.refresh()));
    resized.observe(this.#host);
    const print = () => this.#charts.forEach((chart) => chart.refresh(true));
    addEventListener('beforeprint', print, { signal });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      resized.disconnect();
    });
    offerCopies(this.#host, this.#id, this.#messages, {
      query: () => encodeState(this.#fields, this.#state),
      svg: () => this.#surface.svg,
      csv: () => toCsv(this.#history),
    });
  }

  /** The epochs behind what is on the page. */
  get #history(): readonly EpochRecord[] {
    return this.#begun
      ? this.#conductor.history
      : train(this.#config.setup, this.#config.still).history;
  }

  #handle({ type, target }: Event): void {
    if (type === 'change' && target instanceof HTMLSelectElement) {
      this.#state = { ...this.#state, [target.name]: target.value };
      return this.#begin('changed');
    }
    const button = type === 'click' && target instanceof Element && target.closest('[data-action]');
    if (button) this.#actions[button.getAttribute('data-action')!]?.();
  }

  #actions: Record<string, () => void> = {
    train: () => {
      if (this.#conductor.busy) return this.#conductor.pause();
      if (!this.#begun) this.#begin('new');
      this.#conductor.train();
    },
    step: () => {
      if (!this.#begun) this.#begin('new');
      this.#conductor.step();
    },
    reset: () => this.#begin('reset'),
    seed: () => {
      const seed = (Number(this.#state['seed']) + 1) % (greatestSeed + 1);
      this.#state = { ...this.#state, seed };
      this.#begin('seed');
    },
  };

  /** A new network from the current setup. */
  #begin(origin: string): void {
    this.#origin = origin;
    this.#diverged = undefined;
    this.#failure = undefined;
    const setup = this.#setup;
    for (const select of this.#host.querySelectorAll('select'))
      select.value = String(this.#state[select.name]);
    const texts = setupTexts(setup, this.#say);
    for (const place of this.#all('[data-setting]'))
      place.textContent = texts[place.dataset['setting']!]!;
    remember(this.#id, encodeState(this.#fields, this.#state));
    this.#conductor.start(setup);
  }

  #draw({ logits, data, diverged }: Snapshot): void {
    const { dataset, loss } = this.#setup;
    if (data) this.#surface.showPoints(data, dataset);
    this.#surface.show(logits, losses[loss]);
    this.#diverged = diverged;
    const history = this.#conductor.history;
    this.#charts.forEach((chart) => chart.show(history));
    const last = history.at(-1);
    if (!last) return;
    const texts: Record<string, string> = recordTexts(last, this.#say);
    for (const place of this.#all('[data-number]'))
      place.textContent = texts[place.dataset['number']!]!;
    const still = !this.#conductor.busy;
    if (still || performance.now() - this.#announcedAt > announceEvery) this.#announce();
  }

  #tell(phase: Phase, failure?: Failure): void {
    const button = this.#host.querySelector('[data-action=train]')!;
    button.textContent = this.#say(this.#conductor.busy ? 'pause' : 'train');
    this.#failure = failure ?? this.#failure;
    this.#announce(phase);
  }

  /** Says where training stands, in the status line and in what stands for the pictures. */
  #announce(phase = this.#conductor.phase): void {
    this.#announcedAt = performance.now();
    const history = this.#conductor.history;
    const last = history.at(-1);
    const numbers = recordSentence(last, this.#say);
    const status = phase === 'new' ? `status.${this.#origin}` : `status.${phase}`;
    const text = this.#say(status, {
      numbers,
      seed: String(this.#state['seed']),
      epoch: this.#diverged?.epoch ?? 0,
      reason: this.#failure?.reason ?? '',
    });
    const huge = last && Math.max(last.train.loss, last.test.loss) > runaway;
    const warning = huge && phase !== 'diverged' ? ` ${this.#say('status.runaway')}` : '';
    const line = this.#host.querySelector('.trainer-status')!;
    // The same words again would be read out again.
    if (line.textContent !== text + warning) line.textContent = text + warning;
    if (!last) return;
    const { activation } = setupTexts(this.#setup, this.#say);
    const label = (selector: string, key: string) =>
      this.#host
        .querySelector(selector)!
        .setAttribute('aria-label', this.#say(key, { activation: activation!, numbers }));
    label('.trainer-plane', 'surface.alt');
    label('.trainer-chart', 'chart.alt');
    if (!this.#conductor.busy) this.#tabulate(history);
  }

  #tabulate(history: readonly EpochRecord[]): void {
    const rows = tableRows(history, this.#say).map((texts) => {
      const row = document.createElement('tr');
      texts.forEach((text, i) => {
        const cell = document.createElement(i === 0 ? 'th' : 'td');
        if (i === 0) cell.setAttribute('scope', 'row');
        cell.textContent = text;
        row.append(cell);
      });
      return row;
    });
    this.#host.querySelector('.data-table tbody')!.replaceChildren(...rows);
  }
}

/** @param early what the reader did before this module arrived */
export const startTrainer = (host: HTMLElement, early: readonly Event[]): { close(): void } =>
  new LiveTrainer(host, early);
