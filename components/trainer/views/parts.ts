/** What the views share: names of layers and units, and the functions of a setup's layers. */
import { bind } from '#activations/index.ts';
import { formatNumber, formatSetting, superscript } from '#i18n/numbers.ts';
import { activationFunction } from '#nn/kernels.ts';
import { activationsOf, type TrainingSetup } from '#nn/setup.ts';
import type { Say } from '../words.ts';

/** `layer 2`, `output`; layers from 0. */
export const layerName = (layer: number, layers: number, say: Say): string =>
  layer === layers - 1 ? say('outputLayer') : say('layer', { layer: layer + 1 });

/** `layer 2, unit 3`; both from 0. A single output unit is just the output. */
export const unitName = (
  layer: number,
  unit: number,
  sizes: readonly number[],
  say: Say,
): string => {
  const name = layerName(layer, sizes.length, say);
  const only = layer === sizes.length - 1 && sizes[layer] === 1;
  return only ? name : say('unit', { layer: name, unit: unit + 1 });
};

/** `3, 5, 8 and 12 more` */
export function listed(items: readonly string[], say: Say, most = 8): string {
  if (items.length <= most + 1) return items.join(', ');
  const list = items.slice(0, most).join(', ');
  return say('list.more', { list, count: items.length - most });
}

/**
 * Three significant digits; with a power of ten where there would be many zeros: 0.0213, 5.97 · 10⁻⁴.
 *
 * @param digits Significant digits before a power of ten.
 */
export function short(value: number, digits = 3): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return formatNumber(value);
  if (value === 0 || (size >= 0.001 && size < 1e6))
    return formatSetting(Number(value.toPrecision(3)));
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
  return `${formatSetting(Number(mantissa))} · 10${superscript(Number(exponent))}`;
}

export const percent = (share: number, say: Say): string =>
  say('percent', { value: formatNumber(100 * share, 0) });

/** The function of a hidden layer. */
export interface LayerFunction {
  /** Of the registry; `own` for a reader's own formula. */
  readonly id: string;
  readonly name: string;
  readonly slope: (z: number) => number;
  /** Learned parameters as they are now: `α = 0.25`; empty where there are none. */
  readonly learned: string;
}

/** The functions of the hidden layers, with learned parameters as they are now. */
export function layerFunctions(
  setup: TrainingSetup,
  learned: readonly Readonly<Record<string, number>>[] = [],
): LayerFunction[] {
  return activationsOf(setup).map((ref, layer) => {
    const activation = activationFunction(ref);
    const { df, parameters } = bind(activation, { ...ref.parameters, ...learned[layer] });
    const symbols = Object.keys(learned[layer] ?? {}).map(
      (name) => `${activation.parameters[name]!.symbol} = ${formatNumber(parameters[name]!)}`,
    );
    return { id: ref.id, name: activation.name, slope: df, learned: symbols.join(', ') };
  });
}

/** Calls back at once, and then at most once a second; the last call is never lost. */
export function seldom(action: () => void, every = 1000): () => void {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const act = () => {
    timer = undefined;
    last = performance.now();
    action();
  };
  return () => {
    if (timer !== undefined) return;
    const wait = last + every - performance.now();
    if (wait <= 0) act();
    else timer = setTimeout(act, wait);
  };
}

/** Writing the same text again would make the browser lay out the page for nothing. */
export function setText(place: Element, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
