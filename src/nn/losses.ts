/** Losses: how far outputs are from their targets. */

/** Outputs that are read as probabilities are kept this far from 0 and 1, as Keras does. */
export const CLIP = 1e-7;

const clip = (p: number) => Math.min(1 - CLIP, Math.max(CLIP, p));

/** A derivative that is taken through `clip` is 0 where it cuts off. */
const inside = (p: number) => p > CLIP && p < 1 - CLIP;

export interface Loss {
  /**
   * What a class asks of the outputs: `probabilities` 0 and 1 whatever the output unit, or the
   * unit's `own` targets, which are ±1 for tanh.
   */
  readonly asks: 'own' | 'probabilities';
  /** Whether every class has an output unit of its own even when there are only two. */
  readonly unitPerClass: boolean;
  /** What one output adds to the loss of its example. Finite unless o² overflows or o is NaN. */
  loss(o: number, target: number): number;
  /** ∂loss/∂o. */
  slope(o: number, target: number): number;
}

export const losses = {
  /** ½(o − t)², summed over the output units. */
  'squared-error': {
    asks: 'own',
    unitPerClass: false,
    loss: (o, target) => 0.5 * (o - target) ** 2,
    slope: (o, target) => o - target,
  },
  /**
   * −t ln p − (1 − t) ln(1 − p), summed over the output units, where the output p is the probability
   * of yes.
   */
  'binary-cross-entropy': {
    asks: 'probabilities',
    unitPerClass: false,
    loss: (o, target) => -target * Math.log(clip(o)) - (1 - target) * Math.log(1 - clip(o)),
    slope: (o, target) => (inside(o) ? (o - target) / (o * (1 - o)) : Number.isNaN(o) ? NaN : 0),
  },
  /**
   * −ln p of the right class: Σ −t ln p over the output units, of which only that one has t = 1. Every
   * output is taken as it stands; Keras would divide them by their sum first.
   */
  'cross-entropy': {
    asks: 'probabilities',
    unitPerClass: true,
    loss: (o, target) => (target === 0 ? 0 * o : -target * Math.log(clip(o))),
    slope: (o, target) => (inside(o) ? -target / o : Number.isNaN(o) ? NaN : 0),
  },
} as const satisfies Record<string, Loss>;

export type LossId = keyof typeof losses;
