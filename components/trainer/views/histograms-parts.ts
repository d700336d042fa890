/** The histograms of a network as HTML, the same in the page as it is built and live. */
import { flatPath, histogramPath, quantile } from '#figures/inside-histogram.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import { saturationThreshold } from '#inside/saturation.ts';
import type { Histogram, Inside, LayerInside } from '#inside/types.ts';
import type { Say } from '../words.ts';
import { escape, tableMarkup } from '../../figure/markup.ts';
import { layerName, listed, percent, type LayerFunction } from './parts.ts';

export const quantities = ['z', 'h', 'delta'] as const;
export type Quantity = (typeof quantities)[number];

/** What is drawn of one histogram. */
export interface Picture {
  readonly bars: string;
  readonly flat: string;
  readonly from: string;
  readonly to: string;
}

export function picture(
  layer: LayerInside,
  quantity: Quantity,
  of: LayerFunction | undefined,
): Picture | undefined {
  const histogram = layer[quantity];
  if (!histogram) return undefined;
  const flat = quantity === 'z' && of ? flatPath(of.slope, histogram, saturationThreshold) : '';
  const [from, to] = [histogram.from, histogram.to].map(formatSetting) as [string, string];
  return { bars: histogramPath(histogram), flat, from, to };
}

/** `34 % saturated; dead: 1 of 8 (unit 3)` */
export function sharesText({ saturated, dead, units }: LayerInside, say: Say): string {
  const list = listed(
    dead.map((unit) => String(unit + 1)),
    say,
  );
  const deadText =
    dead.length === 0
      ? say('deadShare.none')
      : say('deadShare.some', { dead: dead.length, units, list });
  return `${say('histograms.saturated', { share: percent(saturated, say) })}; ${deadText}`;
}

const middleHalf = (histogram: Histogram) => ({
  lower: formatNumber(quantile(histogram, 0.25), 2),
  upper: formatNumber(quantile(histogram, 0.75), 2),
});

export function altText(layer: LayerInside, quantity: Quantity, name: string, say: Say): string {
  const histogram = layer[quantity]!;
  return say('histograms.alt', {
    quantity: say(`histograms.${quantity}`),
    layer: name,
    ...middleHalf(histogram),
    from: formatSetting(histogram.from),
    to: formatSetting(histogram.to),
  });
}

/** A table of what the pictures tell. */
const tableColumns = (say: Say): string[] => [
  say('histograms.column.layer'),
  say('histograms.column.saturated'),
  say('histograms.column.dead'),
  ...quantities.map((quantity) =>
    say('histograms.column.quartiles', { quantity: say(`histograms.${quantity}`) }),
  ),
];

export const tableRows = ({ layers }: Inside, say: Say): string[][] =>
  layers.map((layer, l) => [
    layerName(l, layers.length, say),
    layer.h ? percent(layer.saturated, say) : '–',
    layer.h ? String(layer.dead.length) : '–',
    ...quantities.map((quantity) =>
      layer[quantity] ? say('histograms.between', middleHalf(layer[quantity])) : '–',
    ),
  ]);

export function histogramsMarkup(
  inside: Inside,
  functions: readonly LayerFunction[],
  say: Say,
): string {
  const { layers } = inside;
  const rows = layers.map((layer, l) => {
    const name = layerName(l, layers.length, say);
    const of = functions[l];
    return `<div class="view-layer" role="group" aria-label="${escape(name)}">
<p class="view-layer-name"><b>${escape(name)}</b>${of ? ` <span>${escape(of.name)}</span>` : ''} <span data-shares>${
      of ? escape(sharesText(layer, say)) : ''
    }</span></p>
<div class="view-multiples">${quantities
      .map((quantity) => {
        const drawn = picture(layer, quantity, of);
        return drawn
          ? cell(drawn, quantity, altText(layer, quantity, name, say), say)
          : '<div></div>';
      })
      .join('')}</div></div>`;
  });
  return `<p class="view-title">${escape(say('histograms.title'))}</p>
${rows.join('')}
<p class="view-note">${escape(
    say('histograms.note', { threshold: formatSetting(saturationThreshold) }),
  )}</p>
${tableMarkup({ title: say('table'), columns: tableColumns(say), rows: tableRows(inside, say) })}`;
}

const cell = (
  { bars, flat, from, to }: Picture,
  quantity: Quantity,
  alt: string,
  say: Say,
): string => `<div class="view-histogram" data-quantity="${quantity}">
<div role="img" aria-label="${escape(alt)}"><svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true"><path class="flat" d="${flat}"/><path class="bars" d="${bars}"/></svg></div>
<p class="view-axis" aria-hidden="true"><span>${from}</span><i>${escape(say(`histograms.${quantity}`))}</i><span>${to}</span></p></div>`;
