/** The two layers of the collapse figure: their numbers as state, and the maps they make. */
import type { Affine } from '#nn/linear.ts';
import { compose } from '#nn/linear.ts';
import { applyAffine } from '#nn/products.ts';
import type { Curve } from '#figures/curve.ts';
import { reachOf, type PlaneMap } from '#figures/plane.ts';
import { formatSetting } from '#i18n/numbers.ts';
import type { Fields, State } from '#state/fragment.ts';

/** Names of the numbers of one layer in reading order: W by rows, then b. */
export const cells = (layer: 1 | 2) =>
  ['11', '12', '21', '22', 'b1', 'b2'].map((place) => `w${layer}${place}`);

const initial: Record<1 | 2, readonly number[]> = {
  1: [1.1, 0.7, -0.4, 0.8, 0.3, 0.2],
  2: [0.6, -1, 0.9, 0.5, -0.2, 0.1],
};

/** Functions a reader can put between the layers. */
export const bends = ['identity', 'relu', 'leaky-relu', 'tanh', 'sigmoid', 'sine'] as const;

export const collapseFields = (bend: string): Fields => ({
  ...Object.fromEntries(
    ([1, 2] as const).flatMap((layer) =>
      cells(layer).map((name, i) => [
        name,
        { kind: 'number', initial: initial[layer][i]!, min: -3, max: 3 },
      ]),
    ),
  ),
  bend: { kind: 'choice', initial: bend, options: bends },
});

const layerOf = (state: State, layer: 1 | 2): Affine => {
  const [a, b, c, d, e, f] = cells(layer).map((name) => Number(state[name]));
  return {
    inputs: 2,
    outputs: 2,
    weights: Float64Array.of(a!, b!, c!, d!),
    biases: Float64Array.of(e!, f!),
  };
};

const mapOf =
  (affine: Affine): PlaneMap =>
  (point) => {
    const y = new Float64Array(2);
    applyAffine(affine, Float64Array.from(point), 1, y);
    return [y[0]!, y[1]!];
  };

/** Every map of the figure. `single` is W₂W₁x + W₂b₁ + b₂, whatever stands between the layers. */
export function collapseMaps(state: State, { f }: Curve) {
  const [one, two] = [layerOf(state, 1), layerOf(state, 2)];
  const first = mapOf(one);
  const second = mapOf(two);
  const product = compose(one, two);
  const bent: PlaneMap = (point) => first(point).map(f) as [number, number];
  return {
    product,
    input: ((point) => [...point]) as PlaneMap,
    first: bent,
    second: ((point) => second(bent(point))) as PlaneMap,
    single: mapOf(product),
  };
}

export const panels = ['input', 'first', 'second', 'single'] as const;
export type Panel = (typeof panels)[number];

/** Every frame goes so far in every direction; where an image leaves it, further, in steps. */
const least = 2.4;
const step = 0.6;

/**
 * How far the frame of each panel goes. The input stands still; the other panels, which are there to be
 * compared, go as far as the furthest of their images.
 */
export function framesOf(maps: Record<Panel, PlaneMap>): Record<Panel, number> {
  const furthest = Math.max(...panels.map((panel) => reachOf(maps[panel])));
  const steps = Math.ceil(Math.max(0, furthest - least) / step);
  const shared = Math.round(10 * (least + step * steps)) / 10;
  return { input: least, first: shared, second: shared, single: shared };
}

/** Once frames differ each says how far it goes: nobody takes a wider view for a smaller image. */
export const frameLabels = (frames: Record<Panel, number>): Record<Panel, string> => {
  const differ = new Set(Object.values(frames)).size > 1;
  const label = (panel: Panel) => (differ ? `±${formatSetting(frames[panel])}` : '');
  return Object.fromEntries(panels.map((panel) => [panel, label(panel)])) as Record<Panel, string>;
};
