/** The tables of an experiment, brought up to date; every run in them opens in the laboratory. */
import { setupOf } from '#experiments/experiment.ts';
import { labHref } from '#lab/link.ts';
import { escape, rowsMarkup, type Cell } from '../figure/markup.ts';
import type { ExperimentConfig } from './config.ts';
import type { Shown } from './distribution-view.ts';
import { runRows, summaryRows } from './tables.ts';
import type { Say } from './words.ts';

export class TablesView {
  readonly #fold: HTMLDetailsElement;
  readonly #config: ExperimentConfig;
  readonly #say: Say;
  #shown: Shown | undefined;

  constructor(host: Element, config: ExperimentConfig, say: Say) {
    this.#fold = host.querySelector('.experiment-tables')!;
    this.#config = config;
    this.#say = say;
    this.#fold.addEventListener('toggle', () => this.#fill());
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#fill();
  }

  /** Hundreds of rows: only when they are looked at. */
  #fill(): void {
    if (!this.#fold.open || !this.#shown) return;
    const { rows, measure, lab } = this.#config;
    const { experiment, samples } = this.#shown;
    const labels = rows.map(({ label }) => label);
    this.#replace(
      '.experiment-summary',
      summaryRows(labels, samples, measure, experiment, this.#say),
    );
    const keys = Object.keys(experiment.variants);
    const linked = (text: string, seed: number, column: number): Cell => {
      const href = labHref(setupOf(experiment, keys[column]!, seed), { page: lab });
      const label = `${text}. ${this.#say('openRun', { variant: labels[column]!, seed })}`;
      return {
        html: `<a href="${escape(href)}" aria-label="${escape(label)}">${escape(text)}</a>`,
      };
    };
    this.#replace(
      '.experiment-runs',
      runRows(experiment.seeds, samples, measure, experiment, this.#say)
        .filter(([, ...texts]) => texts.some(Boolean))
        .map(([seed, ...texts]) => [
          seed!,
          ...texts.map((text, column) => (text ? linked(text, Number(seed), column) : text)),
        ]),
    );
  }

  #replace(table: string, rows: readonly (readonly Cell[])[]): void {
    this.#fold.querySelector(`${table} tbody`)!.innerHTML = rowsMarkup(rows);
  }
}
