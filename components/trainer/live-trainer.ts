/** The living part of a trainer, loaded when a reader first touches one. */
import type { EpochRecord } from '#figures/loss-chart-curves.ts';
import { fill } from '#i18n/fill.ts';
import { losses } from '#nn/losses.ts';
import { encodeState, type Fields, type State } from '#state/fragment.ts';
import { offerCopies } from '../figure/copies.ts';
import { showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { Conductor, type Phase } from './conductor.ts';
import { lossLabels } from './drawing.ts';
import { createEngine, type Engine } from './engine.ts';
import { LossView } from './loss-view.ts';
import type { Failure, Snapshot } from './protocol.ts';
import { ReadoutView } from './readout-view.ts';
import { SurfaceView } from './surface-view.ts';
import { toCsv } from './table.ts';
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
import { recordSentence, setupTexts, type Say } from './words.ts';

/** Milliseconds from one status of a training that goes on to the next: time to listen to it. */
const tellEvery = 5000;

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
  readonly #readout: ReadoutView;
  readonly #conductor: Conductor;
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #ended = new AbortController();
  #state: State;
  #engine: Engine | undefined;
  #diverged: Snapshot['diverged'];
  #failure: Failure | undefined;
  /** What to say of a network that is not trained yet: a key of the messages. */
  #origin = 'new';
  #toldAt = -Infinity;
  /** The status says that the loss runs away. */
  #warned = false;

  constructor(host: HTMLElement, touched: ReadonlySet<string>) {
    this.#host = host;
    this.#id = host.closest('figure')!.id;
    this.#messages = pageMessages();
    this.#config = JSON.parse(host.dataset['config']!) as TrainerConfig;
    this.#fields = trainerFields(this.#config);
    this.#surface = new SurfaceView(host);
    this.#charts = [...host.querySelectorAll<HTMLElement>('.trainer-chart [data-size]')].map(
      (box) => new LossView(box, lossLabels(this.#say)),
    );
    this.#readout = new ReadoutView(host, this.#say);
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
    const moved = [...host.querySelectorAll('select')].filter(({ name }) => touched.has(name));
    if (moved.length > 0) this.#choose(moved);
    else if (encodeState(this.#fields, state) !== '') this.#begin('link');
  }

  /** Ends training and everything that would wake it. */
  close(): void {
    this.#ended.abort();
    this.#conductor.pause();
    this.#engine?.close();
  }

  #say: Say = (key, values = {}) => fill(this.#messages[`trainer.${key}`] ?? key, values);

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
    this.#host.addEventListener(
      'input',
      ({ target }) => {
        if (target instanceof HTMLSelectElement) this.#choose([target]);
      },
      { signal },
    );
    for (const button of this.#host.querySelectorAll<HTMLElement>('[data-action]'))
      button.addEventListener('click', this.#actions[button.dataset['action']!]!, { signal });
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

  /** Takes what these controls are set to. */
  #choose(selects: readonly HTMLSelectElement[]): void {
    const chosen = Object.fromEntries(selects.map(({ name, value }) => [name, value]));
    this.#state = { ...this.#state, ...chosen };
    this.#begin('changed');
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
    this.#readout.showSetup(setupTexts(setup, this.#say));
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
    if (last) this.#readout.showNumbers(last);
    if (data) this.#describe();
    // A warning comes at once, and stays for as long as it takes to read.
    const told = performance.now() - this.#toldAt < tellEvery && (this.#warned || !this.#runsAway);
    if (this.#conductor.busy && !told) this.#tell(this.#conductor.phase);
  }

  get #runsAway(): boolean {
    const last = this.#conductor.history.at(-1);
    return last !== undefined && Math.max(last.train.loss, last.test.loss) > runaway;
  }

  /** Says where training stands. */
  #tell(phase: Phase, failure = this.#failure): void {
    this.#toldAt = performance.now();
    this.#warned = this.#runsAway;
    this.#failure = failure;
    const { history, busy } = this.#conductor;
    this.#host.querySelector('[data-action=train]')!.textContent = this.#say(
      busy ? 'pause' : 'train',
    );
    const numbers = recordSentence(history.at(-1), this.#say);
    const status = this.#say(`status.${phase === 'new' ? this.#origin : phase}`, {
      numbers,
      seed: String(this.#state['seed']),
      epoch: this.#diverged?.epoch ?? 0,
      reason: failure?.reason ?? '',
    });
    const warning = this.#warned && phase !== 'diverged' ? ` ${this.#say('status.runaway')}` : '';
    this.#readout.showStatus(status + warning, busy ? numbers : '');
    this.#describe();
  }

  /** From the first picture of a run on, the author's words no longer fit. */
  #describe(): void {
    const { history } = this.#conductor;
    if (history.length === 0) return;
    const { activation } = setupTexts(this.#setup, this.#say);
    this.#readout.describe(history, activation!);
  }
}

/** @param touched names of the controls that the reader moved before this module arrived */
export const startTrainer = (host: HTMLElement, touched: ReadonlySet<string>): { close(): void } =>
  new LiveTrainer(host, touched);
