/**
 * The three products of a dense layer with a batch, where training spends its time. They go four rows
 * at a time, so that fewer numbers are read and written, and no sum has to wait for its last addition.
 *
 * Numbers of a batch lie flat in [unit][example] order.
 */
import type { Affine } from './linear.ts';

/**
 * Applies the map to a whole batch: y = Wx + b for every example.
 *
 * @param x Flat, [input][example].
 * @param y Flat, [output][example]; overwritten.
 */
export function applyAffine(map: Affine, x: Float64Array, count: number, y: Float64Array): void {
  const { inputs, outputs, weights, biases } = map;
  for (let o = 0; o < outputs; o++) {
    const bias = biases[o]!;
    for (let at = o * count; at < (o + 1) * count; at++) y[at] = bias;
    addRows(x, inputs, count, weights, o * inputs, 1, y, o * count);
  }
}

/** The other way, without b: x = Wᵀy for every example; `x` is overwritten. */
export function applyTransposed(
  { inputs, outputs, weights }: Affine,
  y: Float64Array,
  count: number,
  x: Float64Array,
): void {
  for (let i = 0; i < inputs; i++) {
    for (let at = i * count; at < (i + 1) * count; at++) x[at] = 0;
    addRows(y, outputs, count, weights, i, inputs, x, i * count);
  }
}

/** W = yxᵀ and b = y, summed over the examples of a batch: overwrites the map. */
export function sumOuterProducts(
  y: Float64Array,
  x: Float64Array,
  count: number,
  { inputs, outputs, weights, biases }: Affine,
): void {
  for (let o = 0; o < outputs; o++) {
    const row = o * count;
    let bias = 0;
    for (let k = 0; k < count; k++) bias += y[row + k]!;
    biases[o] = bias;
    let i = 0;
    let w = o * inputs;
    for (; i + 3 < inputs; i += 4, w += 4) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let k = 0, at = i * count; k < count; k++, at++) {
        const slope = y[row + k]!;
        a += slope * x[at]!;
        b += slope * x[at + count]!;
        c += slope * x[at + 2 * count]!;
        d += slope * x[at + 3 * count]!;
      }
      weights[w] = a;
      weights[w + 1] = b;
      weights[w + 2] = c;
      weights[w + 3] = d;
    }
    for (; i < inputs; i++, w++) {
      let sum = 0;
      for (let k = 0, at = i * count; k < count; k++, at++) sum += y[row + k]! * x[at]!;
      weights[w] = sum;
    }
  }
}

/** Adds `rows` rows of numbers, each times its weight, to the row of `y` that begins at `row`. */
function addRows(
  x: Float64Array,
  rows: number,
  count: number,
  weights: Float64Array,
  /** The weight of the first row; the others follow at this distance. */
  first: number,
  distance: number,
  y: Float64Array,
  row: number,
): void {
  let r = 0;
  let w = first;
  for (; r + 3 < rows; r += 4, w += 4 * distance) {
    const a = weights[w]!;
    const b = weights[w + distance]!;
    const c = weights[w + 2 * distance]!;
    const d = weights[w + 3 * distance]!;
    for (let k = row, at = r * count; k < row + count; k++, at++) {
      y[k] =
        y[k]! + a * x[at]! + b * x[at + count]! + c * x[at + 2 * count]! + d * x[at + 3 * count]!;
    }
  }
  for (; r < rows; r++, w += distance) {
    const a = weights[w]!;
    for (let k = row, at = r * count; k < row + count; k++, at++) y[k]! += a * x[at]!;
  }
}
