/** What the softmax figure shows, and the state that its address can hold. */
import { getActivation } from '#activations/index.ts';
import type { Fields, State } from '#state/fragment.ts';

export const logitRange = { min: -5, max: 10, step: 0.01 } as const;
export const temperatureRange = { min: 0.1, max: 10, step: 0.1 } as const;

export const readLogits = (text: string): number[] => text.split(/\s+/).filter(Boolean).map(Number);

export const softmaxFields = (logits: readonly number[]): Fields => ({
  ...Object.fromEntries(
    logits.map((initial, k) => [
      `z${k + 1}`,
      { kind: 'number', initial, min: logitRange.min, max: logitRange.max } as const,
    ]),
  ),
  T: { kind: 'number', initial: 1, min: temperatureRange.min, max: temperatureRange.max },
});

export const logitsOf = (state: State): number[] =>
  Object.keys(state)
    .filter((name) => name.startsWith('z'))
    .map((name) => Number(state[name]));

const softmax = getActivation('softmax');
const sigmoid = getActivation('sigmoid');

export interface SoftmaxReading {
  readonly p: readonly number[];
  /** Sigmoids of the same logits, for comparison. */
  readonly sigma: readonly number[];
  readonly sigmaSum: number;
  /** From 0. */
  readonly winner: number;
}

export function readingOf(state: State): SoftmaxReading {
  const z = logitsOf(state).map((logit) => logit / Number(state['T']));
  const p = softmax.f(z);
  const sigma = z.map((logit) => sigmoid.f(logit, {}));
  return {
    p,
    sigma,
    sigmaSum: sigma.reduce((a, b) => a + b, 0),
    winner: p.indexOf(Math.max(...p)),
  };
}
