/** The living part of a trainer, loaded when a reader first touches one. */
import type { NetworkJson } from '#exports/network/index.ts';
import { fill } from '#i18n/fill.ts';
import { decodeLab, encodeLab } from '#lab/codec.ts';
import { bounds } from '#lab/limits.ts';
import type { SettingName } from '#lab/settings.ts';
import type { LabState } from '#lab/state.ts';
import type { Background } from '../figure/background.ts';
import { offerCopies } from '../figure/copies.ts';
import { clearNotice, showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { trainerBackground } from './background.ts';
import { Board } from './board.ts';
import { Conductor } from './conductor.ts';
import { ControlsView } from './controls-view.ts';
import { LabExtras } from './lab-extras.ts';
import { enteredMessages, worded } from './notices.ts';
import { openedState } from './opened-network.ts';
import { lacksValues } from './own-facts.ts';
import type { Command, Snapshot } from './protocol.ts';
import { ShownNetwork } from './shown-network.ts';
import { watchSight } from './sight.ts';
import { toCsv } from './table.ts';
import { Telling } from './telling.ts';
import { baseState, linkedSettings, type TrainerConfig } from './trainer-config.ts';
import { grant } from './wishes.ts';
import { messageKey, type Say } from './words.ts';

class LiveTrainer {
  readonly #host: HTMLElement;
  readonly #id: string;
  readonly #messages = pageMessages();
  readonly #config: TrainerConfig;
  readonly #base: LabState;
  readonly #linked: readonly SettingName[];
  readonly #board: Board;
  readonly #controls: ControlsView;
  readonly #conductor: Conductor;
  readonly #telling: Telling;
  readonly #network: ShownNetwork;
  readonly #extras: LabExtras | undefined;
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #ended = new AbortController();
  /** The picture of the page is not shown before the reader trains, and nothing goes on from it. */
  readonly #untrained: boolean;
  #state: LabState;
  #background: Background<Command> | undefined;

  constructor(host: HTMLElement, touched: ReadonlySet<string>) {
    this.#host = host;
    this.#id = host.closest('figure')!.id;
    this.#config = JSON.parse(host.dataset['config']!) as TrainerConfig;
    this.#untrained = host.dataset['untrained'] !== undefined;
    this.#base = baseState(this.#config);
    this.#linked = linkedSettings(this.#config);
    const { signal } = this.#ended;
    this.#board = new Board(host, {
      say: this.#say,
      messages: this.#messages,
      viewsChanged: this.#viewsChanged,
      signal,
    });
    this.#controls = new ControlsView(host, this.#say, this.#wish, signal);
    this.#conductor = new Conductor({
      send: (command) => this.#trainer.send(command),
      draw: (snapshot) => this.#draw(snapshot),
      tell: (phase, failure) => {
        if (phase === 'failed') this.#network.answer(undefined);
        this.#board.showBusy(this.#conductor.busy);
        this.#telling.tell(phase, failure);
        this.#describe();
      },
      calm: () => this.#calm.matches,
      speed: () => this.#state.speed,
      stretch: this.#config.stopsAt,
      needs: () => [
        ...this.#board.views.needs,
        ...(this.#network.awaited ? ['parameters' as const] : []),
      ],
    });
    this.#network = new ShownNetwork({
      config: this.#config,
      conductor: this.#conductor,
      state: () => this.#state,
    });
    this.#telling = new Telling({
      conductor: this.#conductor,
      readout: this.#board.readout,
      say: this.#say,
      still: this.#config.still,
      setup: () => this.#state.setup,
      lacksValues: () => lacksValues(this.#state.setup),
    });
    const { state, problems } = decodeLab(this.#base, queryFor(this.#id) ?? '', this.#linked);
    this.#state = state;
    showProblems(host, worded(problems, state, this.#say), this.#messages);
    this.#extras = LabExtras.in(host, {
      say: this.#say,
      messages: this.#messages,
      wish: this.#wish,
      state: () => this.#state,
      query: (state) => encodeLab(this.#base, state, this.#linked),
      page: this.#config.labPage,
      id: this.#id,
      signal,
      parameters: () => this.#network.parameters(),
      networks: { run: () => this.#network.run(), open: this.#openNetwork },
    });
    this.#listen();
    this.#board.views.open(state.views);
    const meanwhile = this.#controls.touched(touched);
    this.#show();
    // Asked before what the reader touched meanwhile is taken in: another speed is no other network.
    const linked = this.#query !== '';
    for (const [name, text] of meanwhile) this.#wish(name, text);
    if (!this.#network.begun && linked) this.#begin(this.#state.weights ? 'linkWeights' : 'link');
  }

  /** Ends training and everything that would wake it. */
  close(): void {
    this.#ended.abort();
    this.#conductor.pause();
    this.#background?.close();
  }

  #say: Say = (key, values = {}) =>
    fill(this.#messages[messageKey(key)] ?? this.#messages[key] ?? key, values);

  get #query(): string {
    return encodeLab(this.#base, this.#state, this.#linked);
  }

  get #trainer(): Background<Command> {
    return (this.#background ??= trainerBackground({
      receive: (report) => this.#conductor.receive(report),
      onFallback: () => this.#board.showInPage(),
    }));
  }

  /** Where the reader's first run begins, unless a link says more: see `#begin`. */
  get #first(): 'still' | 'new' {
    return this.#untrained ? 'new' : 'still';
  }

  #listen(): void {
    const { signal } = this.#ended;
    for (const button of this.#host.querySelectorAll<HTMLElement>('[data-action]'))
      button.addEventListener('click', this.#actions[button.dataset['action']!]!, { signal });
    const watcher = {
      seen: (visible: boolean) => (this.#conductor.visible = visible),
      resized: (always: boolean) => this.#board.refresh(always),
    };
    watchSight(this.#host, watcher, signal);
    offerCopies(this.#host, this.#id, this.#messages, {
      query: () => this.#query,
      svg: () => this.#board.svg,
      csv: () => toCsv(this.#network.history),
      embed: () => this.#extras!.embedCode,
    });
  }

  #wish = (name: SettingName, text: string): void => {
    const { state, problems, renews, change } = grant(this.#state, name, text, this.#say);
    clearNotice(this.#host);
    showProblems(this.#host, problems, enteredMessages(this.#messages));
    this.#state = state;
    if (renews) return this.#begin(name === 'seed' ? 'seed' : 'changed', change);
    this.#show();
    remember(this.#id, this.#query);
    this.#conductor.repace();
  };

  #viewsChanged = (): void => {
    this.#state = { ...this.#state, views: this.#board.views.names };
    remember(this.#id, this.#query);
    if (this.#network.begun) {
      if (!this.#network.empty) this.#conductor.look();
    } else if (this.#board.views.needs.length > 0 && this.#board.views.names.length > 0)
      this.#begin(this.#first);
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
    if (!this.#network.begun) this.#begin(this.#first);
    return !this.#network.empty;
  }

  /** Everything but the run. */
  #show(): void {
    this.#controls.show(this.#state);
    this.#board.showSetup(this.#state, this.#config.labPage);
    this.#extras?.show(this.#state);
  }

  /**
   * A new network from the current setup.
   *
   * @param origin what is said of it; `still` goes on from the picture of the page
   */
  #begin(origin: string, change = ''): void {
    this.#network.begun = true;
    this.#telling.begin(origin, change);
    this.#show();
    remember(this.#id, this.#query);
    const { setup, weights } = this.#state;
    if (!this.#network.empty) {
      const ahead = origin === 'still' ? this.#config.still : 0;
      return this.#conductor.start(setup, { ...(weights && { parameters: weights }), ahead });
    }
    this.#network.answer(undefined);
    this.#conductor.stop();
    this.#board.clear(this.#state);
  }

  #draw(snapshot: Snapshot): void {
    this.#telling.diverged = snapshot.diverged;
    // From here on the page shows what there is, and not only the points.
    delete this.#host.dataset['untrained'];
    this.#board.draw(snapshot, this.#state, this.#conductor.history);
    if (snapshot.parameters) this.#network.answer(snapshot.parameters);
    if (snapshot.data) this.#describe();
    if (this.#conductor.busy && this.#telling.due) this.#telling.tell(this.#conductor.phase);
  }

  /** From the first picture of a run on, the author's words no longer fit. */
  #describe(): void {
    const { history, standing } = this.#conductor;
    if (standing) this.#board.readout.describe(history, standing, this.#state);
  }

  /** Goes on from a network that was taken along. */
  #openNetwork = (network: NetworkJson): void => {
    const { state, problems } = openedState(network, this.#base, this.#state, this.#linked);
    showProblems(this.#host, worded(problems, state, this.#say), this.#messages);
    this.#state = state;
    this.#begin(problems.length > 0 ? 'new' : 'opened');
  };
}

/** @param touched names of the controls that the reader moved before this module arrived */
export const startTrainer = (host: HTMLElement, touched: ReadonlySet<string>): { close(): void } =>
  new LiveTrainer(host, touched);
