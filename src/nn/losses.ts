/**
 * Losses of a two-class network with one output unit, as functions of that unit's pre-activation z.
 * The output function belongs to the loss, because backpropagation starts from ∂L/∂z. With each of
 * them z > 0 stands for class 1, so z = 0 is the decision boundary.
 */
import { bind, getActivation } from '#activations/index.ts';

export interface Loss {
  /** What the output should be for class 0 and for class 1. */
  readonly targets: readonly [number, number];
  /** The output o of the network. */
  output(z: number): number;
  /** The loss of one example. Finite unless z is not, or its square overflows. */
  loss(z: number, target: number): number;
  /** ∂loss/∂z. */
  gradient(z: number, target: number): number;
}

const sigmoid = bind(getActivation('sigmoid'));
const tanh = bind(getActivation('tanh'));

const squaredError = (o: number, target: number) => 0.5 * (o - target) ** 2;

export const losses = {
  /** −ln p of the right class, where p = σ(z) is the probability of class 1; z is the logit. */
  'binary-cross-entropy': {
    targets: [0, 1],
    output: (z) => sigmoid.f(z),
    // −t ln σ(z) − (1 − t) ln(1 − σ(z)), rearranged so that the exponential cannot overflow.
    loss: (z, target) => Math.max(z, 0) - z * target + Math.log1p(Math.exp(-Math.abs(z))),
    gradient: (z, target) => sigmoid.f(z) - target,
  },
  /** ½(o − t)² with o = z, as in regression. */
  'squared-error': {
    targets: [-1, 1],
    output: (z) => z,
    loss: squaredError,
    gradient: (z, target) => z - target,
  },
  /** ½(o − t)² with o = tanh z, as in the TensorFlow Playground. */
  'squared-error-tanh': {
    targets: [-1, 1],
    output: (z) => tanh.f(z),
    loss: (z, target) => squaredError(tanh.f(z), target),
    gradient: (z, target) => (tanh.f(z) - target) * tanh.df(z),
  },
} as const satisfies Record<string, Loss>;

export type LossId = keyof typeof losses;

/** The loss of a batch: the mean over its examples. */
export function meanLoss(
  { loss, targets }: Loss,
  z: Float64Array,
  labels: Uint8Array,
  count: number,
): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += loss(z[k]!, targets[labels[k]!]!);
  return sum / count;
}

/** Writes ∂L/∂z of every example into `delta`. L is the mean, so each has a share of 1/count. */
export function meanLossGradient(
  { gradient, targets }: Loss,
  z: Float64Array,
  labels: Uint8Array,
  count: number,
  delta: Float64Array,
): void {
  for (let k = 0; k < count; k++) delta[k] = gradient(z[k]!, targets[labels[k]!]!) / count;
}

/** The share of examples on the right side of the decision boundary; z = 0 counts as class 0. */
export function accuracy(z: Float64Array, labels: Uint8Array, count: number): number {
  let right = 0;
  for (let k = 0; k < count; k++) if (z[k]! > 0 === (labels[k] === 1)) right++;
  return right / count;
}
