/** Gradient norms by depth as HTML, the same in the page as it is built and live. */
import {
  decadesOf,
  depthFrame,
  depthPath,
  depthSize,
  depthTicks,
  depthX,
  depthY,
  dotsPath,
  zerosPath,
  type Decades,
} from '#figures/inside-depth.ts';
import type { Inside, Norms } from '#inside/types.ts';
import type { Say } from '../words.ts';
import { escape, tableMarkup } from '../../figure/markup.ts';
import { layerName, short } from './parts.ts';

export const quantities = ['weightGradient', 'activationGradient'] as const;
export type Quantity = (typeof quantities)[number];

/** The network now, and as it was at the first look. */
export interface Looks {
  readonly start: Inside;
  readonly now: Inside;
}

export const normsOf = ({ layers }: Inside, quantity: keyof Norms): number[] =>
  layers.map(({ norms }) => norms[quantity]);

/** The decades of the chart: see `decadesOf`. */
export const decadesFor = ({ start, now }: Looks, quantity: Quantity, previous?: Decades) =>
  decadesOf([...normsOf(start, quantity), ...normsOf(now, quantity)], previous);

/** `d` of the line, of its dots and of its zeros. */
export function linePaths(norms: readonly number[], decades: Decades) {
  return {
    line: depthPath(norms, decades),
    dots: dotsPath(norms, decades),
    zeros: zerosPath(norms, decades),
  };
}

export function altText({ now }: Looks, quantity: Quantity, say: Say): string {
  const values = now.layers.map(({ norms }, layer) =>
    say('gradients.value', {
      layer: layerName(layer, now.layers.length, say),
      norm: short(norms[quantity]),
    }),
  );
  return say('gradients.alt', {
    quantity: say(`gradients.${quantity}`),
    epoch: now.epoch,
    values: values.join(', '),
  });
}

export const nowText = ({ now }: Looks, say: Say): string =>
  say('gradients.now', { epoch: now.epoch });

const startText = ({ start }: Looks, say: Say): string =>
  start.epoch === 0 ? say('gradients.untrained') : say('gradients.start', { epoch: start.epoch });

const tableColumns = (looks: Looks, say: Say): string[] => [
  say('gradients.column.layer'),
  ...quantities.flatMap((quantity) =>
    [startText(looks, say), nowText(looks, say)].map((when) =>
      say('gradients.column.then', { quantity: say(`gradients.${quantity}`), when }),
    ),
  ),
  say('gradients.column.weights'),
];

export const tableRows = ({ start, now }: Looks, say: Say): string[][] =>
  now.layers.map(({ norms }, layer) => [
    layerName(layer, now.layers.length, say),
    ...quantities.flatMap((quantity) => [
      short(start.layers[layer]!.norms[quantity]),
      short(norms[quantity]),
    ]),
    short(norms.weights),
  ]);

export function gradientsMarkup(
  looks: Looks,
  decades: Record<Quantity, Decades>,
  say: Say,
): string {
  return `<p class="view-title">${escape(say('gradients.title'))}</p>
<div class="view-charts">${quantities.map((quantity) => chart(looks, quantity, decades[quantity], say)).join('')}</div>
<ul class="view-key"><li>${keyLine('now')}<span data-now>${escape(nowText(looks, say))}</span></li><li>${keyLine('start')}${escape(startText(looks, say))}</li></ul>
<p class="view-note">${escape(say('gradients.note'))}</p>
${tableMarkup({ title: say('table'), columns: tableColumns(looks, say), rows: tableRows(looks, say) })}`;
}

const keyLine = (which: 'now' | 'start') =>
  `<svg class="view-depth" viewBox="0 0 34 14" width="34" height="14" aria-hidden="true"><g class="${which}"><path class="line" d="M3 7H31"/><path class="dots" d="M17 7h.1"/></g></svg>`;

function chart(looks: Looks, quantity: Quantity, decades: Decades, say: Say): string {
  const { left, right, top, foot } = depthFrame;
  const { layers } = looks.now;
  const ticks = depthTicks(decades)
    .map((exponent) => {
      const y = depthY(10 ** exponent, decades);
      return `<path class="tick" d="M${left} ${y}H${right}"/><text x="${left - 6}" y="${y + 4}" text-anchor="end">10<tspan dy="-5" font-size="9">${String(exponent).replace('-', '−')}</tspan></text>`;
    })
    .join('');
  const names = layers
    .map((_, layer) => {
      const text = layer === layers.length - 1 ? say('outputLayer') : String(layer + 1);
      return `<text x="${depthX(layer, layers.length)}" y="${foot + 18}" text-anchor="middle">${escape(text)}</text>`;
    })
    .join('');
  const lines = (['start', 'now'] as const)
    .map((which) => {
      const { line, dots, zeros } = linePaths(normsOf(looks[which], quantity), decades);
      return `<g class="${which}"><path class="line" d="${line}"/><path class="dots" d="${dots}"/><path class="zeros" d="${zeros}"/></g>`;
    })
    .join('');
  return `<div data-quantity="${quantity}" role="img" aria-label="${escape(altText(looks, quantity, say))}">
<p class="view-axis" aria-hidden="true"><i>${escape(say(`gradients.${quantity}`))}</i></p>
<svg class="view-depth" viewBox="0 0 ${depthSize.width} ${depthSize.height}" aria-hidden="true">${ticks}<path class="axis" d="M${left} ${top}V${foot}H${right}"/>${names}<text class="axis-name" x="${left}" y="${foot + 32}">${escape(say('gradients.column.layer'))}</text>${lines}</svg></div>`;
}
