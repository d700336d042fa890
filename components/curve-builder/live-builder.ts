/** The living part of the curve builder. */
import * as Plot from '@observablehq/plot';
import { curveBuilderChart } from '#figures/curve-builder-chart.ts';
import { tidy } from '#figures/tidy.ts';
import { fill } from '#i18n/fill.ts';
import { formatNumber } from '#i18n/numbers.ts';
import { decodeState, encodeState, initialState, type State } from '#state/fragment.ts';
import { clearNotice, showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { watchChartSize, type ChartSize } from '../figure/chart-size.ts';
import { offerCopies } from '../figure/copies.ts';
import {
  builderFields,
  distanceText,
  frames,
  heightAt,
  parameterCount,
  placeOf,
  placesOf,
  sceneOf,
  targetOf,
  type BuilderStart,
} from './builder-state.ts';

/** @param touched names of the controls that the reader moved before this module arrived */
export function startBuilder(host: HTMLElement, touched: ReadonlySet<string>): void {
  const { id } = host.closest('figure')!;
  const messages = pageMessages();
  const say = (key: string, values = {}) => fill(messages[`curve.${key}`]!, values);
  const fields = builderFields(JSON.parse(host.dataset['config']!) as BuilderStart);
  const start = decodeState(fields, queryFor(id) ?? '');
  let state: State = start.state;

  const controls = [
    ...host.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.handles input, select'),
  ];
  const handles = controls.filter((control) => control instanceof HTMLInputElement);
  const size = watchChartSize(host, () => show());
  const chart = () => host.querySelector<SVGSVGElement>(`.chart-${size()} svg`)!;
  const labels = { x: say('axis.x'), target: say('label.target'), network: say('label.network') };

  let drawing = false;
  const draw = (which: ChartSize) => {
    const svg = Plot.plot(
      curveBuilderChart(sceneOf(state), frames[which], labels),
    ) as SVGSVGElement;
    host.querySelector(`.chart-${which}`)!.replaceChildren(tidy(svg));
  };
  addEventListener('beforeprint', () => draw('wide'));
  const show = () => {
    const places = placesOf(state);
    handles.forEach((handle, i) => {
      const x = places[i];
      handle.hidden = x === undefined;
      if (x === undefined) return;
      handle.setAttribute('aria-label', say('handle', { x: formatNumber(x, 2) }));
      handle.style.setProperty('--x', placeOf(x));
      handle.step = '0.01';
    });
    for (const control of controls) control.value = String(state[control.name]);
    const scene = sceneOf(state);
    const units = scene.network.units.length;
    host.querySelector('.verdict')!.textContent = say('error', {
      error: distanceText(scene),
      units,
      parameters: parameterCount(units),
    });
    remember(id, encodeState(fields, state));
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      draw(size());
    });
  };

  /** Puts every handle at the height that `height` gives for its place. */
  const set = (height: (x: number) => number) => {
    const heights = placesOf(state).map((x, i) => [`h${i}`, heightAt(height, x)]);
    state = { ...state, ...Object.fromEntries(heights) };
    show();
  };
  const actions: Record<string, () => void> = {
    flat: () => set(() => 0),
    fit: () => set(targetOf(state)),
    reset: () => {
      state = initialState(fields);
      clearNotice(host);
      show();
    },
  };
  for (const button of host.querySelectorAll<HTMLElement>('[data-action]')) {
    button.addEventListener('click', actions[button.dataset['action']!]!);
  }

  const take = (control: HTMLInputElement | HTMLSelectElement) => {
    const value = control instanceof HTMLInputElement ? control.valueAsNumber : control.value;
    // Other units or another number of handles: the curve is laid anew over the same heights.
    const before = sceneOf(state).network.g;
    state = { ...state, [control.name]: value };
    if (control.name === 'kind' || control.name === 'handles') set(before);
    else show();
  };
  host.addEventListener('input', ({ target }) =>
    take(target as HTMLInputElement | HTMLSelectElement),
  );

  // A press of an arrow key moves a handle by more than a pointer can tell apart.
  host.addEventListener('keydown', ({ target }) => {
    if (target instanceof HTMLInputElement) target.step = '0.05';
  });

  offerCopies(host, id, messages, {
    query: () => encodeState(fields, state),
    svg: chart,
  });
  showProblems(host, start.problems, messages);
  const moved = controls.filter(({ name }) => touched.has(name));
  if (moved.length > 0) moved.forEach(take);
  else show();
}
