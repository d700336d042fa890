/** The tables of an experiment, brought up to date; every run in them opens in the laboratory. */
import { setupOf } from '#experiments/experiment.ts';
import { labHref } from '#lab/link.ts';
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
      summaryRows(labels, samples, measure, experiment, this.#say).map((texts) => tableRow(texts)),
    );
    const keys = Object.keys(experiment.variants);
    const linked = (text: string, seed: number, column: number) => {
      const link = document.createElement('a');
      link.href = labHref(setupOf(experiment, keys[column]!, seed), { page: lab });
      link.textContent = text;
      const label = this.#say('openRun', { variant: labels[column]!, seed });
      link.setAttribute('aria-label', `${text}. ${label}`);
      return link;
    };
    this.#replace(
      '.experiment-runs',
      runRows(experiment.seeds, samples, measure, experiment, this.#say)
        .filter(([, ...texts]) => texts.some(Boolean))
        .map(([seed, ...texts]) =>
          tableRow([
            seed!,
            ...texts.map((text, column) => (text ? linked(text, Number(seed), column) : text)),
          ]),
        ),
    );
  }

  #replace(table: string, rows: readonly HTMLElement[]): void {
    this.#fold.querySelector(`${table} tbody`)!.replaceChildren(...rows);
  }
}

/** The first cell names the row. */
function tableRow(contents: readonly (string | HTMLElement)[]): HTMLTableRowElement {
  const row = document.createElement('tr');
  contents.forEach((content, i) => {
    const cell = document.createElement(i === 0 ? 'th' : 'td');
    if (i === 0) cell.setAttribute('scope', 'row');
    cell.append(content);
    row.append(cell);
  });
  return row;
}
