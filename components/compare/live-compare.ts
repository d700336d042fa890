/** The living part of a comparison, loaded when a reader first touches one. */
import { fill } from '#i18n/fill.ts';
import { activationSetting } from '#lab/layers.ts';
import { bounds } from '#lab/limits.ts';
import { isSettingName, settings, type SettingName } from '#lab/settings.ts';
import type { EpochRecord } from '#nn/train.ts';
import type { Background } from '../figure/background.ts';
import { offerCopies } from '../figure/copies.ts';
import { clearNotice, showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { trainerBackground } from '../trainer/background.ts';
import { Conductor, type Phase } from '../trainer/conductor.ts';
import { ControlsView } from '../trainer/controls-view.ts';
import type { Command, Failure, Snapshot } from '../trainer/protocol.ts';
import { train } from '../trainer/training.ts';
import type { Say } from '../trainer/words.ts';
import {
  decodeCompare,
  encodeCompare,
  type CompareConfig,
  type CompareState,
} from './compare-config.ts';
import { CompareView } from './compare-view.ts';
import { createPair, type Both } from './pair.ts';
import { toCsv } from './words.ts';

/** Milliseconds from one status of a training that goes on to the next: time to listen to it. */
const tellEvery = 5000;

class LiveComparison {
  readonly #host: HTMLElement;
  readonly #id: string;
  readonly #messages = pageMessages();
  readonly #config: CompareConfig;
  readonly #view: CompareView;
  readonly #controls: ControlsView;
  readonly #conductor: Conductor;
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #ended = new AbortController();
  #state: CompareState;
  #background: Background<Command> | undefined;
  #latest: Both<Snapshot> | undefined;
  #histories: [EpochRecord[], EpochRecord[]] = [[], []];
  #origin = 'new';
  #toldAt = -Infinity;

  constructor(host: HTMLElement, touched: ReadonlySet<string>) {
    this.#host = host;
    this.#id = host.closest('figure')!.id;
    this.#config = JSON.parse(host.dataset['config']!) as CompareConfig;
    this.#view = new CompareView(host, this.#say, this.#trainerSay);
    const { signal } = this.#ended;
    this.#controls = new ControlsView(host, this.#trainerSay, this.#wish, signal);
    this.#conductor = new Conductor({
      send: (command) => this.#trainers.send(command),
      draw: () => this.#draw(),
      tell: (phase, failure) => this.#tell(phase, failure),
      calm: () => this.#calm.matches,
      speed: () => 'normal',
      needs: () => [],
    });
    const { state, problems } = decodeCompare(this.#config, queryFor(this.#id) ?? '');
    this.#state = state;
    showProblems(host, problems, this.#messages);
    this.#listen();
    const moved = [...host.querySelectorAll<HTMLInputElement>('select, input')]
      .filter(({ name }) => touched.has(name))
      .map(({ name, value }) => [name, value] as const);
    this.#show();
    for (const [name, value] of moved) {
      if (name === 'a' || name === 'b') this.#chooseFunction(name, value);
      else if (isSettingName(name)) this.#wish(name, value);
    }
    if (!this.#background && this.#query !== '') this.#begin('link');
  }

  close(): void {
    this.#ended.abort();
    this.#conductor.pause();
    this.#background?.close();
  }

  #trainerSay: Say = (key, values = {}) =>
    fill(this.#messages[`trainer.${key}`] ?? this.#messages[key] ?? key, values);

  #say: Say = (key, values = {}) => fill(this.#messages[`experiment.${key}`] ?? key, values);

  get #query(): string {
    return encodeCompare(this.#config, this.#state);
  }

  get #trainers(): Background<Command> {
    return (this.#background ??= createPair({
      start: trainerBackground,
      other: () => this.#state[1].setup,
      receive: (report, each) => {
        if (each) this.#take(each);
        this.#conductor.receive(report);
      },
      onFallback: () => {
        this.#host.querySelector<HTMLElement>('.trainer-in-page')!.hidden = false;
      },
    }));
  }

  #listen(): void {
    const { signal } = this.#ended;
    for (const button of this.#host.querySelectorAll<HTMLElement>('[data-action]'))
      button.addEventListener('click', this.#actions[button.dataset['action']!]!, { signal });
    for (const name of ['a', 'b'] as const)
      this.#select(name).addEventListener(
        'input',
        () => this.#chooseFunction(name, this.#select(name).value),
        { signal },
      );
    let onScreen = true;
    const look = () => (this.#conductor.visible = onScreen && !document.hidden);
    const observer = new IntersectionObserver(([entry]) => {
      onScreen = entry!.isIntersecting;
      look();
    });
    observer.observe(this.#host);
    document.addEventListener('visibilitychange', look, { signal });
    const resized = new ResizeObserver(() => this.#view.refresh());
    resized.observe(this.#host);
    addEventListener('beforeprint', () => this.#view.refresh(true), { signal });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      resized.disconnect();
    });
    offerCopies(this.#host, this.#id, this.#messages, {
      query: () => this.#query,
      svg: () => this.#view.svg,
      csv: () => toCsv(this.#view.names, this.#shownHistories),
    });
  }

  /** The epochs behind what is on the page. */
  get #shownHistories(): Both<readonly EpochRecord[]> {
    if (this.#background) return this.#histories;
    const [a, b] = this.#config.setups;
    return [train(a, this.#config.still).history, train(b, this.#config.still).history];
  }

  #select = (name: 'a' | 'b') => this.#host.querySelector<HTMLSelectElement>(`[name=${name}]`)!;

  #chooseFunction(name: 'a' | 'b', text: string): void {
    const states = this.#state.map((state, k) =>
      k === (name === 'a' ? 0 : 1) ? activationSetting.take(state, text).state : state,
    );
    this.#state = states as unknown as CompareState;
    this.#begin('changed');
  }

  /** What the reader sets a setting of both to. */
  #wish = (name: SettingName, text: string): void => {
    clearNotice(this.#host);
    this.#state = this.#state.map(
      (state) => settings[name].take(state, text).state,
    ) as unknown as CompareState;
    this.#begin(name === 'seed' ? 'seed' : 'changed');
  };

  #actions: Record<string, () => void> = {
    train: () => {
      if (this.#conductor.busy) return this.#conductor.pause();
      if (!this.#background) this.#begin('new');
      this.#conductor.train();
    },
    step: () => {
      if (!this.#background) this.#begin('new');
      this.#conductor.step();
    },
    reset: () => this.#begin('reset'),
    seed: () => {
      const seed = (this.#state[0].setup.seed + 1) % (bounds.seed.most + 1);
      this.#wish('seed', String(seed));
    },
  };

  /** Everything but the runs. */
  #show(): void {
    const [a, b] = this.#state;
    this.#controls.show(a);
    this.#select('a').value = activationSetting.text(a).split(':')[0]!;
    this.#select('b').value = activationSetting.text(b).split(':')[0]!;
    this.#view.showSetups([a.setup, b.setup]);
  }

  /** New networks from the current setups. */
  #begin(origin: string): void {
    this.#origin = origin;
    this.#latest = undefined;
    this.#histories = [[], []];
    this.#show();
    remember(this.#id, this.#query);
    this.#conductor.start(this.#state[0].setup);
  }

  #take(each: Both<Snapshot>): void {
    this.#latest = each;
    each.forEach(({ records }, k) => this.#histories[k]!.push(...records));
  }

  #draw(): void {
    if (!this.#latest) return;
    this.#view.draw(this.#latest, this.#histories);
    if (this.#latest[0].data) this.#view.describe();
    const due = performance.now() - this.#toldAt > tellEvery;
    if (this.#conductor.busy && due) this.#tell(this.#conductor.phase);
  }

  #tell(phase: Phase, failure?: Failure): void {
    this.#toldAt = performance.now();
    const { busy } = this.#conductor;
    this.#host.querySelector('[data-action=train]')!.textContent = this.#trainerSay(
      busy ? 'pause' : 'train',
    );
    const status = this.#say(`compare.status.${phase === 'new' ? this.#origin : phase}`, {
      numbers: this.#view.numbers,
      seed: this.#state[0].setup.seed,
      reason: failure?.reason ?? '',
    });
    const ended = (this.#latest ?? []).flatMap(({ diverged }, k) =>
      diverged && phase !== 'diverged'
        ? [this.#say('compare.oneDiverged', { name: this.#view.names[k]!, epoch: diverged.epoch })]
        : [],
    );
    const line = this.#host.querySelector('.trainer-status')!;
    const text = [status, ...ended].join(' ');
    if (line.textContent !== text) line.textContent = text;
    this.#view.describe();
  }
}

/** @param touched names of the controls that the reader moved before this module arrived */
export const startComparison = (
  host: HTMLElement,
  touched: ReadonlySet<string>,
): { close(): void } => new LiveComparison(host, touched);
