/** The diagram of a network as HTML, the same in the page as it is built and live. */
import {
  acrossAll,
  edgePaths,
  edgesOf,
  edgeWidths,
  mostEdges,
  networkLayout,
  type Place,
} from '#figures/inside-network.ts';
import { mapColour, mapCurve, type Rgb } from '#figures/inside-maps.ts';
import { formatNumber } from '#i18n/numbers.ts';
import type { Inside, UnitMaps } from '#inside/types.ts';
import type { Layer } from '#nn/layers.ts';
import type { Say } from '../words.ts';
import { escape, tableMarkup } from '../../figure/markup.ts';
import { listed, unitName, type LayerFunction } from './parts.ts';

/** A network as the diagram needs it. */
export interface Shown {
  /** Units per layer, from the inputs to the outputs. */
  readonly sizes: readonly number[];
  readonly layers: readonly Layer[];
  readonly functions: readonly LayerFunction[];
  readonly maps: UnitMaps;
  readonly inside: Inside;
}

/** Draws a unit's map into the page as it is built; live, maps come later. */
export type DrawMap = (values: Float32Array, colour: Rgb) => string;

/** More weights than these are not listed one by one. */
const mostListed = 12;
/** More rows than these a table does not have. */
const mostRows = 200;

/** The unit's place among the maps. */
export const mapIndex = ({ layers }: UnitMaps, layer: number, unit: number): number =>
  layers.slice(0, layer).reduce((sum, units) => sum + units, 0) + unit;

export const mapOf = ({ values, size, dimensions }: UnitMaps, index: number): Float32Array => {
  const pixels = size ** dimensions;
  return values.subarray(index * pixels, (index + 1) * pixels);
};

export const isDead = ({ layers }: Inside, layer: number, unit: number): boolean =>
  layers[layer]!.dead.includes(unit);

export const inputName = (input: number, inputs: number): string =>
  inputs === 1 ? 'x' : `x${'₁₂'[input]}`;

function rangeText({ maps, sizes }: Shown, layer: number, unit: number, say: Say): string {
  const index = mapIndex(maps, layer, unit);
  const [least, greatest] = maps.ranges.subarray(2 * index, 2 * index + 2);
  return say('network.range', {
    symbol: layer === sizes.length - 2 ? 'o' : 'h',
    least: formatNumber(least!, 2),
    greatest: formatNumber(greatest!, 2),
  });
}

/** The weights into a unit; of many only how many, and their norm. */
function weightsText({ layers }: Shown, layer: number, unit: number, say: Say): string {
  const { inputs, weights } = layers[layer]!;
  const own = weights.subarray(unit * inputs, (unit + 1) * inputs);
  if (inputs > mostListed)
    return say('network.many', { count: inputs, norm: formatNumber(Math.hypot(...own), 2) });
  const list = [...own].map((weight) => formatNumber(weight, 2)).join(', ');
  return say(inputs === 1 ? 'network.weight' : 'network.weights', { list });
}

/** What there is to say of a unit: `layer 1, unit 3: bias −0.20, weights 0.50, −1.10; … Dead.` */
export function unitText(shown: Shown, layer: number, unit: number, say: Say): string {
  const text = say('network.unit', {
    unit: unitName(layer, unit, shown.sizes.slice(1), say),
    bias: formatNumber(shown.layers[layer]!.biases[unit]!, 2),
    weights: weightsText(shown, layer, unit, say),
    range: rangeText(shown, layer, unit, say),
  });
  return isDead(shown.inside, layer, unit) ? `${text} ${say('network.isDead')}` : text;
}

const tableColumns = (say: Say): string[] =>
  ['unit', 'bias', 'weights', 'range'].map((name) => say(`network.column.${name}`));

export const tableRows = (shown: Shown, say: Say): string[][] =>
  shown.layers
    .flatMap(({ outputs }, layer) =>
      Array.from({ length: outputs }, (_, unit) => {
        const name = unitName(layer, unit, shown.sizes.slice(1), say);
        return [
          isDead(shown.inside, layer, unit) ? `${name} (${say('network.dead')})` : name,
          formatNumber(shown.layers[layer]!.biases[unit]!, 2),
          weightsText(shown, layer, unit, say),
          rangeText(shown, layer, unit, say),
        ];
      }),
    )
    .slice(0, mostRows);

function altText({ sizes, inside }: Shown, say: Say): string {
  const dead = inside.layers.flatMap((layer, l) =>
    layer.dead.map((unit) => unitName(l, unit, sizes.slice(1), say)),
  );
  return say('network.alt', {
    sizes: sizes.join(', '),
    dead: dead.length > 0 ? `${say('network.dead')}: ${listed(dead, say)}.` : '',
  });
}

/** Names under the columns: the function of a layer, and its learned parameters. */
export const columnTexts = ({ functions }: Shown): string[] =>
  functions.map(({ name, learned }) => (learned ? `${name} (${learned})` : name));

/** The middle of a layer's columns, in percent. */
const middle = (places: readonly Place[]): number =>
  ((places[0]!.x + places.at(-1)!.x) * 50) / acrossAll;

const at = ({ x, y }: Place): string => `left:${(100 * x) / acrossAll}%;top:${y}px`;

/**
 * @param drawMap Given, the diagram is a picture; without, it is for a reader to act on: units are
 *   buttons, and the maps of two inputs canvases that are still empty.
 */
export function networkMarkup(shown: Shown, say: Say, drawMap?: DrawMap): string {
  const { sizes, layers, functions, maps, inside } = shown;
  const layout = networkLayout(sizes);
  const paths = edgePaths(edgesOf(layers), layout);
  const edges = paths
    .flatMap((byWidth, sign) =>
      byWidth.map(
        (d, width) =>
          `<path class="edge ${sign ? 'positive' : 'negative'}" stroke-width="${edgeWidths[width]}" d="${d}"/>`,
      ),
    )
    .join('');
  const units = layout.places.flatMap((places, column) =>
    places.map((place, unit) => {
      if (column === 0)
        return `<span class="net-input" style="${at(place)}" aria-hidden="true"><i>${inputName(unit, sizes[0]!)}</i></span>`;
      const layer = column - 1;
      const values = mapOf(maps, mapIndex(maps, layer, unit));
      const colour = mapColour(functions[layer]?.id);
      const attributes = `class="net-unit" style="${at(place)};--unit:rgb(${colour.join(' ')})" data-layer="${layer}" data-unit="${unit}"${isDead(inside, layer, unit) ? ' data-dead' : ''}`;
      const picture =
        maps.dimensions === 1
          ? `<svg viewBox="0 0 100 100" aria-hidden="true"><path d="${mapCurve(values)}"/></svg>`
          : drawMap
            ? drawMap(values, colour)
            : `<canvas width="${maps.size}" height="${maps.size}" aria-hidden="true"></canvas>`;
      return drawMap
        ? `<span ${attributes}>${picture}</span>`
        : `<button type="button" tabindex="-1" ${attributes} aria-label="${escape(unitName(layer, unit, sizes.slice(1), say))}">${picture}</button>`;
    }),
  );
  const names = columnTexts(shown)
    .map(
      (text, layer) =>
        `<span style="left:${middle(layout.places[layer + 1]!)}%">${escape(text)}</span>`,
    )
    .join('');
  const role = drawMap
    ? `role="img" aria-label="${escape(altText(shown, say))}"`
    : `role="group" aria-label="${escape(say('network.group'))}"`;
  const scroll = `class="net-box" tabindex="0" role="group" aria-label="${escape(say('network.title'))}"`;
  const many = layers.some(({ inputs, outputs }) => inputs * outputs > mostEdges);
  return `<p class="view-title">${escape(say('network.title'))}</p>
<div ${scroll}><div class="net" style="min-width:${layout.minWidth}px;--tile:${layout.tile}px" ${role}>
<div class="net-plane" style="height:${layout.height}px"><svg class="net-edges" viewBox="0 0 ${acrossAll} ${layout.height}" preserveAspectRatio="none" aria-hidden="true">${edges}<path class="edge-chosen" d=""/></svg>${units.join('')}</div>
<p class="net-names" aria-hidden="true">${names}</p></div></div>
${drawMap ? '' : `<p class="net-readout">${escape(say('network.hint'))}</p>`}
<ul class="view-key">${key('positive', say)}${key('negative', say)}<li>${escape(say('network.key.width'))}</li><li>${escape(say('network.key.map'))}</li><li><span class="net-unit net-unit-key" data-dead></span>${escape(say('network.key.dead'))}</li></ul>
${many ? `<p class="view-note">${escape(say('network.strongest', { count: mostEdges }))}</p>` : ''}
${tableMarkup({ title: say('table'), columns: tableColumns(say), rows: tableRows(shown, say) })}`;
}

const key = (sign: 'positive' | 'negative', say: Say): string =>
  `<li><svg viewBox="0 0 34 14" width="34" height="14" aria-hidden="true"><path class="edge ${sign}" stroke-width="2.75" d="M2 7H32"/></svg>${escape(say(`network.key.${sign}`))}</li>`;
