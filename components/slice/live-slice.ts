/** The living part of a slice, loaded when a reader first touches one. */
import type * as Draw from './draw-slice.ts';
import {
  readings,
  sceneOf,
  settingsText,
  sliceFields,
  sliceFrames,
  spokenPoint,
  tableRows,
  toCsv,
  type Say,
  type SliceScene,
} from '#atlas/slice-scene.ts';
import { moveCursor } from '#atlas/slice-cursor.ts';
import { sliceById, type Slice } from '#atlas/slice.ts';
import { valueAtX, type Frame } from '#figures/frame.ts';
import { fill } from '#i18n/fill.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import {
  decodeState,
  encodeState,
  initialState,
  type Fields,
  type State,
} from '#state/fragment.ts';
import { watchChartSize, type ChartSize } from '../figure/chart-size.ts';
import { offerCopies } from '../figure/copies.ts';
import { followPointer } from '../figure/follow-pointer.ts';
import { clearNotice, showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { explain, type Meanwhile } from '../figure/wake.ts';
import { movedTo, toTwentieth, zStep } from '../plot/z-slider.ts';

class LiveSlice {
  #host: HTMLElement;
  #id: string;
  #slice: Slice;
  #fields: Fields;
  #state: State;
  #scene: SliceScene;
  #frames: Record<ChartSize, Frame>;
  #size: () => ChartSize;
  #messages = pageMessages();
  #drawing = false;

  constructor(host: HTMLElement, { touched, press }: Meanwhile) {
    this.#host = host;
    this.#id = host.closest('figure')!.id;
    this.#slice = sliceById(host.dataset['fn']!);
    this.#fields = sliceFields(this.#slice, Number(host.dataset['at']), zStep);
    this.#frames = sliceFrames(this.#slice);
    this.#size = watchChartSize(host, () => this.#changed());
    const { state, problems } = decodeState(this.#fields, queryFor(this.#id) ?? '');
    this.#state = state;
    this.#scene = sceneOf(this.#slice, state);
    showProblems(host, problems, this.#messages);
    this.#listen();
    const takePress = followPointer(host.querySelector('.chart-area')!, (e) => this.#follow(e));
    for (const input of this.#inputs) {
      if (touched.has(input.name)) this.#take(input);
    }
    // The drawing in the page stands until something differs from it. Plot is fetched meanwhile.
    if (touched.size > 0 || queryFor(this.#id)) this.#changed();
    takePress(press);
    void load().catch(() => undefined); // Told when a drawing is needed.
  }

  #say: Say = (key, values = {}) => fill(this.#messages[key] ?? key, values);

  #all<T extends Element = HTMLElement>(selector: string) {
    return [...this.#host.querySelectorAll<T>(selector)];
  }

  get #inputs() {
    return this.#all<HTMLInputElement>('.controls input');
  }

  get #slider() {
    return this.#inputs.find(({ name }) => name === this.#slice.moving.name)!;
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
      this.#state = initialState(this.#fields);
      clearNotice(host);
      this.#changed();
    });
    offerCopies(host, this.#id, this.#messages, {
      query: () => encodeState(this.#fields, this.#state),
      svg: () => this.#visibleChart,
      csv: () => toCsv(this.#scene),
    });
    // Before printing there is no time to wait for Plot: what is loaded draws, at once.
    addEventListener('beforeprint', () => this.#drawNow('wide'));
  }

  /** Moves the point under the pointer. */
  #follow({ clientX }: PointerEvent) {
    const { left, width } = this.#visibleChart.getBoundingClientRect();
    const frame = this.#frames[this.#size()];
    const at = valueAtX(frame, ((clientX - left) / width) * frame.width);
    this.#state = { ...this.#state, [this.#slice.moving.name]: toTwentieth(at) };
    this.#moved();
  }

  /** Takes a control's value into the state. */
  #take(input: HTMLInputElement) {
    const { name } = input;
    if (!(name in this.#fields)) return;
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
    const at = Number(this.#state[this.#slice.moving.name]);
    this.#slider.value = String(at);
    this.#scene = { ...this.#scene, at };
    moveCursor(this.#visibleChart, this.#scene, this.#frames[this.#size()]);
    this.#read();
    remember(this.#id, encodeState(this.#fields, this.#state));
  }

  /** New curves and a new table. */
  #changed() {
    this.#scene = sceneOf(this.#slice, this.#state);
    for (const input of this.#inputs) {
      const value = this.#state[input.name];
      if (input.type === 'checkbox') input.checked = Boolean(value);
      else if (value !== undefined) input.value = String(value);
    }
    for (const output of this.#all('output[data-of]')) {
      output.textContent = formatSetting(Number(this.#state[output.dataset['of']!]));
    }
    const settings = settingsText(this.#slice, this.#state, this.#say);
    this.#host.closest('figure')!.querySelector('[data-settings]')!.textContent = settings;
    const rows = tableRows(this.#scene);
    this.#all<HTMLTableRowElement>('.data-table tbody tr').forEach((row, i) => {
      [...row.cells].forEach((cell, j) => (cell.textContent = rows[i]![j]!));
    });
    this.#read();
    remember(this.#id, encodeState(this.#fields, this.#state));
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      void this.#draw(this.#size());
    });
  }

  /** The numbers at the point, in the table and in the slider's spoken value. */
  #read() {
    const texts = readings(this.#scene, this.#say).flat();
    this.#all('[data-reading]').forEach((cell, i) => (cell.textContent = texts[i]!));
    this.#host.querySelector('.readout [data-at]')!.textContent = formatNumber(this.#scene.at, 2);
    this.#slider.setAttribute('aria-valuetext', spokenPoint(this.#scene, this.#say));
  }

  async #draw(size: ChartSize) {
    try {
      await load();
      this.#drawNow(size);
    } catch (error) {
      explain(this.#host, error);
    }
  }

  #drawNow(size: ChartSize) {
    const svg = drawing?.drawSlice(this.#scene, this.#frames[size]);
    if (svg) this.#host.querySelector(`.chart-${size}`)!.replaceChildren(svg);
  }
}

/** Plot, once it is there: fetched when a slice wakes, needed when a curve changes. */
let drawing: typeof Draw | undefined;
const load = async () => (drawing ??= await import('./draw-slice.ts'));

export const startSlice = (host: HTMLElement, meanwhile: Meanwhile) =>
  new LiveSlice(host, meanwhile);
