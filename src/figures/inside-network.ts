/** A network as a drawing: where its units stand, and its weights as lines. */
import type { Affine } from '#nn/linear.ts';

/** Across, the drawing is stretched to the width that there is; these are shares of it, in thousandths. */
export const acrossAll = 1000;

export interface Place {
  /** 0 to `acrossAll`. */
  readonly x: number;
  /** Pixels from the top. */
  readonly y: number;
}

export interface NetworkLayout {
  /** [layer][unit] of the centres: inputs, hidden layers, outputs. */
  readonly places: readonly (readonly Place[])[];
  /** The side of a unit's square in pixels. */
  readonly tile: number;
  readonly height: number;
  /** Pixels across below which squares would meet: the drawing then scrolls in its box. */
  readonly minWidth: number;
}

/** Squares as large as a finger while there are few; with many, smaller ones. */
const tileOf = (most: number) => (most <= 8 ? 44 : most <= 12 ? 32 : 22);

/** A layer of more units than these stands in several columns. */
const mostRows = 16;

/** The space between two layers, in columns. */
const gap = 3;

export function networkLayout(sizes: readonly number[]): NetworkLayout {
  const tile = tileOf(Math.max(...sizes));
  const pitch = tile + (tile > 30 ? 8 : 4);
  const columns = sizes.map((units) => Math.ceil(units / mostRows));
  const rows = sizes.map((units, layer) => Math.ceil(units / columns[layer]!));
  const height = Math.max(...rows) * pitch + 4;
  const width = columns.reduce((sum, count) => sum + count + gap, 0);
  let start = gap / 2;
  const places = sizes.map((units, layer) => {
    const left = start;
    start += columns[layer]! + gap;
    return Array.from({ length: units }, (_, unit): Place => {
      const column = Math.floor(unit / rows[layer]!);
      const row = unit % rows[layer]!;
      return {
        x: Math.round((acrossAll * (left + column + 0.5)) / width),
        y: Math.round(height / 2 + (row - (rows[layer]! - 1) / 2) * pitch),
      };
    });
  });
  // Columns of one layer may stand side by side; layers need room for lines.
  const minWidth = Math.max(...columns) > 1 ? width * (tile + 2) : sizes.length * (tile + 18);
  return { places, tile, height, minWidth };
}

/** Beyond this many weights between two layers only the strongest are drawn. */
export const mostEdges = 256;

/** Strokes by strength: a line's width in pixels, for a weight of up to this share of the strongest. */
export const edgeWidths = [0.5, 1, 1.75, 2.75, 4] as const;

/** A weight as a line. Layers from 0, the first being that from the inputs. */
export interface Edge {
  readonly layer: number;
  readonly input: number;
  readonly output: number;
  readonly weight: number;
}

/** The weights to draw. A weight of 0, or none that is a number, has no line. */
export function edgesOf(layers: readonly Affine[]): Edge[] {
  return layers.flatMap(({ inputs, outputs, weights }, layer) => {
    const edges: Edge[] = [];
    const least = inputs * outputs > mostEdges ? strongest(weights, mostEdges) : 0;
    for (let output = 0; output < outputs; output++) {
      for (let input = 0; input < inputs; input++) {
        const weight = weights[output * inputs + input]!;
        const size = Math.abs(weight);
        if (size > 0 && size >= least) edges.push({ layer, input, output, weight });
      }
    }
    return edges;
  });
}

/** The magnitude that `count` of the weights reach. */
const strongest = (weights: Float64Array, count: number): number =>
  weights.map(Math.abs).sort().at(-count)!;

/**
 * The lines, one path for each sign and width: [negative or positive][width]. Widths grow with the weight
 * relative to a reference that moves in steps of two, so that a growing network does not redraw all.
 */
export function edgePaths(
  edges: readonly Edge[],
  { places }: Pick<NetworkLayout, 'places'>,
): string[][] {
  const paths = [0, 1].map(() => edgeWidths.map(() => ''));
  const most = edges.reduce((max, { weight }) => Math.max(max, Math.abs(weight)), 0);
  const reference = 2 ** Math.ceil(Math.log2(Math.max(most, 1e-9)));
  for (const { layer, input, output, weight } of edges) {
    const share = Math.abs(weight) / reference;
    const width = Math.min(edgeWidths.length - 1, Math.floor(share * edgeWidths.length));
    const from = places[layer]![input]!;
    const to = places[layer + 1]![output]!;
    paths[weight > 0 ? 1 : 0]![width]! += `M${from.x} ${from.y}L${to.x} ${to.y}`;
  }
  return paths;
}

/** The line next to a place in the drawing, within `reach` pixels; `scale`: pixels for one unit across. */
export function nearestEdge(
  edges: readonly Edge[],
  { places }: Pick<NetworkLayout, 'places'>,
  at: Place,
  scale: number,
  reach = 6,
): Edge | undefined {
  let best: Edge | undefined;
  let least = reach;
  for (const edge of edges) {
    const from = places[edge.layer]![edge.input]!;
    const to = places[edge.layer + 1]![edge.output]!;
    const [dx, dy] = [(to.x - from.x) * scale, to.y - from.y];
    const [px, py] = [(at.x - from.x) * scale, at.y - from.y];
    const along = (px * dx + py * dy) / (dx * dx + dy * dy);
    if (along < 0 || along > 1) continue;
    const distance = Math.hypot(px - along * dx, py - along * dy);
    if (distance < least) [best, least] = [edge, distance];
  }
  return best;
}
