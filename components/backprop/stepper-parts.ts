/** The walk through backpropagation as HTML, the same in the page as it is built and live. */
import { boxLayout, type BoxLayout } from '#figures/inside-backprop.ts';
import { edgePaths, edgesOf, edgeWidths, type Place } from '#figures/inside-network.ts';
import type { Step, Walk } from '#inside/backprop.ts';
import type { Say } from '../trainer/words.ts';
import { escape, tableMarkup } from '../figure/markup.ts';
import { short } from '../trainer/views/parts.ts';
import type { Scene } from './config.ts';
import { StepWords } from './step-words.ts';

/** All that a walk shows. */
export interface Shown {
  readonly scene: Scene;
  readonly walk: Walk;
  readonly words: StepWords;
  readonly layout: BoxLayout | undefined;
}

export const shownOf = (scene: Scene, walk: Walk, say: Say): Shown => ({
  scene,
  walk,
  words: new StepWords(scene, walk, say),
  layout: boxLayout(scene.network.sizes),
});

/** A number in a box: its symbol, its value, and the step that computes it. */
interface Entry {
  readonly symbol: string;
  readonly value: string;
  readonly known: number;
}

/** The numbers of a unit; layers as in `Step`. */
function entries({ walk, words, scene }: Shown, layer: number, unit: number): Entry[] {
  const { pass, steps } = walk;
  const last = layer === scene.network.layers.length - 1;
  const find = (kind: Step['kind']) =>
    steps.findIndex(
      (step) =>
        step.kind === kind && (!('unit' in step) || (step.layer === layer && step.unit === unit)),
    );
  const entry = (symbol: string, value: number, kind: Step['kind']): Entry => ({
    symbol,
    // A power of ten takes the room of the other digits.
    value: short(value, 1).replaceAll(' ', ''),
    known: find(kind),
  });
  const z = entry(words.symbol('z', layer, unit), pass.z[layer]![unit]!, 'sum');
  const delta = words.symbol('δ', layer, unit);
  if (last)
    return [
      z,
      entry('<i>o</i>', pass.o[unit]!, 'output'),
      entry(delta, pass.delta[layer]![unit]!, 'error'),
    ];
  return [
    z,
    entry(words.symbol('h', layer, unit), pass.h[layer]![unit]!, 'activate'),
    entry('<i>f</i>′', pass.slope[layer]![unit]!, 'activate'),
    entry(delta, pass.delta[layer]![unit]!, 'back'),
  ];
}

/** What a step is about: units, and layers of weights with their units. `-1` stands for all. */
interface Concern {
  readonly layer: number;
  readonly unit: number;
  /** The lines into the unit, or out of it. */
  readonly lines?: 'in' | 'out';
}

function concernOf(step: Step, layers: number): Concern {
  switch (step.kind) {
    case 'input':
      return { layer: -1, unit: -1 };
    case 'output':
    case 'loss':
    case 'error':
      return { layer: layers - 1, unit: -1 };
    case 'activate':
      return { layer: step.layer, unit: step.unit };
    case 'back':
      return { layer: step.layer, unit: step.unit, lines: 'out' };
    default:
      return { layer: step.layer, unit: step.unit, lines: 'in' };
  }
}

/** The lines that a step is about, as a path. */
export function concernedLines({ walk, layout, scene }: Shown, index: number): string {
  const { layer, unit, lines } = concernOf(walk.steps[index]!, scene.network.layers.length);
  if (!lines || !layout) return '';
  const here = layout.places[layer + 1]![unit]!;
  const there = layout.places[lines === 'in' ? layer : layer + 2]!;
  return there.map(({ x, y }) => `M${here.x} ${here.y}L${x} ${y}`).join('');
}

/** Whether a step is about a unit. */
export function concerns({ walk, scene }: Shown, index: number, layer: number, unit: number) {
  const concern = concernOf(walk.steps[index]!, scene.network.layers.length);
  return concern.layer === layer && (concern.unit === unit || concern.unit === -1);
}

/** The numbers of a unit as far as they are known after a step. */
export const boxMarkup = (shown: Shown, index: number, layer: number, unit: number): string =>
  entries(shown, layer, unit)
    .map(
      ({ symbol, value, known }) =>
        `<div${known === index ? ' class="fresh"' : ''}><span>${symbol}</span><b>${known <= index ? value : '·'}</b></div>`,
    )
    .join('');

/** More weights than these would cover the lines. */
const mostWeights = 20;

const at = ({ x, y }: Place) => `left:${x / 10}%;top:${y}px`;

function diagramMarkup(shown: Shown, layout: BoxLayout, index: number, say: Say): string {
  const { network, example } = shown.scene;
  const edges = edgesOf(network.layers);
  const lines = edgePaths(edges, layout)
    .flatMap((byWidth, sign) =>
      byWidth.map(
        (d, width) =>
          `<path class="edge ${sign ? 'positive' : 'negative'}" stroke-width="${edgeWidths[width]}" d="${d}"/>`,
      ),
    )
    .join('');
  const boxes = layout.places
    .flatMap((places, column) =>
      places.map((place, unit) => {
        const current = concerns(shown, index, column - 1, unit) ? ' data-current' : '';
        if (column === 0) {
          const name = network.sizes[0] === 1 ? '<i>x</i>' : `<i>x</i><sub>${unit + 1}</sub>`;
          return `<div class="bp-input" style="${at(place)}" data-layer="-1" data-unit="${unit}"${current}>${name}&nbsp;<b>${short(example.inputs[unit]!)}</b></div>`;
        }
        return `<div class="bp-unit" style="${at(place)}" data-layer="${column - 1}" data-unit="${unit}"${current}>${boxMarkup(shown, index, column - 1, unit)}</div>`;
      }),
    )
    .join('');
  const weights = (edges.length > mostWeights ? [] : edges)
    .map(({ layer, input, output, weight }) => {
      const [from, to] = [layout.places[layer]![input]!, layout.places[layer + 1]![output]!];
      // Nearer to one end than to the other, where lines have parted.
      const share = 0.36 + 0.28 * ((input + output) % 2);
      const place = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
      return `<span class="bp-weight" style="${at(place)}">${short(weight)}</span>`;
    })
    .join('');
  return `<div class="net-box bp-box" tabindex="0" role="group" aria-label="${escape(say('backprop.diagram'))}"><div class="bp-plane" style="height:${layout.height}px;min-width:${layout.minWidth}px">
<svg class="net-edges" viewBox="0 0 1000 ${layout.height}" preserveAspectRatio="none" aria-hidden="true">${lines}<path class="edge-chosen" d="${concernedLines(shown, index)}"/></svg>${weights}${boxes}</div></div>`;
}

/** What a step computes: direction and words, the numbers, the check, and how gradients fare. */
export function stepTexts({ walk, words }: Shown, index: number, say: Say) {
  const step = walk.steps[index]!;
  const turn = walk.steps.findIndex(({ kind }) => kind === 'error');
  const way = say(index < turn ? 'backprop.forward' : 'backprop.backward');
  return {
    what: `<b>${escape(way)}</b> ${escape(words.what(step))}`,
    how: words
      .how(step)
      .map((line) => `<span>${line}</span>`)
      .join(''),
    check: escape(words.check(step)),
    chain: escape(words.chain(index)),
  };
}

/** More steps than these have no table. */
const mostRows = 150;

/** Every step as a row of a table; a note instead when there are too many. */
function stepsTable({ walk, words }: Shown, say: Say): string {
  const { steps } = walk;
  if (steps.length > mostRows)
    return `<p class="view-note">${escape(say('backprop.long', { steps: steps.length }))}</p>`;
  const columns = ['step', 'what', 'how'].map((name) => say(`backprop.column.${name}`));
  const rows = steps.map((step, i) => [
    String(i + 1),
    words.what(step),
    { html: words.how(step).join('<br>') },
  ]);
  return tableMarkup({ title: say('backprop.table'), columns, rows });
}

/** What the button that goes on says. */
export const nextText = (index: number, steps: number, say: Say): string =>
  say(index === steps - 1 ? 'backprop.again' : 'backprop.next');

/** @param index The step to show, from 0. */
export function stepperMarkup(shown: Shown, index: number, say: Say): string {
  const { steps } = shown.walk;
  const texts = stepTexts(shown, index, say);
  const picture = shown.layout
    ? diagramMarkup(shown, shown.layout, index, say)
    : `<p class="view-note">${escape(say('backprop.tooLarge'))}</p>`;
  return `<div data-part="diagram">${picture}</div>
<div class="controls bp-controls" role="group" aria-label="${escape(say('backprop.group'))}"><button type="button" data-go="back">${escape(say('backprop.back'))}</button><button type="button" class="primary" data-go="next">${escape(nextText(index, steps.length, say))}</button><label class="slider slider-main"><span>${escape(say('backprop.step'))}</span><input type="range" name="step" min="1" max="${steps.length}" value="${index + 1}" autocomplete="off"><output>${escape(say('backprop.position', { step: index + 1, steps: steps.length }))}</output></label></div>
<div class="bp-step" role="status"><p data-part="what">${texts.what}</p><p class="bp-how" data-part="how">${texts.how}</p></div>
<p class="bp-aside" data-part="check">${texts.check}</p>
<p class="bp-aside" data-part="chain">${texts.chain}</p>
<div data-part="table" class="bp-table">${stepsTable(shown, say)}</div>`;
}
