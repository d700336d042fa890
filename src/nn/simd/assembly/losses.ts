/**
 * Losses, from rows of the output layer: z, the outputs o, their slopes do/dz, and the wanted outputs t. Lanes
 * behind the last example of a chunk count for nothing.
 */
import { exp, expInside, log1p, logFromOne } from './functions';
import { Layer } from './network';
import { add, choose, constant, greatest, least, mul, sub, VECTOR } from './vector';

/** What `Net.loss` can be, in the order of `losses` in `../support.ts`. */
export const SQUARED_ERROR = 0;
export const BINARY_CROSS_ENTROPY = 1;
export const CROSS_ENTROPY = 2;

/** 0, ½, 87; then 0, 1, 2, 3: the numbers of the lanes */
const NUMBERS = memory.data<f32>([0, 0.5, 87]);
const LANES = memory.data<i32>([0, 1, 2, 3], 16);

/** Which lanes of a vector belong to the first `count` examples. */
export function mask(count: i32): v128 {
  return i32x4.lt_s(v128.load(LANES), i32x4.splat(count));
}

/**
 * Writes ∂L/∂z of a chunk, times `scale`.
 *
 * @returns Not finite when a loss is not.
 */
export function lossGradient<W>(
  loss: i32,
  last: Layer,
  wanted: usize,
  count: i32,
  scale: f32,
): v128 {
  if (loss === CROSS_ENTROPY) softmax<W>(last);
  const factor = f32x4.splat(scale);
  let check = constant(NUMBERS, 0);
  const row = <usize>offsetof<W>() * VECTOR;
  for (let v: usize = 0; v < row; v += VECTOR, count -= 4) {
    const here = mask(count);
    const end = v + <usize>last.outputs * row;
    for (let at = v; at < end; at += row) {
      const difference = sub(v128.load(last.h + at), v128.load(wanted + at));
      let delta = v128.and(mul(difference, factor), here);
      if (loss === SQUARED_ERROR) {
        check = add(check, v128.and(mul(difference, difference), here));
        delta = mul(delta, v128.load(last.slope + at));
      } else {
        // These losses are finite as long as z is.
        const z = v128.and(v128.load(last.z + at), here);
        check = add(check, sub(z, z));
      }
      v128.store(last.delta + at, delta);
    }
  }
  return check;
}

/** The losses of a chunk, each the sum over the output units, added up by lanes. */
export function lossSum<W>(loss: i32, last: Layer, wanted: usize, count: i32): v128 {
  const row = <usize>offsetof<W>() * VECTOR;
  let total = constant(NUMBERS, 0);
  for (let v: usize = 0; v < row; v += VECTOR, count -= 4) {
    const end = v + <usize>last.outputs * row;
    let here = constant(NUMBERS, 0);
    if (loss === CROSS_ENTROPY) here = logOfSum(last.z + v, last.z + end, row);
    for (let at = v; at < end; at += row) {
      const t = v128.load(wanted + at);
      const z = v128.load(last.z + at);
      if (loss === SQUARED_ERROR) {
        const difference = sub(v128.load(last.h + at), t);
        here = add(here, mul(mul(difference, difference), constant(NUMBERS, 1)));
      } else if (loss === BINARY_CROSS_ENTROPY) {
        // −t ln σ(z) − (1 − t) ln(1 − σ(z)), rearranged so that nothing overflows.
        const u = expInside(f32x4.neg(least(f32x4.abs(z), constant(NUMBERS, 2))));
        const ramp = sub(greatest(z, constant(NUMBERS, 0)), mul(z, t));
        here = add(here, add(ramp, log1p(u)));
      } else {
        // Only the right class has t = 1.
        here = sub(here, mul(z, t));
      }
    }
    total = add(total, v128.and(here, mask(count)));
  }
  return total;
}

/** The greatest of the numbers at `from`, `from` + `row`, … */
function top(from: usize, end: usize, row: usize): v128 {
  let most = v128.load(from);
  for (let at = from; at < end; at += row) most = greatest(v128.load(at), most);
  return most;
}

/** ln Σ e^z over the units. */
function logOfSum(from: usize, end: usize, row: usize): v128 {
  const most = top(from, end, row);
  let total = constant(NUMBERS, 0);
  for (let at = from; at < end; at += row) total = add(total, exp(sub(v128.load(at), most)));
  return add(logFromOne(total), most);
}

/** o = e^z/Σ e^z over the units, relative to the greatest so that nothing overflows. */
export function softmax<W>(last: Layer): void {
  const row = <usize>offsetof<W>() * VECTOR;
  for (let v: usize = 0; v < row; v += VECTOR) {
    const end = v + <usize>last.outputs * row;
    const most = top(last.z + v, last.z + end, row);
    let total = constant(NUMBERS, 0);
    for (let at = v; at < end; at += row) {
      const e = exp(sub(v128.load(last.z + at), most));
      v128.store(last.h + at, e);
      total = add(total, e);
    }
    for (let at = v; at < end; at += row)
      v128.store(last.h + at, f32x4.div(v128.load(last.h + at), total));
  }
}

/**
 * How many examples of a chunk are given their class: by a single unit, above `threshold` class 1; of several,
 * by the one with the greatest z, the first of equal ones.
 */
export function hits<W>(last: Layer, classes: usize, threshold: f32, count: i32): i32 {
  const row = <usize>offsetof<W>() * VECTOR;
  const one = f32x4.splat(1);
  let right = 0;
  for (let v: usize = 0; v < row; v += VECTOR, count -= 4) {
    let answer = v128.and(f32x4.gt(v128.load(last.z + v), f32x4.splat(threshold)), one);
    if (last.outputs > 1) {
      answer = f32x4.splat(0);
      let best = v128.load(last.z + v);
      for (let u = 1; u < last.outputs; u++) {
        const z = v128.load(last.z + v + <usize>u * row);
        answer = choose(f32x4.gt(z, best), f32x4.splat(<f32>u), answer);
        best = greatest(best, z);
      }
    }
    const same = v128.and(f32x4.eq(answer, v128.load(classes + v)), mask(count));
    right += popcnt(i32x4.bitmask(same));
  }
  return right;
}
