/** The living part of a trainer, loaded when a reader first touches one. */
import type { NetworkJson } from '#exports/network/index.ts';
import type { EpochRecord } from '#figures/loss-chart-curves.ts';
import { fill } from '#i18n/fill.ts';
import { decodeLab, encodeLab } from '#lab/codec.ts';
import { bounds } from '#lab/limits.ts';
import { labHref } from '#lab/link.ts';
import { settings, type SettingName } from '#lab/settings.ts';
import type { LabState } from '#lab/state.ts';
import { groundOf, objectiveOf } from '#lab/task.ts';
import { offerCopies } from '../figure/copies.ts';
import { clearNotice, showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { Conductor } from './conductor.ts';
import { ControlsView } from './controls-view.ts';
import { lossLabels } from './drawing.ts';
import { createEngine, type Engine } from './engine.ts';
import { LabExtras } from './lab-extras.ts';
import { LossView } from './loss-view.ts';
import { openedState, runOf, stillRun } from './networks.ts';
import { OpenViews } from './open-views.ts';
import type { Snapshot } from './protocol.ts';
import { ReadoutView } from './readout-view.ts';
import { SurfaceView } from './surface-view.ts';
import { toCsv } from './table.ts';
import { Telling } from './telling.ts';
import TrainerWorker from './trainer.worker.ts?worker&inline';
import { baseState, linkedSettings, type TrainerConfig } from './trainer-config.ts';
import { train } from './training.ts';
import { changeText, messageKey, type Say } from './words.ts';

class LiveTrainer {
  readonly #host: HTMLElement;
  readonly #id: string;
  readonly #messages = pageMessages();
  readonly #config: TrainerConfig;
  readonly #base: LabState;
  readonly #linked: readonly SettingName[];
  readonly #surface: SurfaceView;
  readonly #charts: readonly LossView[];
  readonly #readout: ReadoutView;
  readonly #controls: ControlsView;
  readonly #views: OpenViews;
  readonly #conductor: Conductor;
  readonly #telling: Telling;
  readonly #extras: LabExtras | undefined;
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #ended = new AbortController();
  #state: LabState;
  #engine: Engine | undefined;
  #data: Snapshot['data'];
  /** Those who wait for the weights as they are now. */
  #askers: ((parameters: Float64Array | undefined) => void)[] = [];

  constructor(host: HTMLElement, touched: ReadonlySet<string>) {
    this.#host = host;
    this.#id = host.closest('figure')!.id;
    this.#config = JSON.parse(host.dataset['config']!) as TrainerConfig;
    this.#base = baseState(this.#config);
    this.#linked = linkedSettings(this.#config);
    const { signal } = this.#ended;
    this.#surface = new SurfaceView(host);
    this.#charts = [...host.querySelectorAll<HTMLElement>('.trainer-chart [data-size]')].map(
      (box) => new LossView(box, lossLabels(this.#say)),
    );
    this.#readout = new ReadoutView(host, this.#say);
    this.#controls = new ControlsView(host, this.#say, this.#wish, signal);
    this.#views = new OpenViews(host, this.#messages, this.#viewsChanged, signal);
    this.#conductor = new Conductor({
      send: (command) => this.#trainer.send(command),
      draw: (snapshot) => this.#draw(snapshot),
      tell: (phase, failure) => {
        if (phase === 'failed') for (const give of this.#askers.splice(0)) give(undefined);
        this.#showTrainButton();
        this.#telling.tell(phase, failure);
        this.#describe();
      },
      calm: () => this.#calm.matches,
      speed: () => this.#state.speed,
      needs: () =>
        this.#askers.length > 0 ? [...this.#views.needs, 'parameters'] : this.#views.needs,
    });
    this.#telling = new Telling({
      conductor: this.#conductor,
      readout: this.#readout,
      say: this.#say,
      seed: () => this.#state.setup.seed,
    });
    const { state, problems } = decodeLab(this.#base, queryFor(this.#id) ?? '', this.#linked);
    this.#state = state;
    const { setup, still } = this.#config;
    showProblems(host, problems, this.#messages);
    this.#extras = LabExtras.in(host, {
      say: this.#say,
      messages: this.#messages,
      wish: this.#wish,
      state: () => this.#state,
      query: (state) => encodeLab(this.#base, state, this.#linked),
      page: this.#config.labPage,
      id: this.#id,
      signal,
      parameters: () =>
        this.#begun
          ? this.#askParameters()
          : Promise.resolve(train(setup, still).run.network.parameters),
      networks: {
        run: () =>
          this.#begun
            ? runOf(this.#state, this.#askParameters(), () => this.#history)
            : stillRun(this.#config),
        open: this.#openNetwork,
      },
    });
    this.#listen();
    this.#views.open(state.views);
    const meanwhile = this.#controls.touched(touched);
    this.#show();
    // Asked before what the reader touched meanwhile is taken in: another speed is no other network.
    const linked = this.#query !== '';
    for (const [name, text] of meanwhile) this.#wish(name, text);
    if (!this.#begun && linked) this.#begin(this.#state.weights ? 'linkWeights' : 'link');
  }

  /** Ends training and everything that would wake it. */
  close(): void {
    this.#ended.abort();
    this.#conductor.pause();
    this.#engine?.close();
  }

  #say: Say = (key, values = {}) =>
    fill(this.#messages[messageKey(key)] ?? this.#messages[key] ?? key, values);

  get #query(): string {
    return encodeLab(this.#base, this.#state, this.#linked);
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
    const refresh = (always?: boolean) => {
      this.#charts.forEach((chart) => chart.refresh(always));
      this.#views.refresh(always);
    };
    const resized = new ResizeObserver(() => refresh());
    resized.observe(this.#host);
    addEventListener('beforeprint', () => refresh(true), { signal });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      resized.disconnect();
    });
    offerCopies(this.#host, this.#id, this.#messages, {
      query: () => this.#query,
      svg: () => this.#surface.svg,
      csv: () => toCsv(this.#history),
      embed: () => this.#extras!.embedCode,
    });
  }

  /** The epochs behind what is on the page. */
  get #history(): readonly EpochRecord[] {
    return this.#begun
      ? this.#conductor.history
      : train(this.#config.setup, this.#config.still).history;
  }

  /** What the reader sets a setting to. Out of bounds, it becomes the nearest that is possible. */
  #wish = (name: SettingName, text: string): void => {
    const before = this.#state;
    const { state, reason } = settings[name].take(before, text);
    clearNotice(this.#host);
    const used = settings[name].text(state);
    if (reason)
      showProblems(this.#host, [{ reason, field: name, value: text, used }], this.#entered);
    // Weights of a link belong to the network of that link.
    this.#state = name === 'speed' || name === 'views' ? state : { ...state, weights: undefined };
    if (name === 'speed') {
      this.#show();
      remember(this.#id, this.#query);
      return this.#conductor.repace();
    }
    const change = changeText(name, state, this.#say);
    this.#begin(name === 'seed' ? 'seed' : 'changed', change);
  };

  /** The notices of links, worded for what a reader enters. */
  get #entered(): Record<string, string> {
    const entries = Object.entries(this.#messages).map(([key, text]) => {
      const own = this.#messages[key.replace('figure.notice.', 'trainer.notice.')];
      return [key, key.startsWith('figure.notice.') && own ? own : text] as const;
    });
    return Object.fromEntries(entries);
  }

  #viewsChanged = (): void => {
    this.#state = { ...this.#state, views: this.#views.names };
    remember(this.#id, this.#query);
    if (this.#begun) this.#conductor.look();
    else if (this.#views.needs.length > 0 && this.#views.names.length > 0) this.#begin('new');
  };

  #actions: Record<string, () => void> = {
    train: () => {
      if (this.#conductor.busy) return this.#conductor.pause();
      if (this.#ready()) this.#conductor.train();
    },
    one: () => {
      if (this.#ready()) this.#conductor.step('step');
    },
    step: () => {
      if (this.#ready()) this.#conductor.step();
    },
    reset: () => this.#begin('reset'),
    seed: () => {
      const seed = (this.#state.setup.seed + 1) % (bounds.seed.most + 1);
      this.#wish('seed', String(seed));
    },
  };

  /** Whether there is a run to go on with. */
  #ready(): boolean {
    if (!this.#begun) this.#begin('new');
    return !this.#empty;
  }

  /** There are no points to learn from. */
  get #empty(): boolean {
    const { dataset, own } = this.#state.setup;
    return dataset === 'own' && (own?.targets.length ?? 0) === 0;
  }

  /** Everything but the run. */
  #show(): void {
    this.#controls.show(this.#state);
    this.#readout.showSetup(this.#state.setup);
    this.#extras?.show(this.#state);
    const link = this.#host.querySelector<HTMLAnchorElement>('.lab-link a');
    if (link) link.href = labHref(this.#state.setup, { page: this.#config.labPage });
  }

  /** A new network from the current setup. */
  #begin(origin: string, change = ''): void {
    this.#telling.begin(origin, change);
    this.#show();
    remember(this.#id, this.#query);
    const { setup, weights } = this.#state;
    if (!this.#empty) return this.#conductor.start(setup, weights);
    this.#conductor.stop();
    this.#surface.clear(groundOf(setup));
    this.#readout.showStatus(this.#say('status.noPoints'), '');
  }

  #draw(snapshot: Snapshot): void {
    const { setup } = this.#state;
    const { logits, data, standing, core, learned } = snapshot;
    if (data) {
      this.#data = data;
      this.#surface.showPoints(data, groundOf(setup));
    }
    if (core) this.#readout.showCore(core);
    this.#surface.show(logits, objectiveOf(setup));
    this.#telling.diverged = snapshot.diverged;
    const { history } = this.#conductor;
    this.#charts.forEach((chart) => chart.show(history));
    if (standing) this.#readout.showNumbers(standing);
    this.#readout.showLearned(learned, setup);
    this.#views.show(snapshot, { setup, data: this.#data!, history, say: this.#say });
    if (snapshot.parameters) for (const tell of this.#askers.splice(0)) tell(snapshot.parameters);
    if (data) this.#describe();
    if (this.#conductor.busy && this.#telling.due) this.#telling.tell(this.#conductor.phase);
  }

  #showTrainButton(): void {
    this.#host.querySelector('[data-action=train]')!.textContent = this.#say(
      this.#conductor.busy ? 'pause' : 'train',
    );
  }

  /** From the first picture of a run on, the author's words no longer fit. */
  #describe(): void {
    const { history, standing } = this.#conductor;
    if (standing) this.#readout.describe(history, standing, this.#state.setup);
  }

  /** Goes on from a network that was taken along. */
  #openNetwork = (network: NetworkJson): void => {
    const { state, problems } = openedState(network, this.#base, this.#state, this.#linked);
    showProblems(this.#host, problems, this.#messages);
    this.#state = state;
    this.#begin(problems.length > 0 ? 'new' : 'opened');
  };

  /** The weights as they are now. */
  #askParameters = (): Promise<Float64Array | undefined> =>
    new Promise((resolve) => {
      if (!this.#ready()) return resolve(undefined);
      this.#askers.push(resolve);
      this.#conductor.look();
    });
}

/** @param touched names of the controls that the reader moved before this module arrived */
export const startTrainer = (host: HTMLElement, touched: ReadonlySet<string>): { close(): void } =>
  new LiveTrainer(host, touched);
