/** A loss chart of the page, brought up to date. */
import type { Frame } from '#figures/frame.ts';
import { lossFrame, sameAxes, type LossChartSize } from '#figures/loss-chart-axes.ts';
import { moveLossCurves, type EpochRecord, type LossLabels } from '#figures/loss-chart-curves.ts';

export class LossView {
  readonly #box: HTMLElement;
  readonly #size: LossChartSize;
  readonly #labels: LossLabels;
  #history: readonly EpochRecord[] = [];
  /** The frame of the chart on the page. */
  #frame: Frame;
  #drawing = false;

  /** @param box holds the chart, and in its data the chart's size and the ends of its axes */
  constructor(box: HTMLElement, labels: LossLabels) {
    const { size, epochs, top } = box.dataset;
    this.#box = box;
    this.#size = size as LossChartSize;
    this.#labels = labels;
    this.#frame = { ...lossFrame([], this.#size), x: [0, Number(epochs)], y: [0, Number(top)] };
  }

  show(history: readonly EpochRecord[]): void {
    // New axes will be needed sooner or later.
    if (this.#history.length === 0) void import('./draw-losses.ts').catch(() => undefined);
    this.#history = history;
    this.refresh();
  }

  /** Brings the chart up to date; while the layout shows the other size, only for `always`. */
  refresh(always = false): void {
    if (this.#history.length === 0) return;
    if (!always && this.#box.getClientRects().length === 0) return;
    moveLossCurves(this.#box.querySelector('.losses')!, this.#history, this.#frame);
    if (!sameAxes(lossFrame(this.#history, this.#size), this.#frame)) void this.#draw();
  }

  /** New axes. Where Plot cannot be loaded, the old ones stay, and curves end at their edge. */
  async #draw(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    const plot = await import('./draw-losses.ts').catch(() => undefined);
    this.#drawing = false;
    if (!plot) return;
    this.#frame = lossFrame(this.#history, this.#size);
    const chart = plot.drawLosses(this.#history, this.#frame, this.#labels);
    this.#box.replaceChildren(chart);
    Object.assign(this.#box.dataset, { epochs: this.#frame.x[1], top: this.#frame.y[1] });
  }
}
