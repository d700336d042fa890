/**
 * Normalization of a layer's pre-activations before the activation function: mean 0 and variance 1,
 * then a gain and a shift that are learned, z = γâ + β with â = (a − mean)/√(variance + ε).
 *
 * `layer` (Ba and others, 2016) takes mean and variance over the units of each example. `batch` (Ioffe
 * and Szegedy, 2015) takes them over the examples of a mini-batch for each unit while training, and
 * running averages of them at all other times. Both as in PyTorch, whose defaults ε and momentum are.
 * A layer of a single unit is left with nothing but its shift by `layer`.
 */

export const normalizationIds = ['none', 'layer', 'batch'] as const;
export type NormalizationId = (typeof normalizationIds)[number];

export const EPSILON = 1e-5;

/** How far the running averages of `batch` move towards each mini-batch. */
export const MOMENTUM = 0.1;

/** The numbers of one normalized layer, one per unit. */
export interface Normalization {
  readonly gain: Float64Array;
  readonly shift: Float64Array;
  /** Of `batch` only: running averages. They are not trained, their gradient is 0. */
  readonly mean?: Float64Array;
  readonly variance?: Float64Array;
}

/** What a forward pass leaves behind for the backward pass. */
export interface NormalizationTrace {
  /** â, [unit][example]. */
  readonly normal: Float64Array;
  /** 1/√(variance + ε): for each example (`layer`) or each unit (`batch`). */
  readonly inverse: Float64Array;
  /** Mean and variance depend on the batch, so that gradients flow through them, too. */
  live: boolean;
}

export const createNormalizationTrace = (units: number, capacity: number): NormalizationTrace => ({
  normal: new Float64Array(units * capacity),
  inverse: new Float64Array(Math.max(units, capacity)),
  live: false,
});

/** Numbers of a batch in [unit][example] order, normalized along one of the two. */
interface Grid {
  readonly units: number;
  readonly count: number;
}

/**
 * Normalizes in place: a becomes z.
 *
 * A mini-batch of one example has no variance: `batch` then uses, and keeps, its running averages, as
 * when not training. (PyTorch refuses such a batch.)
 *
 * @param training Only `batch` cares: statistics of this batch, and running averages that follow it.
 */
export function normalize(
  { gain, shift, mean, variance }: Normalization,
  a: Float64Array,
  { units, count }: Grid,
  training: boolean,
  trace: NormalizationTrace,
): void {
  const { normal, inverse } = trace;
  trace.live = !mean || (training && count > 1);
  if (!mean || !variance) {
    for (let k = 0; k < count; k++) {
      const centre = meanOf(a, k, count, units);
      const spread = varianceOf(a, k, count, units, centre);
      inverse[k] = standardize(a, k, count, units, centre, spread, normal);
    }
  } else {
    for (let u = 0; u < units; u++) {
      const centre = trace.live ? meanOf(a, u * count, 1, count) : mean[u]!;
      const spread = trace.live ? varianceOf(a, u * count, 1, count, centre) : variance[u]!;
      inverse[u] = standardize(a, u * count, 1, count, centre, spread, normal);
      if (!trace.live) continue;
      mean[u]! += MOMENTUM * (centre - mean[u]!);
      // The average is one of unbiased estimates.
      variance[u]! += MOMENTUM * ((spread * count) / (count - 1) - variance[u]!);
    }
  }
  for (let u = 0; u < units; u++)
    for (let at = u * count; at < (u + 1) * count; at++) a[at] = gain[u]! * normal[at]! + shift[u]!;
}

/** The mean of `length` numbers of `a`: one every `stride`, from `start`. */
function meanOf(a: Float64Array, start: number, stride: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += a[start + k * stride]!;
  return sum / length;
}

/** The mean of their squared distances from `centre`. */
function varianceOf(
  a: Float64Array,
  start: number,
  stride: number,
  length: number,
  centre: number,
): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (a[start + k * stride]! - centre) ** 2;
  return sum / length;
}

/** (a − centre)/√(spread + ε) for the same numbers, into `normal`. Gives 1/√(spread + ε). */
function standardize(
  a: Float64Array,
  start: number,
  stride: number,
  length: number,
  centre: number,
  spread: number,
  normal: Float64Array,
): number {
  const inverse = 1 / Math.sqrt(spread + EPSILON);
  for (let k = 0; k < length; k++) {
    const at = start + k * stride;
    normal[at] = (a[at]! - centre) * inverse;
  }
  return inverse;
}

/**
 * The chain rule, in place: δ = ∂L/∂z becomes ∂L/∂a, for the batch of the last forward pass.
 *
 * @param gradient Its gain and shift are overwritten with ∂L/∂γ and ∂L/∂β.
 */
export function normalizeBackward(
  { gain, mean }: Normalization,
  delta: Float64Array,
  { units, count }: Grid,
  { normal, inverse, live }: NormalizationTrace,
  gradient: Normalization,
): void {
  for (let u = 0; u < units; u++) {
    let [sum, product] = [0, 0];
    for (let at = u * count; at < (u + 1) * count; at++) {
      sum += delta[at]!;
      product += delta[at]! * normal[at]!;
      delta[at]! *= gain[u]!;
    }
    gradient.shift[u] = sum;
    gradient.gain[u] = product;
  }
  if (!live) {
    for (let u = 0; u < units; u++)
      for (let at = u * count; at < (u + 1) * count; at++) delta[at]! *= inverse[u]!;
  } else if (mean) {
    for (let u = 0; u < units; u++) unstandardize(delta, normal, inverse[u]!, u * count, 1, count);
  } else {
    for (let k = 0; k < count; k++) unstandardize(delta, normal, inverse[k]!, k, count, units);
  }
}

/** ∂L/∂a = (δ − mean of δ − â · mean of δâ)/√(variance + ε), along one row as in `standardize`. */
function unstandardize(
  delta: Float64Array,
  normal: Float64Array,
  inverse: number,
  start: number,
  stride: number,
  length: number,
): void {
  let [sum, product] = [0, 0];
  for (let k = 0; k < length; k++) {
    const at = start + k * stride;
    sum += delta[at]!;
    product += delta[at]! * normal[at]!;
  }
  for (let k = 0; k < length; k++) {
    const at = start + k * stride;
    delta[at] = inverse * (delta[at]! - (sum + normal[at]! * product) / length);
  }
}
