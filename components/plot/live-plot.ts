/** The living part of an activation plot, loaded when a reader first touches one. */
import type * as Draw from './draw.ts';
import type { ActivationScene } from '#figures/activation-chart.ts';
import { moveCursor } from '#figures/cursor.ts';
import type { Curve } from '#figures/curve.ts';
import { describeFacts, describePoint, describeSlope } from '#figures/describe.ts';
import { frames } from '#figures/curve-frames.ts';
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
import { explain, type Meanwhile } from '../figure/wake.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { curvesOf, plotFields, sceneOf, type PlotConfig } from './plot-config.ts';
import { tableRows, toCsv } from './table.ts';
import { movedTo, toTwentieth } from './z-slider.ts';

class LivePlot {
  #host: HTMLElement;
  #id: string;
  #config: PlotConfig;
  #fields: Fields;
  #state: State;
  #curves: Curve[];
  #frames: Record<ChartSize, Frame>;
  #size: () => ChartSize;
  #messages: Record<string, string>;
  #drawing = false;

  constructor(host: HTMLElement, { touched, press }: Meanwhile) {
    this.#host = host;
    this.#id = host.closest('figure')!.id;
    this.#config = JSON.parse(host.dataset['config']!) as PlotConfig;
    this.#messages = pageMessages();
    this.#fields = plotFields(this.#config);
    this.#frames = frames(this.#config);
    this.#size = watchChartSize(host, () => this.#changed());
    const { state, problems } = decodeState(this.#fields, queryFor(this.#id) ?? '');
    this.#state = state;
    this.#curves = curvesOf(this.#config, state);
    showProblems(host, problems, this.#messages);
    this.#listen();
    const takePress = followPointer(this.#area, (event) => this.#follow(event));
    for (const input of this.#inputs) {
      if (!touched.has(input.name)) continue;
      if (input.name === 'z') this.#state['z'] = movedTo(input, Number(this.#state['z']));
      else this.#take(input);
    }
    // The drawing in the page stands until something differs from it. Plot is fetched meanwhile.
    if (touched.size > 0 || queryFor(this.#id)) this.#changed();
    takePress(press);
    void load().catch(() => undefined); // Told when a drawing is needed.
  }

  #say = (key: string, values: Record<string, string | number> = {}) =>
    fill(this.#messages[`plot.${key}`] ?? key, values);

  #all<T extends Element = HTMLElement>(selector: string) {
    return [...this.#host.querySelectorAll<T>(selector)];
  }

  get #inputs() {
    return this.#all<HTMLInputElement>('.controls input');
  }

  #listen() {
    const host = this.#host;
    host.addEventListener('input', (event) => {
      const input = event.target as HTMLInputElement;
      if (input.name === 'z') return this.#moveTo(movedTo(input, Number(this.#state['z'])));
      this.#take(input);
      this.#changed();
    });
    host.querySelector('[data-action=reset]')!.addEventListener('click', () => {
      this.#state = initialState(this.#fields);
      clearNotice(host);
      this.#changed();
    });
    offerCopies(host, this.#id, this.#messages, {
      query: () => encodeState(this.#fields, this.#state),
      svg: () => this.#visibleChart,
      csv: () => toCsv(this.#curves, this.#config.x, this.#say),
    });
    // Before printing there is no time to wait for Plot: what is loaded draws, at once.
    addEventListener('beforeprint', () => this.#drawNow('wide'));
  }

  get #area() {
    return this.#host.querySelector<HTMLElement>('.chart-area')!;
  }

  /** Moves z under the pointer. */
  #follow({ clientX }: PointerEvent) {
    const { left, width } = this.#visibleChart.getBoundingClientRect();
    const frame = this.#visibleFrame;
    const z = valueAtX(frame, ((clientX - left) / width) * frame.width);
    this.#moveTo(toTwentieth(z));
  }

  /** Takes a control's value into the state. */
  #take(input: HTMLInputElement) {
    if (!(input.name in this.#fields)) return;
    const value = input.type === 'checkbox' ? input.checked : input.valueAsNumber;
    this.#state = { ...this.#state, [input.name]: value };
  }

  #moveTo(z: number) {
    this.#state = { ...this.#state, z };
    const slider = this.#inputs.find(({ name }) => name === 'z')!;
    slider.value = String(z);
    this.#moved();
  }

  get #scene(): ActivationScene {
    return sceneOf(this.#config, this.#state, this.#curves);
  }

  get #visibleFrame() {
    return this.#frames[this.#size()];
  }

  get #visibleChart() {
    return this.#host.querySelector<SVGSVGElement>(`.chart-${this.#size()} svg`)!;
  }

  /** Only z changed: no curve is drawn again. */
  #moved() {
    moveCursor(this.#visibleChart, this.#scene, this.#visibleFrame);
    this.#read();
    remember(this.#id, encodeState(this.#fields, this.#state));
  }

  /** Parameters or parts of the figure changed: new curves, new facts, a new table. */
  #changed() {
    this.#curves = curvesOf(this.#config, this.#state);
    for (const input of this.#inputs) {
      const value = this.#state[input.name];
      if (input.type === 'checkbox') input.checked = Boolean(value);
      else if (value !== undefined) input.value = String(value);
    }
    for (const output of this.#all('output[data-of]')) {
      output.textContent = formatSetting(Number(this.#state[output.dataset['of']!]));
    }
    const [single, ...others] = this.#curves;
    if (single && others.length === 0) {
      const texts = describeFacts(single, this.#say);
      this.#all('.facts dd').forEach((dd, i) => (dd.textContent = texts[i]![1]));
    }
    const rows = tableRows(this.#curves, this.#config.x, this.#say);
    this.#all<HTMLTableRowElement>('.data-table tbody tr').forEach((row, i) => {
      [...row.cells].forEach((cell, j) => (cell.textContent = rows[i]![j]!));
    });
    this.#read();
    remember(this.#id, encodeState(this.#fields, this.#state));
    if (!this.#drawing) {
      this.#drawing = true;
      requestAnimationFrame(() => {
        this.#drawing = false;
        void this.#draw(this.#size());
      });
    }
  }

  /** The numbers at z, in the table, the formula and the slider's spoken value. */
  #read() {
    const { functions, z } = this.#scene;
    this.#all('[data-z]').forEach((cell) => (cell.textContent = formatNumber(z, 2)));
    functions.forEach((curve, i) => {
      this.#all('[data-f]')[i]!.textContent = formatNumber(curve.f(z));
      this.#all('[data-df]')[i]!.textContent = describeSlope(curve, z, this.#say);
    });
    const [first] = functions;
    if (first) {
      const values: Record<string, number> = { ...first.parameters, z, f: first.f(z) };
      for (const [name, value] of Object.entries(values)) {
        const text = formatSetting(Number(value.toPrecision(4)));
        for (const slot of this.#all(`.live-formula .slot-${name}`)) {
          const bracketed = slot.classList.contains('slot-bracketed') && text.startsWith('−');
          slot.textContent = bracketed ? `(${text})` : text;
        }
      }
    }
    const slider = this.#inputs.find(({ name }) => name === 'z')!;
    slider.setAttribute('aria-valuetext', describePoint(functions, z, this.#say));
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
    const svg = drawing?.drawActivationChart(this.#scene, this.#frames[size], this.#say('axis.z'));
    if (svg) this.#host.querySelector(`.chart-${size}`)!.replaceChildren(svg);
  }
}

/** Plot, once it is there: fetched when a plot wakes, needed when a curve changes. */
let drawing: typeof Draw | undefined;
const load = async () => (drawing ??= await import('./draw.ts'));

export const startPlot = (host: HTMLElement, meanwhile: Meanwhile) => new LivePlot(host, meanwhile);
