/** Output units: what becomes of the pre-activations of the last layer. */
import { activations, type ElementwiseId } from '#activations/index.ts';
import type { Elementwise } from '#activations/types.ts';

export interface OutputUnit {
  /** What the output should be for `no` and for `yes`, in this unit's own terms. */
  readonly targets: readonly [no: number, yes: number];
  /**
   * The pre-activation at which a single unit is undecided between two classes: half-way between its
   * own targets, or at probability ½. Absent where one unit cannot tell two classes.
   */
  readonly middle?: { readonly own: number; readonly probabilities: number };
  /** The output for one pre-activation. Absent where it depends on those of other units. */
  readonly output?: (z: number) => number;
  /**
   * o from z.
   *
   * @param z [unit][example].
   * @param o The same; overwritten. May not be `z` itself.
   */
  activate(z: Float64Array, units: number, count: number, o: Float64Array): void;
  /** The chain rule, in place: δ = ∂L/∂o becomes ∂L/∂z. */
  chain(z: Float64Array, o: Float64Array, units: number, count: number, delta: Float64Array): void;
}

function elementwise(
  id: ElementwiseId,
  targets: readonly [number, number],
  middle: { readonly own: number; readonly probabilities: number },
) {
  const { f, df, slopeFrom }: Elementwise = activations[id];
  const none = {};
  return {
    targets,
    middle,
    output: (z) => f(z, none),
    activate(z, units, count, o) {
      for (let k = 0; k < units * count; k++) o[k] = f(z[k]!, none);
    },
    chain(z, o, units, count, delta) {
      for (let k = 0; k < units * count; k++)
        delta[k]! *= slopeFrom ? slopeFrom(o[k]!, none) : df(z[k]!, none);
    },
  } satisfies OutputUnit;
}

/** pᵢ = e^{zᵢ}/Σⱼ e^{zⱼ} for every example, relative to its largest entry so that nothing overflows. */
const softmax: OutputUnit = {
  targets: [0, 1],
  activate(z, units, count, o) {
    for (let k = 0; k < count; k++) {
      let top = -Infinity;
      for (let u = 0; u < units; u++) top = Math.max(top, z[u * count + k]!);
      let total = 0;
      for (let u = 0; u < units; u++) total += o[u * count + k] = Math.exp(z[u * count + k]! - top);
      for (let u = 0; u < units; u++) o[u * count + k]! /= total;
    }
  },
  // ∂pᵢ/∂zⱼ = pᵢ(δᵢⱼ − pⱼ), so ∂L/∂zⱼ = pⱼ(∂L/∂pⱼ − Σᵢ pᵢ ∂L/∂pᵢ).
  chain(_z, o, units, count, delta) {
    for (let k = 0; k < count; k++) {
      let mean = 0;
      for (let u = 0; u < units; u++) mean += o[u * count + k]! * delta[u * count + k]!;
      for (let u = 0; u < units; u++) {
        const at = u * count + k;
        delta[at] = o[at]! * (delta[at]! - mean);
      }
    }
  },
};

export const outputs = {
  identity: elementwise('identity', [-1, 1], { own: 0, probabilities: 0.5 }),
  tanh: elementwise('tanh', [-1, 1], { own: 0, probabilities: Math.atanh(0.5) }),
  sigmoid: elementwise('sigmoid', [0, 1], { own: 0, probabilities: 0 }),
  relu: elementwise('relu', [0, 1], { own: 0.5, probabilities: 0.5 }),
  softmax,
} as const satisfies Record<string, OutputUnit>;

export type OutputId = keyof typeof outputs;
