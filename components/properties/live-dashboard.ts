/** The living part of the property dashboard. */
import type { ElementwiseId } from '#activations/index.ts';
import { fill } from '#i18n/fill.ts';
import { formatNumber } from '#i18n/numbers.ts';
import { decodeState, encodeState, initialState, type Fields } from '#state/fragment.ts';
import { watchChartSize, type ChartSize } from '../figure/chart-size.ts';
import { offerCopies } from '../figure/copies.ts';
import { clearNotice, showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { drawActivationChart } from '../plot/draw.ts';
import type { FunctionProperties } from './properties.ts';
import { framesOf, sceneOf } from './scene.ts';
import { timeAgainstRelu } from './timing.ts';

interface Data {
  fn: string;
  threshold: number;
  functions: readonly FunctionProperties[];
}

/** @param touched names of the controls that the reader moved before this module arrived */
export function startDashboard(host: HTMLElement, touched: ReadonlySet<string>): void {
  const { id } = host.closest('figure')!;
  const messages = pageMessages();
  const say = (key: string, values = {}) => fill(messages[`properties.${key}`]!, values);
  const { fn, threshold, functions } = JSON.parse(
    host.querySelector('script')!.textContent,
  ) as Data;
  const ids = functions.map((one) => one.id);
  const fields: Fields = { fn: { kind: 'choice', initial: fn, options: ids } };
  const start = decodeState(fields, queryFor(id) ?? '');
  let state = start.state;

  const select = host.querySelector('select')!;
  const list = host.querySelector('dl')!;
  const verdict = host.querySelector<HTMLElement>('.verdict')!;
  const draw = (which: ChartSize) => {
    const shown = String(state['fn']);
    const chart = drawActivationChart(
      sceneOf(shown, threshold),
      framesOf(shown)[which],
      messages['plot.axis.z']!,
    );
    host.querySelector(`.chart-${which}`)!.replaceChildren(chart);
  };
  const size = watchChartSize(host, () => draw(size()));
  addEventListener('beforeprint', () => draw('wide'));

  const show = () => {
    select.value = String(state['fn']);
    remember(id, encodeState(fields, state));
    verdict.hidden = true;
    const { name, rows } = functions.find((one) => one.id === state['fn'])!;
    list.setAttribute('aria-label', say('list', { name }));
    const texts = rows.flat();
    [...list.querySelectorAll('dt, dd')].forEach((cell, i) => (cell.textContent = texts[i]!));
    draw(size());
  };
  const choose = (chosen: string) => {
    state = { fn: chosen };
    show();
  };

  select.addEventListener('input', () => choose(select.value));
  for (const button of host.querySelectorAll<HTMLElement>('[data-by]')) {
    button.addEventListener('click', () => {
      const place = ids.indexOf(String(state['fn'])) + Number(button.dataset['by']);
      choose(ids.at(place % ids.length)!);
    });
  }
  const actions: Record<string, () => void> = {
    time: () => {
      verdict.hidden = false;
      verdict.textContent = say('timing');
      // Later: the words first.
      setTimeout(() => {
        const timing = timeAgainstRelu(state['fn'] as ElementwiseId, () => performance.now());
        verdict.textContent = say('measured', {
          ratio: formatNumber(timing.ratio, 1),
          own: formatNumber(timing.own, 1),
          relu: formatNumber(timing.relu, 1),
          rounds: timing.rounds,
        });
      }, 50);
    },
    reset: () => {
      clearNotice(host);
      choose(String(initialState(fields)['fn']));
    },
  };
  for (const button of host.querySelectorAll<HTMLElement>('[data-action]'))
    button.addEventListener('click', actions[button.dataset['action']!]!);

  offerCopies(host, id, messages, {
    query: () => encodeState(fields, state),
    svg: () => host.querySelector<SVGSVGElement>(`.chart-${size()} svg`)!,
  });
  showProblems(host, start.problems, messages);
  if (touched.has('fn')) choose(select.value);
  else if (queryFor(id)) show();
}
