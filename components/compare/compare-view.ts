/** Everything that a comparison shows of its two runs, brought up to date. */
import { colourOf } from '#figures/palette.ts';
import { groundOf, objectiveOf } from '#lab/task.ts';
import { activationsOf, type TrainingSetup } from '#nn/setup.ts';
import type { EpochRecord } from '#nn/train.ts';
import { rowsMarkup } from '../figure/markup.ts';
import type { Snapshot } from '../trainer/protocol.ts';
import { SurfaceView } from '../trainer/surface-view.ts';
import { recordSentence, recordTexts } from '../trainer/record-words.ts';
import { setupTexts } from '../trainer/setup-words.ts';
import type { Say } from '../trainer/words.ts';
import { pairChart, type Curve } from './pair-chart.ts';
import type { Both } from './pair.ts';
import { lossRows, numbersText } from './words.ts';

export class CompareView {
  readonly #host: HTMLElement;
  readonly #say: Say;
  readonly #trainerSay: Say;
  readonly #surfaces: readonly SurfaceView[];
  #setups!: Both<TrainingSetup>;
  #names: Both<string> = ['', ''];
  #histories: Both<readonly EpochRecord[]> = [[], []];
  #shownSize = '';

  constructor(host: HTMLElement, say: Say, trainerSay: Say) {
    this.#host = host;
    this.#say = say;
    this.#trainerSay = trainerSay;
    this.#surfaces = this.#sides.map((side) => new SurfaceView(side));
  }

  get names(): Both<string> {
    return this.#names;
  }

  get svg(): SVGSVGElement {
    return this.#chartBox().querySelector('svg')!;
  }

  /** The sentence with the latest numbers of both. */
  get numbers(): string {
    const [a, b] = this.#histories;
    return numbersText(this.#names, [a.at(-1), b.at(-1)], this.#say, this.#trainerSay);
  }

  get #sides(): HTMLElement[] {
    return [...this.#host.querySelectorAll<HTMLElement>('.compare-side')];
  }

  /** What is trained, before there is anything to see of it. */
  showSetups(setups: Both<TrainingSetup>): void {
    this.#setups = setups;
    const texts = setups.map((setup) => setupTexts(setup, this.#trainerSay));
    this.#names = [texts[0]!['activation']!, texts[1]!['activation']!];
    for (const [name, text] of Object.entries(texts[0]!)) {
      const place = this.#host.querySelector<HTMLElement>(`[data-setting=${name}]`);
      if (!place) continue;
      place.textContent = text;
      place.parentElement!.hidden = text === '';
    }
    (['a', 'b'] as const).forEach((key, k) => {
      const places = `[data-side=${key}] [data-name], [data-numbers=${key}] [data-name], [data-head=${key}]`;
      for (const place of this.#host.querySelectorAll(places)) place.textContent = this.#names[k]!;
    });
  }

  /** The runs as they stand. */
  draw(each: Both<Snapshot>, histories: Both<readonly EpochRecord[]>): void {
    this.#histories = histories;
    each.forEach(({ data, logits, standing }, k) => {
      const setup = this.#setups[k]!;
      if (data) this.#surfaces[k]!.showPoints(data, groundOf(setup));
      this.#surfaces[k]!.show(logits, objectiveOf(setup));
      if (!standing) return;
      const texts: Record<string, string> = recordTexts(standing, this.#trainerSay);
      const row = this.#host.querySelectorAll('[data-numbers]')[k]!;
      for (const cell of row.querySelectorAll<HTMLElement>('[data-number]'))
        cell.textContent = texts[cell.dataset['number']!]!;
      this.#host.querySelector('[data-epoch]')!.textContent = texts['epoch']!;
    });
    this.#drawChart();
  }

  /** Draws the other size when the layout has changed to it; `always` both, as before printing. */
  refresh(always = false): void {
    if (this.#histories[0].length === 0) return;
    if (always) for (const size of ['wide', 'narrow'] as const) this.#drawChart(size);
    else if (this.#sizeInView() !== this.#shownSize) this.#drawChart();
  }

  /** What stands for the pictures, for those who cannot see them, and the table. */
  describe(): void {
    if (this.#histories[0].length === 0) return;
    this.#sides.forEach((side, k) => {
      const numbers = recordSentence(this.#histories[k]!.at(-1), this.#trainerSay);
      const values = objectiveOf(this.#setups[k]!).task.kind === 'values';
      const alt = this.#trainerSay(values ? 'surface.altOfValues' : 'surface.alt', {
        activation: this.#names[k]!,
        numbers,
      });
      side.querySelector('.trainer-plane')!.setAttribute('aria-label', alt);
    });
    const alt = this.#say('compare.chart.alt', { numbers: this.numbers });
    this.#host.querySelector('.compare-chart')!.setAttribute('aria-label', alt);
    this.#host.querySelector('.compare-sides')!.setAttribute('aria-label', this.numbers);
    const rows = lossRows(this.#histories);
    this.#host.querySelector('.data-table tbody')!.innerHTML = rowsMarkup(rows);
  }

  #chartBox = (size = this.#sizeInView()): HTMLElement =>
    this.#host.querySelector(`.compare-chart .chart-${size}`)!;

  #sizeInView(): 'wide' | 'narrow' {
    const wide = this.#host.querySelector('.compare-chart .chart-wide')!;
    return wide.getClientRects().length > 0 ? 'wide' : 'narrow';
  }

  #drawChart(size = this.#sizeInView()): void {
    const curves = this.#setups.map((setup, k): Curve => ({
      label: this.#names[k]!,
      colour: colourOf(activationsOf(setup)[0]?.id ?? 'identity'),
      history: this.#histories[k]!,
    })) as unknown as Both<Curve>;
    const labels = { x: this.#trainerSay('chart.epoch'), y: this.#say('compare.loss') };
    this.#chartBox(size).innerHTML = pairChart(curves, labels, size);
    this.#shownSize = size;
  }
}
