/** Brings the diagram of a network up to date, and tells the numbers of what the reader points at. */
import {
  acrossAll,
  edgePaths,
  edgesOf,
  nearestEdge,
  networkLayout,
  type Edge,
  type NetworkLayout,
} from '#figures/inside-network.ts';
import { mapColour, mapCurve, mapPixels, type Rgb } from '#figures/inside-maps.ts';
import { formatNumber } from '#i18n/numbers.ts';
import { layerViews, type Shape } from '#nn/layers.ts';
import { activationsOf } from '#nn/setup.ts';
import type { Snapshot } from '../protocol.ts';
import type { View, ViewContext } from '../view.ts';
import type { Say } from '../words.ts';
import {
  columnTexts,
  inputName,
  isDead,
  mapIndex,
  mapOf,
  networkMarkup,
  tableRows,
  unitText,
  type Shown,
} from './network-parts.ts';
import { rowsMarkup } from '../../figure/markup.ts';
import { layerFunctions, seldom, setText, unitName } from './parts.ts';
import { rebuild } from './rebuild.ts';
import { rovingFocus } from './roving.ts';

/** A unit on the page. */
interface Tile {
  readonly button: HTMLElement;
  readonly layer: number;
  readonly unit: number;
  readonly context: CanvasRenderingContext2D | null;
  readonly curve: Element | null;
  readonly colour: Rgb;
}

/** What the reader looks at. */
type Chosen = { readonly tile: Tile } | { readonly edge: Edge };

class NetworkView implements View {
  readonly #host: HTMLElement;
  readonly #say: Say;
  /** What the structure of the page stands for. */
  #structure = '';
  #shown: Shown | undefined;
  #layout: NetworkLayout | undefined;
  #edges: readonly Edge[] = [];
  #tiles: readonly Tile[] = [];
  #paths: readonly Element[] = [];
  #image: ImageData | undefined;
  #chosen: Chosen | undefined;

  constructor(host: HTMLElement, say: Say) {
    this.#host = host;
    this.#say = say;
  }

  show({ inside, units, parameters }: Snapshot, { setup }: ViewContext): void {
    if (!inside || !units || !parameters) return;
    const shape: Shape = {
      sizes: [units.dimensions, ...units.layers],
      activations: activationsOf(setup),
      normalization: setup.normalization ?? 'none',
    };
    this.#shown = {
      sizes: shape.sizes,
      layers: layerViews(shape, parameters),
      functions: layerFunctions(setup, inside.learned),
      maps: units,
      inside,
    };
    this.#edges = edgesOf(this.#shown.layers);
    const structure = JSON.stringify([shape.sizes, shape.activations, units.size]);
    if (structure !== this.#structure) this.#build(structure, this.#shown);
    this.#draw(this.#shown);
    this.#tell();
    this.#describe();
  }

  #build(structure: string, shown: Shown): void {
    this.#structure = structure;
    this.#chosen = undefined;
    this.#layout = networkLayout(shown.sizes);
    this.#image = new ImageData(shown.maps.size, shown.maps.size);
    rebuild(this.#host, networkMarkup(shown, this.#say));
    this.#paths = [...this.#host.querySelectorAll('.net-edges .edge')];
    this.#tiles = [...this.#host.querySelectorAll<HTMLElement>('button.net-unit')].map((button) => {
      const layer = Number(button.dataset['layer']);
      return {
        button,
        layer,
        unit: Number(button.dataset['unit']),
        context: button.querySelector('canvas')?.getContext('2d') ?? null,
        curve: button.querySelector('path'),
        colour: mapColour(shown.functions[layer]?.id),
      };
    });
    const places = this.#tiles.map(({ layer, unit }) => this.#layout!.places[layer + 1]![unit]!);
    rovingFocus(
      this.#tiles.map(({ button }) => button),
      places,
    );
    this.#listen();
  }

  #listen(): void {
    const plane = this.#host.querySelector<HTMLElement>('.net-plane')!;
    const tileOf = (event: Event) =>
      this.#tiles.find(({ button }) => button.contains(event.target as Node));
    plane.addEventListener('focusin', (event) => this.#choose(toChosen(tileOf(event))));
    const point = (event: PointerEvent) => {
      const tile = tileOf(event);
      const chosen = toChosen(tile) ?? this.#edgeAt(plane, event);
      if (chosen) this.#choose(chosen);
    };
    plane.addEventListener('pointermove', point, { passive: true });
    plane.addEventListener('pointerdown', point, { passive: true });
    // What has the focus is told again when the pointer leaves.
    plane.addEventListener('pointerleave', () =>
      this.#choose(toChosen(this.#tiles.find(({ button }) => button === document.activeElement))),
    );
  }

  #edgeAt(plane: HTMLElement, { clientX, clientY }: PointerEvent): Chosen | undefined {
    const { left, top, width } = plane.getBoundingClientRect();
    const scale = width / acrossAll;
    const at = { x: (clientX - left) / scale, y: clientY - top };
    const edge = nearestEdge(this.#edges, this.#layout!, at, scale);
    return edge && { edge };
  }

  #choose(chosen: Chosen | undefined): void {
    this.#chosen = chosen;
    // What is reached is read out at once.
    this.#label();
    this.#tell();
  }

  /** The numbers of what is chosen, as they are now. */
  #tell(): void {
    const shown = this.#shown!;
    const place = this.#host.querySelector('.net-readout')!;
    const chosen = this.#chosen;
    if (!chosen) setText(place, this.#say('network.hint'));
    else if ('edge' in chosen) setText(place, this.#edgeText(shown, chosen.edge));
    else {
      const { button, layer, unit } = chosen.tile;
      const text = unitText(shown, layer, unit, this.#say);
      setText(place, text);
      if (button.getAttribute('aria-label') !== text) this.#relabel();
    }
    this.#highlight(chosen);
  }

  #label(): void {
    if (!this.#chosen || !('tile' in this.#chosen)) return;
    const { button, layer, unit } = this.#chosen.tile;
    button.setAttribute('aria-label', unitText(this.#shown!, layer, unit, this.#say));
  }

  /** While training goes on, its numbers change too fast to be read out. */
  #relabel = seldom(() => this.#label(), 2000);

  #edgeText({ sizes, layers }: Shown, { layer, input, output }: Edge): string {
    const hidden = sizes.slice(1);
    const from =
      layer === 0
        ? this.#say('input', { name: inputName(input, sizes[0]!) })
        : unitName(layer - 1, input, hidden, this.#say);
    const { inputs, weights } = layers[layer]!;
    return this.#say('network.edge', {
      from,
      to: unitName(layer, output, hidden, this.#say),
      weight: formatNumber(weights[output * inputs + input]!, 3),
    });
  }

  /** The chosen line, or every line into the chosen unit. */
  #highlight(chosen: Chosen | undefined): void {
    const { places } = this.#layout!;
    const edges = !chosen
      ? []
      : 'edge' in chosen
        ? [chosen.edge]
        : places[chosen.tile.layer]!.map((_, input) => ({
            layer: chosen.tile.layer,
            input,
            output: chosen.tile.unit,
          }));
    const path = edges
      .map(({ layer, input, output }) => {
        const [from, to] = [places[layer]![input]!, places[layer + 1]![output]!];
        return `M${from.x} ${from.y}L${to.x} ${to.y}`;
      })
      .join('');
    const place = this.#host.querySelector('.edge-chosen')!;
    if (place.getAttribute('d') !== path) place.setAttribute('d', path);
  }

  #draw(shown: Shown): void {
    const paths = edgePaths(this.#edges, this.#layout!).flat();
    this.#paths.forEach((path, i) => path.setAttribute('d', paths[i]!));
    for (const { button, layer, unit, context, curve, colour } of this.#tiles) {
      const values = mapOf(shown.maps, mapIndex(shown.maps, layer, unit));
      if (context) {
        mapPixels(values, colour, this.#image!.data);
        context.putImageData(this.#image!, 0, 0);
      } else curve?.setAttribute('d', mapCurve(values));
      button.toggleAttribute('data-dead', isDead(shown.inside, layer, unit));
    }
    const names = this.#host.querySelectorAll('.net-names span');
    columnTexts(shown).forEach((text, i) => setText(names[i]!, text));
  }

  #describe = seldom(() => {
    this.#host.querySelector('tbody')!.innerHTML = rowsMarkup(tableRows(this.#shown!, this.#say));
  });
}

const toChosen = (tile: Tile | undefined): Chosen | undefined => tile && { tile };

export const create = (host: HTMLElement, say: Say): View => new NetworkView(host, say);
