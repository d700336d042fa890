/** The living part of the depth meter. */
import * as Plot from '@observablehq/plot';
import { depthChart, depthFrame } from '#figures/depth-chart.ts';
import { tidy } from '#figures/tidy.ts';
import { fill } from '#i18n/fill.ts';
import { decodeState, encodeState, initialState, type State } from '#state/fragment.ts';
import { watchChartSize, type ChartSize } from '../figure/chart-size.ts';
import { offerCopies } from '../figure/copies.ts';
import { rowsMarkup } from '../figure/markup.ts';
import { clearNotice, showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { depthFields, signalOf, type DepthStart } from './depth-state.ts';
import { gainText, readings, rowsOf, rowTexts, spoken, type Say } from './readings.ts';

/** Milliseconds without a change after which the numbers are read out. */
const settled = 600;

/** @param touched names of the controls that the reader moved before this module arrived */
export function startDepthMeter(host: HTMLElement, touched: ReadonlySet<string>): void {
  const { id } = host.closest('figure')!;
  const messages = pageMessages();
  const say: Say = (key, values = {}) => fill(messages[`depth.${key}`]!, values);
  const fields = depthFields(JSON.parse(host.dataset['config']!) as DepthStart);
  const start = decodeState(fields, queryFor(id) ?? '');
  let state: State = start.state;
  let signal = signalOf(state);

  const controls = [...host.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];
  const labels = {
    layer: say('axis.layer'),
    size: say('label.size'),
    contrast: say('label.contrast'),
    gradient: say('label.gradient'),
  };
  const draw = (which: ChartSize) => {
    const frame = depthFrame(signal, which);
    const svg = Plot.plot(depthChart(signal, String(state['activation']), frame, labels));
    host.querySelector(`.chart-${which}`)!.replaceChildren(tidy(svg as SVGSVGElement));
  };
  const size = watchChartSize(host, () => draw(size()));
  addEventListener('beforeprint', () => draw('wide'));

  let speaking: ReturnType<typeof setTimeout> | undefined;
  let drawing = false;
  const show = () => {
    for (const control of controls) control.value = String(state[control.name]);
    host.querySelector('output')!.textContent = say('scaleValue', { gain: gainText(state) });
    remember(id, encodeState(fields, state));
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      host.querySelector('.visually-hidden[role=status]')!.textContent = spoken(state, signal, say);
    }, settled);
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      signal = signalOf(state);
      draw(size());
      for (const [name, text] of Object.entries(readings(signal, say)))
        host.querySelector(`[data-reading=${name}]`)!.textContent = text;
      host.querySelector('tbody')!.innerHTML = rowsMarkup(rowTexts(signal));
    });
  };

  const set = (changes: State) => {
    state = { ...state, ...changes };
    show();
  };
  for (const button of host.querySelectorAll<HTMLElement>('[data-gain]'))
    button.addEventListener('click', () =>
      set({ scale: Math.log2(Number(button.dataset['gain'])) }),
    );
  host.querySelector('[data-action=reset]')!.addEventListener('click', () => {
    clearNotice(host);
    set(initialState(fields));
  });
  const take = (control: HTMLInputElement | HTMLSelectElement) =>
    set({
      [control.name]: control instanceof HTMLInputElement ? control.valueAsNumber : control.value,
    });
  host.addEventListener('input', ({ target }) =>
    take(target as HTMLInputElement | HTMLSelectElement),
  );

  offerCopies(host, id, messages, {
    query: () => encodeState(fields, state),
    svg: () => host.querySelector<SVGSVGElement>(`.chart-${size()} svg`)!,
    csv: () =>
      [['layer', 'size', 'contrast', 'gradient'], ...rowsOf(signal)]
        .map((values) => values.join(','))
        .join('\n') + '\n',
  });
  showProblems(host, start.problems, messages);
  const moved = controls.filter(({ name }) => touched.has(name));
  if (moved.length > 0) moved.forEach(take);
  else show();
}
