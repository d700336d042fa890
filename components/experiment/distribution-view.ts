/** The picture of an experiment, brought up to date, and the run under the pointer. */
import { setupOf, type Experiment } from '#experiments/experiment.ts';
import type { Sample } from '#experiments/sample.ts';
import type { DistributionChart, DistributionSize } from '#figures/distribution-chart.ts';
import type { Place } from '#figures/distribution-dots.ts';
import { labHref } from '#lab/link.ts';
import { experimentChart } from './chart.ts';
import type { ExperimentConfig } from './config.ts';
import { runText, type Say } from './words.ts';

/** Runs, and the experiment that they are of. */
export interface Shown {
  readonly experiment: Experiment;
  readonly samples: readonly Sample[];
}

/** Pixels between the pointer and a dot that is meant: dots are smaller than fingers. */
const reach = 24;

interface Chosen {
  row: number;
  place: number;
}

export class DistributionView {
  readonly #host: HTMLElement;
  readonly #config: ExperimentConfig;
  readonly #say: Say;
  #shown: Shown | undefined;
  #size: DistributionSize | undefined;
  #chart: DistributionChart | undefined;
  #chosen: Chosen | undefined;

  constructor(host: HTMLElement, config: ExperimentConfig, say: Say) {
    this.#host = host;
    this.#config = config;
    this.#say = say;
    host.querySelector('.experiment-run')!.textContent = say('run.none');
    const area = host.querySelector<HTMLElement>('.experiment-chart')!;
    const choose = (event: MouseEvent) => this.#choose(this.#nearest(event));
    area.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'mouse') choose(event);
    });
    area.addEventListener('click', choose);
  }

  /** The drawing in view. */
  get svg(): SVGSVGElement {
    return this.#box().querySelector('svg')!;
  }

  /** Shows these runs; `always` also in the size that is not in view, as before printing. */
  draw(shown: Shown, always = false): void {
    if (shown.samples !== this.#shown?.samples && !this.#continues(shown)) this.#choose(undefined);
    this.#shown = shown;
    this.#size = this.#sizeInView();
    if (always) for (const size of ['wide', 'narrow'] as const) this.#drawIn(size, shown);
    this.#chart = this.#drawIn(this.#size, shown);
    this.#mark();
  }

  /** Draws the other size when the layout has changed to it. */
  refresh(): void {
    if (this.#shown && this.#sizeInView() !== this.#size) this.draw(this.#shown);
  }

  #drawIn(size: DistributionSize, { experiment, samples }: Shown): DistributionChart {
    const chart = experimentChart({ ...this.#config, experiment }, samples, size, this.#say);
    this.#box(size).innerHTML = chart.svg;
    return chart;
  }

  #box = (size = this.#sizeInView()): HTMLElement => this.#host.querySelector(`.chart-${size}`)!;

  #sizeInView(): DistributionSize {
    const wide = this.#host.querySelector('.chart-wide')!;
    return wide.getClientRects().length > 0 ? 'wide' : 'narrow';
  }

  /** The same experiment with more runs: what was chosen is still there. */
  #continues({ experiment, samples }: Shown): boolean {
    const chosen = this.#chosen;
    if (!chosen || experiment !== this.#shown?.experiment) return false;
    return samples[chosen.row]!.values.length > chosen.place;
  }

  #nearest({ clientX, clientY }: MouseEvent): Chosen | undefined {
    const box = this.svg.getBoundingClientRect();
    const scale = this.svg.viewBox.baseVal.width / box.width;
    const [x, y] = [(clientX - box.left) * scale, (clientY - box.top) * scale];
    let best: Chosen | undefined;
    let least = reach * scale;
    this.#chart!.places.forEach((places, row) => {
      places.forEach((dot, place) => {
        const distance = Math.hypot(dot.x - x, dot.y - y);
        if (distance >= least) return;
        least = distance;
        best = { row, place };
      });
    });
    // Between the dots the last one stays, so that its link can be reached.
    return best ?? this.#chosen;
  }

  #choose(chosen: Chosen | undefined): void {
    if (chosen?.row === this.#chosen?.row && chosen?.place === this.#chosen?.place) return;
    this.#chosen = chosen;
    const line = this.#host.querySelector('.experiment-run')!;
    if (!chosen || !this.#shown) {
      line.textContent = this.#say('run.none');
      return;
    }
    this.#mark();
    const { experiment, samples } = this.#shown;
    const { label } = this.#config.rows[chosen.row]!;
    const seed = experiment.seeds[chosen.place]!;
    const value = samples[chosen.row]!.values[chosen.place]!;
    const link = document.createElement('a');
    const variant = Object.keys(experiment.variants)[chosen.row]!;
    link.href = labHref(setupOf(experiment, variant, seed), { page: this.#config.lab });
    link.textContent = this.#say('open');
    const text = runText(value, this.#config.measure, experiment, this.#say);
    line.replaceChildren(this.#say('run', { variant: label, seed, value: text }), ' ', link);
  }

  /** A ring around the chosen run. */
  #mark(): void {
    this.svg.querySelector('.chosen')?.remove();
    const place: Place | undefined = this.#chosen
      ? this.#chart?.places[this.#chosen.row]?.[this.#chosen.place]
      : undefined;
    if (!place) return;
    const ring = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    const attributes = { class: 'chosen', cx: place.x, cy: place.y, r: 6 };
    for (const [name, value] of Object.entries(attributes)) ring.setAttribute(name, String(value));
    this.svg.append(ring);
  }
}
