/** The living part of an experiment, loaded when a reader first touches one. */
import { differences } from '#experiments/agreement.ts';
import { measures } from '#experiments/experiment.ts';
import type { Sample } from '#experiments/sample.ts';
import { fill } from '#i18n/fill.ts';
import { formatNumber } from '#i18n/numbers.ts';
import type { Background } from '../figure/background.ts';
import { offerCopies } from '../figure/copies.ts';
import { showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { experimentBackground } from './background.ts';
import { noRuns } from './chart.ts';
import { ChoicesView } from './choices-view.ts';
import { readConfig, type ExperimentConfig } from './config.ts';
import { DistributionView, type Shown } from './distribution-view.ts';
import type { Command, Report, Results } from './protocol.ts';
import { TablesView } from './tables-view.ts';
import { toCsv } from './tables.ts';
import { agreementText, summaryText, valueText, type Say } from './words.ts';

/** Shares of the networks at which the sample size is said aloud. */
const milestones = [0.1, 0.5];

/** Milliseconds from one picture to the next for readers who ask for little motion. */
const calmInterval = 340;

class LiveExperiment {
  readonly #host: HTMLElement;
  readonly #id: string;
  readonly #messages = pageMessages();
  readonly #config: ExperimentConfig;
  readonly #choices: ChoicesView;
  readonly #view: DistributionView;
  readonly #tables: TablesView;
  readonly #background: Background<Command>;
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #ended = new AbortController();
  /** The author's words for the picture of the page. */
  readonly #alt: string;
  /** What the figure shows: the recorded runs, or the reader's. */
  #shown: Shown;
  #job = 0;
  #running = false;
  #startedAt = 0;
  #told = 0;
  #frame = 0;
  #drawnAt = -Infinity;

  constructor(host: HTMLElement, touched: ReadonlySet<string>) {
    this.#host = host;
    this.#id = host.closest('figure')!.id;
    this.#config = readConfig(host.dataset['config']!);
    this.#shown = { experiment: this.#config.experiment, samples: this.#config.recorded };
    this.#view = new DistributionView(host, this.#config, this.#say);
    this.#tables = new TablesView(host, this.#config, this.#say);
    this.#alt = this.#find('.experiment-chart').getAttribute('aria-label')!;
    this.#show();
    this.#choices = new ChoicesView(host, this.#config, this.#say, this.#ended.signal);
    showProblems(host, this.#choices.open(queryFor(this.#id) ?? ''), this.#messages);
    // Made before the reader asks for anything, so that the first result comes at once.
    this.#background = experimentBackground({
      receive: (report) => this.#receive(report),
      onFallback: () => (this.#find('.experiment-in-page').hidden = false),
    });
    this.#listen();
    if (this.#choices.takeTouched(touched)) this.#changed();
    else if (this.#choices.query !== '') this.#showChoices('status.link');
  }

  close(): void {
    this.#ended.abort();
    cancelAnimationFrame(this.#frame);
    this.#background.close();
  }

  #say: Say = (key, values = {}) => fill(this.#messages[`experiment.${key}`] ?? key, values);

  #find = <E extends HTMLElement>(selector: string): E => this.#host.querySelector<E>(selector)!;

  #listen(): void {
    const { signal } = this.#ended;
    this.#choices.onChange = () => this.#changed();
    const on = (action: string, handler: () => void) =>
      this.#find(`[data-action=${action}]`).addEventListener('click', handler, { signal });
    on('train', () => this.#train());
    on('cancel', () => this.#cancel());
    addEventListener('beforeprint', () => this.#view.draw(this.#shown, true), { signal });
    const resized = new ResizeObserver(() => this.#view.refresh());
    resized.observe(this.#host);
    signal.addEventListener('abort', () => resized.disconnect());
    offerCopies(this.#host, this.#id, this.#messages, {
      query: () => this.#choices.query,
      svg: () => this.#view.svg,
      csv: () => toCsv(this.#shown.experiment, this.#shown.samples, this.#config.measure),
    });
  }

  get #all(): number {
    return this.#choices.experiment.seeds.length * this.#config.rows.length;
  }

  /** Another setup: what is going on is about another one. */
  #changed(): void {
    if (this.#running) this.#stop();
    remember(this.#id, this.#choices.query);
    this.#showChoices('status.changed');
  }

  /** The controls as the state has them, and the recorded runs until there are others. */
  #showChoices(status: string): void {
    this.#choices.show();
    this.#shown = { experiment: this.#config.experiment, samples: this.#config.recorded };
    this.#tell(status);
    this.#progress(0);
    this.#show();
  }

  #train(): void {
    const { experiment } = this.#choices;
    this.#job += 1;
    this.#told = 0;
    this.#running = true;
    this.#startedAt = performance.now();
    this.#shown = { experiment, samples: noRuns(experiment) };
    this.#background.send({ type: 'run', job: this.#job, experiment });
    this.#find<HTMLButtonElement>('[data-action=cancel]').disabled = false;
    this.#tell('status.running', { all: this.#all });
    this.#progress(0);
  }

  #receive(report: Report): void {
    if (!this.#running || report.job !== this.#job) return;
    if (report.type === 'failed') {
      this.#stop();
      this.#tell('status.failed', { reason: report.reason });
      this.#show();
    } else this.#take(report);
  }

  #take({ runs, done }: Results): void {
    const { measure } = this.#config;
    const variants = Object.keys(this.#shown.experiment.variants);
    const values = this.#shown.samples.map((sample) => [...sample.values]);
    const failed = this.#shown.samples.map((sample) => [...sample.failed]);
    for (const { variant, run } of runs) {
      const row = variants.indexOf(variant);
      values[row]!.push(measures[measure](run));
      failed[row]!.push(run.solvedAfter === Infinity);
    }
    const samples = values.map((some, k): Sample => ({ values: some, failed: failed[k]! }));
    this.#shown = { ...this.#shown, samples };
    if (done) return this.#finish();
    const share = this.#done / this.#all;
    const milestone = milestones.findLast((one) => share >= one) ?? 0;
    if (milestone > this.#told) {
      this.#told = milestone;
      const [done, all] = [this.#done, this.#all];
      this.#tell('status.milestone', { done, all, summary: this.#summary });
    }
    // Results may come more often than pictures can, or than the reader wants them.
    if (this.#calm.matches && performance.now() < this.#drawnAt + calmInterval) return;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#drawnAt = performance.now();
      this.#view.draw(this.#shown);
      this.#progress(this.#done);
    });
  }

  get #done(): number {
    return this.#shown.samples.reduce((sum, { values }) => sum + values.length, 0);
  }

  get #summary(): string {
    const labels = this.#config.rows.map(({ label }) => label);
    const { samples, experiment } = this.#shown;
    return summaryText(labels, samples, this.#config.measure, experiment, this.#say);
  }

  #finish(): void {
    const seconds = formatNumber((performance.now() - this.#startedAt) / 1000, 1);
    this.#stop();
    this.#progress(this.#done);
    this.#show();
    const { rows, recorded, measure, experiment: book } = this.#config;
    const { experiment, samples } = this.#shown;
    const agreement = agreementText(
      rows.map(({ label }, k) => ({
        label,
        differences: differences(samples[k]!, recorded[k]!),
      })),
      experiment.seeds.length,
      experiment.base.learningRate !== book.base.learningRate,
      (value) => valueText(value, measure, experiment, this.#say),
      this.#say,
    );
    const [first, last] = [experiment.seeds[0]!, experiment.seeds.at(-1)!];
    this.#tell('status.finished', { all: this.#all, seconds, first, last, agreement });
  }

  #cancel(): void {
    if (!this.#running) return;
    this.#stop();
    this.#tell('status.cancelled', { done: this.#done, all: this.#all });
    this.#progress(this.#done);
    this.#show();
  }

  /** Ends the training that is going on; what there is stays. */
  #stop(): void {
    this.#running = false;
    this.#background.send({ type: 'cancel' });
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const cancel = this.#find<HTMLButtonElement>('[data-action=cancel]');
    if (document.activeElement === cancel) this.#find('[data-action=train]').focus();
    cancel.disabled = true;
  }

  /** Everything that shows results, brought up to date at rest. */
  #show(): void {
    this.#view.draw(this.#shown);
    this.#tables.show(this.#shown);
    const own = this.#shown.samples !== this.#config.recorded;
    const alt = own
      ? this.#say('chart.alt', { runs: this.#done, summary: this.#summary })
      : this.#alt;
    this.#find('.experiment-chart').setAttribute('aria-label', alt);
  }

  #progress(done: number): void {
    this.#find<HTMLProgressElement>('progress').value = done / this.#all;
    this.#find('.experiment-done').textContent =
      done > 0 ? this.#say('done', { done, all: this.#all }) : '';
  }

  #tell(key: string, values: Record<string, string | number> = {}): void {
    this.#find('.experiment-status').textContent = this.#say(key, values);
  }
}

/** @param touched names of the controls that the reader moved before this module arrived */
export const startExperiment = (
  host: HTMLElement,
  touched: ReadonlySet<string>,
): { close(): void } => new LiveExperiment(host, touched);
