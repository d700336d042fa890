/** The living part that charts of curves share: a point that is moved over them, controls, a table, copies. */
import { valueAtX, type Frame } from '#figures/frame.ts';
import { formatSetting } from '#i18n/numbers.ts';
import {
  decodeState,
  encodeState,
  initialState,
  type Fields,
  type State,
} from '#state/fragment.ts';
import { watchChartSize, type ChartSize } from './chart-size.ts';
import { offerCopies } from './copies.ts';
import { followPointer } from './follow-pointer.ts';
import { clearNotice, showProblems } from './notice.ts';
import { pageMessages } from './page-messages.ts';
import { queryFor, remember } from './page-state.ts';
import { movedTo, toTwentieth } from './point-slider.ts';
import { explain, type Meanwhile } from './wake.ts';

export type Draw<Scene> = (scene: Scene, frame: Frame) => SVGSVGElement;

/** What one kind of chart has of its own. */
export interface ChartKind<Scene> {
  readonly fields: Fields;
  /** The name of the field, and of the slider, of the point. */
  readonly point: string;
  readonly frames: Readonly<Record<ChartSize, Frame>>;
  sceneOf(state: State): Scene;
  /** The same curves with the point elsewhere. */
  withPoint(scene: Scene, at: number): Scene;
  /** Moves the marks at the point: no curve is drawn again. */
  moveCursor(chart: SVGSVGElement, scene: Scene, frame: Frame): void;
  /** Writes the numbers at the point into the page. */
  read(scene: Scene): void;
  /** Writes what is said of the curves; the table is not its business. */
  describe(scene: Scene, state: State): void;
  /** The slider's value in words. */
  spoken(scene: Scene): string;
  rows(scene: Scene): readonly (readonly string[])[];
  csv(scene: Scene): string;
  /** Fetches Plot, and what draws with it. */
  load(): Promise<Draw<Scene>>;
}

export class LiveChart<Scene> {
  readonly #host: HTMLElement;
  readonly #id: string;
  readonly #kind: ChartKind<Scene>;
  readonly #size: () => ChartSize;
  #state: State;
  #scene: Scene;
  /** Once Plot is there: fetched when a chart wakes, needed when a curve changes. */
  #plot: Draw<Scene> | undefined;
  #drawing = false;

  constructor(host: HTMLElement, { touched, press }: Meanwhile, kind: ChartKind<Scene>) {
    this.#host = host;
    this.#id = host.closest('figure')!.id;
    this.#kind = kind;
    this.#size = watchChartSize(host, () => this.#changed());
    const { state, problems } = decodeState(kind.fields, queryFor(this.#id) ?? '');
    this.#state = state;
    this.#scene = kind.sceneOf(state);
    showProblems(host, problems, pageMessages());
    this.#listen();
    const takePress = followPointer(host.querySelector('.chart-area')!, (e) => this.#follow(e));
    for (const input of this.#inputs) {
      if (touched.has(input.name)) this.#take(input);
    }
    // The drawing in the page stands until something differs from it. Plot is fetched meanwhile.
    if (touched.size > 0 || queryFor(this.#id)) this.#changed();
    takePress(press);
    void this.#load().catch(() => undefined); // Told when a drawing is needed.
  }

  #all<T extends Element = HTMLElement>(selector: string) {
    return [...this.#host.querySelectorAll<T>(selector)];
  }

  get #inputs() {
    return this.#all<HTMLInputElement>('.controls input');
  }

  get #slider() {
    return this.#inputs.find(({ name }) => name === this.#kind.point)!;
  }

  get #visibleChart() {
    return this.#host.querySelector<SVGSVGElement>(`.chart-${this.#size()} svg`)!;
  }

  #listen() {
    const host = this.#host;
    host.addEventListener('input', (event) => {
      const input = event.target as HTMLInputElement;
      this.#take(input);
      if (input === this.#slider) this.#moved();
      else this.#changed();
    });
    host.querySelector('[data-action=reset]')!.addEventListener('click', () => {
      this.#state = initialState(this.#kind.fields);
      clearNotice(host);
      this.#changed();
    });
    offerCopies(host, this.#id, pageMessages(), {
      query: () => encodeState(this.#kind.fields, this.#state),
      svg: () => this.#visibleChart,
      csv: () => this.#kind.csv(this.#scene),
    });
    // Before printing there is no time to wait for Plot: what is loaded draws, at once.
    addEventListener('beforeprint', () => this.#drawNow('wide'));
  }

  /** Moves the point under the pointer. */
  #follow({ clientX }: PointerEvent) {
    const { left, width } = this.#visibleChart.getBoundingClientRect();
    const frame = this.#kind.frames[this.#size()];
    const at = valueAtX(frame, ((clientX - left) / width) * frame.width);
    this.#state = { ...this.#state, [this.#kind.point]: toTwentieth(at) };
    this.#moved();
  }

  /** Takes a control's value into the state. */
  #take(input: HTMLInputElement) {
    const { name } = input;
    if (!(name in this.#kind.fields)) return;
    const value =
      input === this.#slider
        ? movedTo(input, Number(this.#state[name]))
        : input.type === 'checkbox'
          ? input.checked
          : input.valueAsNumber;
    this.#state = { ...this.#state, [name]: value };
  }

  /** Only the point moved: no curve is drawn again. */
  #moved() {
    const { point, frames } = this.#kind;
    const at = Number(this.#state[point]);
    this.#slider.value = String(at);
    this.#scene = this.#kind.withPoint(this.#scene, at);
    this.#kind.moveCursor(this.#visibleChart, this.#scene, frames[this.#size()]);
    this.#tell();
  }

  /** Parameters or parts of the figure changed: new curves, new facts, a new table. */
  #changed() {
    this.#scene = this.#kind.sceneOf(this.#state);
    for (const input of this.#inputs) {
      const value = this.#state[input.name];
      if (input.type === 'checkbox') input.checked = Boolean(value);
      else if (value !== undefined) input.value = String(value);
    }
    for (const output of this.#all('output[data-of]')) {
      output.textContent = formatSetting(Number(this.#state[output.dataset['of']!]));
    }
    this.#kind.describe(this.#scene, this.#state);
    const rows = this.#kind.rows(this.#scene);
    this.#all<HTMLTableRowElement>('.data-table tbody tr').forEach((row, i) => {
      [...row.cells].forEach((cell, j) => (cell.textContent = rows[i]![j]!));
    });
    this.#tell();
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      void this.#draw(this.#size());
    });
  }

  /** The numbers at the point, in the page, in the slider's spoken value and in the address. */
  #tell() {
    this.#kind.read(this.#scene);
    this.#slider.setAttribute('aria-valuetext', this.#kind.spoken(this.#scene));
    remember(this.#id, encodeState(this.#kind.fields, this.#state));
  }

  async #load() {
    this.#plot ??= await this.#kind.load();
  }

  async #draw(size: ChartSize) {
    try {
      await this.#load();
      this.#drawNow(size);
    } catch (error) {
      explain(this.#host, error);
    }
  }

  #drawNow(size: ChartSize) {
    const svg = this.#plot?.(this.#scene, this.#kind.frames[size]);
    if (svg) this.#host.querySelector(`.chart-${size}`)!.replaceChildren(svg);
  }
}
