/** The living part of the figure of a reader's own function, loaded at the first touch. */
import type * as Draw from '../plot/draw.ts';
import type * as Typeset from './typeset.ts';
import { moveCursor } from '#figures/cursor.ts';
import { valueAtX, type Frame } from '#figures/frame.ts';
import { ownFunction } from '#formula/index.ts';
import { fill } from '#i18n/fill.ts';
import { formatNumber } from '#i18n/numbers.ts';
import { encodeState, initialState, type State } from '#state/fragment.ts';
import { watchChartSize, type ChartSize } from '../figure/chart-size.ts';
import { offerCopies } from '../figure/copies.ts';
import { followPointer } from '../figure/follow-pointer.ts';
import { clearNotice, showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { explain, type Meanwhile } from '../figure/wake.ts';
import { tableRows, toCsv } from '../plot/table.ts';
import { movedTo, toTwentieth } from '../figure/point-slider.ts';
import { attachFormulaField, type FormulaField } from './formula-field.ts';
import { curveOf, ownFields, ownFrames, readOwn, sceneOf, type OwnConfig } from './own-state.ts';
import { showSliders } from './parameter-sliders.ts';
import { honesty, propertyRows, readout, warnings, type OwnCurve } from './properties.ts';
import { trainHref } from './train-link.ts';

class LiveOwnFunction {
  #host: HTMLElement;
  #id: string;
  #config: OwnConfig;
  #messages = pageMessages();
  #state: State;
  #curve: OwnCurve;
  #frames: Record<ChartSize, Frame>;
  #size: () => ChartSize;
  #field: FormulaField;
  #drawing = false;
  #typeset = '';

  constructor(host: HTMLElement, { touched, press }: Meanwhile) {
    this.#host = host;
    this.#id = host.closest('figure')!.id;
    this.#config = JSON.parse(host.dataset['config']!) as OwnConfig;
    this.#typeset = this.#config.formula;
    this.#size = watchChartSize(host, () => this.#drawSoon());
    const { state, problems } = readOwn(this.#config, queryFor(this.#id) ?? '');
    this.#state = state;
    this.#curve = curveOf(state);
    this.#frames = ownFrames(this.#curve, this.#config.x);
    showProblems(host, problems, this.#messages);
    // What the reader typed while this was on its way stays in the field and is read below.
    const input = this.#one<HTMLInputElement>('[name=formula]');
    const typed = input.value;
    this.#field = attachFormulaField(input, this.#one('.formula-problem'), {
      messages: this.#messages,
      onFormula: (_own, formula) => {
        this.#take({ formula });
        const said = [this.#say('formula.shown', { formula }), ...warnings(this.#curve, this.#say)];
        this.#one('[data-said]').textContent = said.join(' ');
      },
    });
    this.#field.show(String(state['formula']));
    this.#listen();
    const takePress = followPointer(this.#area, (event) => this.#follow(event));
    for (const slider of this.#sliders) {
      const { name, valueAsNumber } = slider;
      if (!touched.has(name)) continue;
      this.#state[name] = name === 'z' ? movedTo(slider, Number(state['z'])) : valueAsNumber;
    }
    if (touched.has('formula')) this.#field.set(typed);
    else if (touched.size > 0 || queryFor(this.#id)) this.#changed();
    takePress(press);
    void load().catch(() => undefined); // Told when a drawing is needed.
  }

  #say = (key: string, values: Record<string, string | number> = {}) =>
    fill(this.#messages[key] ?? key, values);
  #plot = (key: string, values: Record<string, string | number> = {}) =>
    this.#say(`plot.${key}`, values);

  #one<T extends Element = HTMLElement>(selector: string): T {
    return this.#host.querySelector<T>(selector)!;
  }

  get #sliders() {
    return [...this.#host.querySelectorAll<HTMLInputElement>('.controls input[type=range]')];
  }

  get #fields() {
    return ownFields(this.#config, this.#curve.activation);
  }

  get #visibleChart() {
    return this.#one<SVGSVGElement>(`.chart-${this.#size()} svg`);
  }

  get #area() {
    return this.#one('.chart-area');
  }

  #listen() {
    const host = this.#host;
    this.#one('.controls').addEventListener('input', ({ target }) => {
      const slider = target as HTMLInputElement;
      const { name, valueAsNumber } = slider;
      if (name === 'z') this.#moveTo(movedTo(slider, Number(this.#state['z'])));
      else this.#take({ [name]: valueAsNumber });
    });
    for (const button of host.querySelectorAll<HTMLElement>('button[data-formula]')) {
      button.addEventListener('click', () => this.#field.set(button.dataset['formula']!));
    }
    this.#one('[data-action=reset]').addEventListener('click', () => {
      this.#state = initialState(ownFields(this.#config, ownFunction(this.#config.formula)));
      clearNotice(host);
      this.#field.show(this.#config.formula);
      this.#changed();
    });
    offerCopies(host, this.#id, this.#messages, {
      query: () => encodeState(this.#fields, this.#state),
      svg: () => this.#visibleChart,
      csv: () => toCsv([this.#curve], this.#config.x, this.#plot),
    });
    addEventListener('beforeprint', () => this.#drawNow('wide'));
  }

  #follow({ clientX }: PointerEvent) {
    const { left, width } = this.#visibleChart.getBoundingClientRect();
    const frame = this.#frames[this.#size()];
    const z = valueAtX(frame, ((clientX - left) / width) * frame.width);
    this.#moveTo(toTwentieth(z));
  }

  /** Only z changed: no curve is drawn again. */
  #moveTo(z: number) {
    this.#state = { ...this.#state, z };
    this.#one<HTMLInputElement>('input[name=z]').value = String(z);
    const frame = this.#frames[this.#size()];
    moveCursor(this.#visibleChart, sceneOf(this.#curve, z), frame);
    this.#read();
    this.#remember();
  }

  /** A new formula, or a parameter of the one that there is. */
  #take(changes: State) {
    const next = { ...this.#state, ...changes };
    if (changes['formula'] === undefined) this.#state = next;
    else {
      const fields = ownFields(this.#config, ownFunction(String(changes['formula'])));
      // Parameters that the new formula has too stay where the reader put them.
      const kept = Object.entries(next).filter(([name]) => name in fields);
      this.#state = { ...initialState(fields), ...Object.fromEntries(kept) };
    }
    this.#changed();
  }

  #changed() {
    this.#curve = curveOf(this.#state);
    this.#frames = ownFrames(this.#curve, this.#config.x);
    showSliders(this.#one('.own-parameters'), this.#curve);
    this.#one<HTMLInputElement>('input[name=z]').value = String(this.#state['z']);
    const rows = propertyRows(this.#curve, this.#say);
    this.#host
      .querySelectorAll('.own-properties dd')
      .forEach((dd, i) => (dd.textContent = rows[i]![1]));
    const notes = honesty(this.#curve, this.#say);
    this.#host.querySelectorAll('.own-honesty p').forEach((p, i) => (p.textContent = notes[i]!));
    const warned = warnings(this.#curve, this.#say);
    const list = this.#one('.own-warnings');
    list.hidden = warned.length === 0;
    list.replaceChildren(
      ...warned.map((text) => Object.assign(document.createElement('li'), { textContent: text })),
    );
    const table = tableRows([this.#curve], this.#config.x, this.#plot);
    this.#host.querySelectorAll<HTMLTableRowElement>('.data-table tbody tr').forEach((row, i) => {
      [...row.cells].forEach((cell, j) => (cell.textContent = table[i]![j]!));
    });
    this.#one<HTMLAnchorElement>('[data-train]').href = trainHref(
      this.#curve,
      this.#host.dataset['lab']!,
    );
    const formula = this.#curve.activation.parsed.text;
    this.#area.setAttribute('aria-label', this.#say('formula.figure', { formula }));
    this.#read();
    this.#remember();
    this.#drawSoon();
    void this.#typesetFormula();
  }

  /** The numbers at z, and what the slider says of them. */
  #read() {
    const z = Number(this.#state['z']);
    this.#one('[data-z]').textContent = formatNumber(z, 2);
    const text = readout(this.#curve, z, this.#say);
    this.#one('[data-value]').textContent = text;
    const spoken = this.#say('formula.readout.spoken', { z: formatNumber(z, 2), text });
    this.#one('input[name=z]').setAttribute('aria-valuetext', spoken);
  }

  #remember() {
    remember(this.#id, encodeState(this.#fields, this.#state));
  }

  async #typesetFormula() {
    const formula = String(this.#state['formula']);
    if (formula === this.#typeset) return;
    this.#typeset = formula;
    try {
      const { symbolicFormula, symbolicSlope } = await loadTypeset();
      if (this.#typeset !== formula) return; // The reader went on typing.
      this.#one('[data-formula-of=f]').innerHTML = symbolicFormula(this.#curve);
      this.#one('[data-formula-of=df]').innerHTML = symbolicSlope(this.#curve);
    } catch (error) {
      this.#typeset = '';
      explain(this.#host, error);
    }
  }

  #drawSoon() {
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(async () => {
      this.#drawing = false;
      try {
        await load();
        this.#drawNow(this.#size());
      } catch (error) {
        explain(this.#host, error);
      }
    });
  }

  #drawNow(size: ChartSize) {
    const scene = sceneOf(this.#curve, Number(this.#state['z']));
    const svg = drawing?.drawActivationChart(scene, this.#frames[size], this.#plot('axis.z'));
    if (svg) this.#one(`.chart-${size}`).replaceChildren(svg);
  }
}

/** Plot, fetched when the figure wakes; KaTeX, when there is a new formula to set. */
let drawing: typeof Draw | undefined;
const load = async () => (drawing ??= await import('../plot/draw.ts'));
let typesetting: Promise<typeof Typeset> | undefined;
const loadTypeset = () => (typesetting ??= import('./typeset.ts'));

export const startOwnFunction = (host: HTMLElement, meanwhile: Meanwhile) =>
  new LiveOwnFunction(host, meanwhile);
