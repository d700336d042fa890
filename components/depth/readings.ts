/** What the depth meter says in numbers. */
import { getActivation, type ElementwiseId } from '#activations/index.ts';
import type { DepthSignal } from '#depth/signal.ts';
import { formatNumber, formatSize } from '#i18n/numbers.ts';
import type { State } from '#state/fragment.ts';
import { gainOf } from './depth-state.ts';

export type Say = (key: string, values?: Record<string, string | number>) => string;

const reading = (value: number, say: Say): string =>
  value === 0 ? say('nothing') : Number.isFinite(value) ? formatSize(value) : say('overflow');

/** The numbers beside the picture, by the name of their place. */
export const readings = ({ size, contrast, gradient }: DepthSignal, say: Say) => ({
  size: reading(size.at(-1)!, say),
  contrast: reading(contrast.at(-1)!, say),
  gradient: reading(gradient[0]!, say),
});

export const gainText = (state: State): string => formatNumber(gainOf(state), 2);

/** All of it in a sentence. */
export const spoken = (state: State, signal: DepthSignal, say: Say): string =>
  say('spoken', {
    activation: getActivation(state['activation'] as ElementwiseId).name,
    depth: String(state['depth']),
    gain: gainText(state),
    ...readings(signal, say),
  });

/** Rows for the file and, as texts, for the table: layer, size, differences, gradient. */
export const rowsOf = ({ size, contrast, gradient }: DepthSignal): number[][] =>
  size.map((value, layer) => [layer, value, contrast[layer]!, gradient[layer]!]);

export const rowTexts = (signal: DepthSignal): string[][] =>
  rowsOf(signal).map(([layer, ...values]) => [
    String(layer),
    ...values.map((value) => formatSize(value)),
  ]);
