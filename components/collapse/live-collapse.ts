/** The living part of the collapse figure. */
import { curveOf } from '#figures/curve.ts';
import { largestDistance, planeFrame, planePaths, type Drawing } from '#figures/plane.ts';
import { fill } from '#i18n/fill.ts';
import { formatNumber } from '#i18n/numbers.ts';
import { mulberry32, uniform } from '#nn/random.ts';
import { decodeState, encodeState, initialState, type State } from '#state/fragment.ts';
import { offerCopies } from '../figure/copies.ts';
import { clearNotice, showProblems } from '../figure/notice.ts';
import { pageMessages } from '../figure/page-messages.ts';
import { queryFor, remember } from '../figure/page-state.ts';
import { collapseFields, collapseMaps, frameLabels, framesOf, panels } from './collapse-state.ts';

export function startCollapse(host: HTMLElement): void {
  const { id } = host.closest('figure')!;
  const messages = pageMessages();
  const fields = collapseFields(host.dataset['bend']!);
  const start = decodeState(fields, queryFor(id) ?? '');
  let state: State = start.state;
  const inputs = [
    ...host.querySelectorAll<HTMLInputElement | HTMLSelectElement>('.cell input, select'),
  ];

  const show = () => {
    for (const input of inputs) {
      // A number that is being typed is left alone.
      if (input !== document.activeElement) input.value = String(state[input.name]);
    }
    const maps = collapseMaps(state, curveOf(String(state['bend'])));
    const frames = framesOf(maps);
    const labels = frameLabels(frames);
    for (const panel of panels) {
      const plane = host.querySelector<HTMLElement>(`[data-panel=${panel}]`)!;
      const { viewBox, axes } = planeFrame(frames[panel]);
      const svg = plane.querySelector('svg')!;
      svg.setAttribute('viewBox', viewBox);
      showLabel(svg, labels[panel], frames[panel]);
      plane.querySelector('.axis')!.setAttribute('d', axes);
      const paths = planePaths(maps[panel]);
      for (const path of plane.querySelectorAll<SVGPathElement>('[data-drawing]')) {
        path.setAttribute('d', paths[path.dataset['drawing'] as Drawing]);
      }
    }
    const { weights, biases } = maps.product;
    [...weights, ...biases].forEach((value, i) => {
      host.querySelector(`[data-result="${i}"]`)!.textContent = formatNumber(value, 2);
    });
    const distance = largestDistance(maps.second, maps.single);
    const verdict = messages[distance < 1e-9 ? 'collapse.same' : 'collapse.differ']!;
    host.querySelector('.verdict')!.textContent = fill(verdict, {
      distance: formatNumber(distance, 3),
    });
    remember(id, encodeState(fields, state));
  };

  /** Reads every control; a number that is not one keeps its last good value. */
  const take = () => {
    for (const input of inputs) {
      const value = input instanceof HTMLInputElement ? input.valueAsNumber : input.value;
      if (Number.isNaN(value)) continue;
      const { state: checked } = decodeState(
        fields,
        new URLSearchParams({ [input.name]: String(value) }).toString(),
      );
      state = { ...state, [input.name]: checked[input.name]! };
    }
    show();
  };

  host.addEventListener('input', take);
  // Leaving a field shows what is in force, such as a number cut to its range.
  host.addEventListener('focusout', () => setTimeout(show));
  host.querySelector('[data-action=reset]')!.addEventListener('click', () => {
    state = initialState(fields);
    clearNotice(host);
    show();
  });
  let draw = 0;
  host.querySelector('[data-action=random]')!.addEventListener('click', () => {
    draw += 1;
    state = { ...state, ...someMatrices(draw) };
    show();
  });
  offerCopies(host, id, messages, { query: () => encodeState(fields, state) });
  showProblems(host, start.problems, messages);
  if (queryFor(id) === undefined) take();
  else show();
}

/** In the upper right corner, of the same size whatever the frame. */
function showLabel(svg: SVGSVGElement, text: string, reach: number): void {
  let label = svg.querySelector('text');
  if (!label) {
    label = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    label.setAttribute('text-anchor', 'end');
    label.setAttribute('fill', 'currentColor');
    svg.append(label);
  }
  label.textContent = text;
  label.setAttribute('x', String(0.94 * reach));
  label.setAttribute('y', String(-0.8 * reach));
  label.setAttribute('font-size', String(0.16 * reach));
}

/** The n-th set of matrices: numbers from −1.5 to 1.5 in tenths, the same for every reader. */
function someMatrices(n: number): State {
  const random = mulberry32(n);
  const names = Object.keys(collapseFields('identity')).filter((name) => name !== 'bend');
  return Object.fromEntries(names.map((name) => [name, Math.round(uniform(random, -15, 15)) / 10]));
}
