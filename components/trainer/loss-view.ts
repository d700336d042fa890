/** A loss chart of the page, brought up to date. */
import type { Frame } from '#figures/frame.ts';
import { lossFrame, sameAxes, type LossChartSize } from '#figures/loss-chart-axes.ts';
import { moveLossCurves, type LossLabels } from '#figures/loss-chart-curves.ts';
import type { EpochRecord } from '#nn/train.ts';
import type { DrawLosses } from './draw-losses.ts';

/** Once it is there, charts are drawn at once: before printing there is no time to wait. */
let drawLosses: DrawLosses | undefined;
let loading: Promise<DrawLosses | undefined> | undefined;
const load = () =>
  (loading ??= import('./draw-losses.ts').then(
    (module) => (drawLosses = module.drawLosses),
    () => undefined,
  ));

export class LossView {
  readonly #box: HTMLElement;
  readonly #size: LossChartSize;
  readonly #labels: LossLabels;
  #history: readonly EpochRecord[] = [];
  /** The chart is no longer that of the page as it was built. */
  #begun = false;
  /** The frame of the chart on the page. */
  #frame: Frame;

  /** @param box holds the chart, and in its data the chart's size and the ends of its axes */
  constructor(box: HTMLElement, labels: LossLabels) {
    const { size, epochs, top } = box.dataset;
    this.#box = box;
    this.#size = size as LossChartSize;
    this.#labels = labels;
    this.#frame = { ...lossFrame([], this.#size), x: [0, Number(epochs)], y: [0, Number(top)] };
  }

  /** Without any epochs, axes without curves. */
  show(history: readonly EpochRecord[]): void {
    // New axes will be needed sooner or later.
    void load();
    this.#history = history;
    this.#begun = true;
    this.refresh();
  }

  /** Brings the chart up to date; while the layout shows the other size, only for `always`. */
  refresh(always = false): void {
    if (!this.#begun) return;
    const late = this.#history.length > 0 && !always;
    if (late && this.#box.getClientRects().length === 0) return;
    moveLossCurves(this.#box.querySelector('.losses')!, this.#history, this.#frame);
    if (this.#history.length === 0) return;
    if (sameAxes(lossFrame(this.#history, this.#size), this.#frame)) return;
    // Where Plot cannot be loaded the old axes stay, and curves end at their edge.
    if (drawLosses) this.#draw(drawLosses);
    else void load().then((loaded) => loaded && this.refresh(always));
  }

  #draw(draw: DrawLosses): void {
    this.#frame = lossFrame(this.#history, this.#size);
    this.#box.replaceChildren(draw(this.#history, this.#frame, this.#labels));
    Object.assign(this.#box.dataset, { epochs: this.#frame.x[1], top: this.#frame.y[1] });
  }
}
