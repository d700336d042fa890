/** Brings the histograms of the page up to date. */
import type { Inside } from '#inside/types.ts';
import type { Snapshot } from '../protocol.ts';
import type { View, ViewContext } from '../view.ts';
import type { Say } from '../words.ts';
import {
  altText,
  histogramsMarkup,
  picture,
  quantities,
  sharesText,
  tableRows,
  type Quantity,
} from './histograms-parts.ts';
import { rowsMarkup } from '../../figure/markup.ts';
import { layerFunctions, layerName, seldom, setText, type LayerFunction } from './parts.ts';
import { rebuild } from './rebuild.ts';

/** The places of one histogram on the page. */
interface Cell {
  readonly box: Element;
  readonly bars: Element;
  readonly flat: Element;
  readonly ends: readonly Element[];
  /** The range whose flat stretches are drawn. */
  range: string;
}

class HistogramsView implements View {
  readonly #host: HTMLElement;
  readonly #say: Say;
  /** What the structure of the page stands for. */
  #shape = '';
  #cells: (Cell | undefined)[][] = [];
  #shares: Element[] = [];
  #latest: Inside | undefined;

  constructor(host: HTMLElement, say: Say) {
    this.#host = host;
    this.#say = say;
  }

  show({ inside }: Snapshot, { setup }: ViewContext): void {
    if (!inside) return;
    this.#latest = inside;
    const functions = layerFunctions(setup, inside.learned);
    const shape = JSON.stringify([inside.layers.map(({ units }) => units), setup.activation]);
    if (shape === this.#shape) this.#update(inside, functions);
    else this.#build(shape, inside, functions);
    this.#describe();
  }

  #build(shape: string, inside: Inside, functions: readonly LayerFunction[]): void {
    this.#shape = shape;
    rebuild(this.#host, histogramsMarkup(inside, functions, this.#say));
    const layers = [...this.#host.querySelectorAll('.view-layer')];
    this.#shares = layers.map((layer) => layer.querySelector('[data-shares]')!);
    this.#cells = layers.map((layer) =>
      quantities.map((quantity) => findCell(layer.querySelector(`[data-quantity=${quantity}]`))),
    );
  }

  #update({ layers }: Inside, functions: readonly LayerFunction[]): void {
    layers.forEach((layer, l) => {
      quantities.forEach((quantity, q) => this.#draw(l, q, layer, quantity, functions[l]));
      if (functions[l]) setText(this.#shares[l]!, sharesText(layer, this.#say));
    });
  }

  #draw(
    l: number,
    q: number,
    layer: Inside['layers'][number],
    quantity: Quantity,
    of: LayerFunction | undefined,
  ): void {
    const cell = this.#cells[l]?.[q];
    const drawn = cell && picture(layer, quantity, of);
    if (!drawn) return;
    cell.bars.setAttribute('d', drawn.bars);
    const range = `${drawn.from} ${drawn.to} ${drawn.flat}`;
    if (range === cell.range) return;
    cell.range = range;
    cell.flat.setAttribute('d', drawn.flat);
    setText(cell.ends[0]!, drawn.from);
    setText(cell.ends[1]!, drawn.to);
  }

  /** The words for those who do not see the pictures, at a pace that lets them be read. */
  #describe = seldom(() => {
    const inside = this.#latest;
    if (!inside) return;
    inside.layers.forEach((layer, l) => {
      const name = layerName(l, inside.layers.length, this.#say);
      quantities.forEach((quantity, q) => {
        this.#cells[l]?.[q]?.box.setAttribute(
          'aria-label',
          altText(layer, quantity, name, this.#say),
        );
      });
    });
    this.#host.querySelector('tbody')!.innerHTML = rowsMarkup(tableRows(inside, this.#say));
  });
}

function findCell(cell: Element | null): Cell | undefined {
  if (!cell) return undefined;
  return {
    box: cell.querySelector('[role=img]')!,
    bars: cell.querySelector('.bars')!,
    flat: cell.querySelector('.flat')!,
    ends: [...cell.querySelectorAll('.view-axis span')],
    range: '',
  };
}

export const create = (host: HTMLElement, say: Say): View => new HistogramsView(host, say);
