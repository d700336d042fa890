/** What a trainer draws and tells: the picture, the losses, the numbers, the setup and the open views. */
import { labHref } from '#lab/link.ts';
import type { LabState } from '#lab/state.ts';
import { groundOf, objectiveOf } from '#lab/task.ts';
import type { EpochRecord } from '#nn/train.ts';
import { lossLabels } from './drawing.ts';
import { LossView } from './loss-view.ts';
import { OpenViews } from './open-views.ts';
import type { Snapshot } from './protocol.ts';
import { ReadoutView } from './readout-view.ts';
import { SurfaceView } from './surface-view.ts';
import type { Say } from './words.ts';

interface BoardOptions {
  readonly say: Say;
  readonly messages: Record<string, string>;
  /** See `OpenViews`. */
  readonly viewsChanged: () => void;
  readonly signal: AbortSignal;
}

export class Board {
  readonly readout: ReadoutView;
  readonly views: OpenViews;
  readonly #host: HTMLElement;
  readonly #say: Say;
  readonly #surface: SurfaceView;
  readonly #charts: readonly LossView[];
  #data: Snapshot['data'];

  constructor(host: HTMLElement, { say, messages, viewsChanged, signal }: BoardOptions) {
    this.#host = host;
    this.#say = say;
    this.#surface = new SurfaceView(host);
    this.#charts = [...host.querySelectorAll<HTMLElement>('.trainer-chart [data-size]')].map(
      (box) => new LossView(box, lossLabels(say)),
    );
    this.readout = new ReadoutView(host, say);
    this.views = new OpenViews(host, messages, viewsChanged, signal);
  }

  draw(snapshot: Snapshot, { setup }: LabState, history: readonly EpochRecord[]): void {
    const { logits, data, standing, core, learned } = snapshot;
    if (data) {
      this.#data = data;
      this.#surface.showPoints(data, groundOf(setup));
    }
    if (core) this.readout.showCore(core);
    this.#surface.show(logits, objectiveOf(setup));
    this.#charts.forEach((chart) => chart.show(history));
    if (standing) this.readout.showNumbers(standing);
    // The very first evaluation is not a number: what stands there belongs to another network.
    else if (history.length === 0) this.readout.clear('surface.noValue');
    this.readout.showLearned(learned, setup);
    this.views.show(snapshot, { setup, data: this.#data!, history, say: this.#say });
  }

  /** There are no points, and so no network. */
  clear({ setup }: LabState): void {
    this.#surface.clear(groundOf(setup));
    this.#charts.forEach((chart) => chart.show([]));
    this.readout.clear('surface.empty');
    this.views.clear();
    this.readout.showStatus(this.#say('status.noPoints'), '');
  }

  /** @param page the laboratory's, where the setup opens */
  showSetup(state: LabState, page: string): void {
    this.readout.showSetup(state);
    const link = this.#host.querySelector<HTMLAnchorElement>('.lab-link a');
    if (link) link.href = labHref(state.setup, { page });
  }

  /** What the button that trains does next. */
  showBusy(busy: boolean): void {
    this.#host.querySelector('[data-action=train]')!.textContent = this.#say(
      busy ? 'pause' : 'train',
    );
  }

  /** Training goes on in the page itself. */
  showInPage(): void {
    this.#host.querySelector<HTMLElement>('.trainer-in-page')!.hidden = false;
  }

  /** Draws again after the layout changed; `always` also what is out of sight. */
  refresh(always: boolean): void {
    this.#charts.forEach((chart) => chart.refresh(always));
    this.views.refresh(always);
  }

  /** The picture in one drawing, for copies. */
  get svg(): SVGSVGElement {
    return this.#surface.svg;
  }
}
