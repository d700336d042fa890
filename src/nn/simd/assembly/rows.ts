/**
 * The products of a dense layer, on rows: the numbers of one unit for a chunk of examples, one to four
 * vectors wide. Every function is compiled for each width, so that a row stays in registers.
 */
import { Squash } from './squashers';
import { add, mul, mulAdd, sub, sums, total } from './vector';

// A width is a type, which has as many bytes as a row has vectors.
@unmanaged
export class One {
  a: u8;
}
@unmanaged
export class Two extends One {
  b: u8;
}
@unmanaged
export class Three extends Two {
  c: u8;
}
@unmanaged
export class Four extends Three {
  d: u8;
}

/** What the biases of `propagate` are. */
const ZERO = memory.data<f32>([0]);

/** y = Wx + b. `stride` is the bytes from one row of weights to the next; a bias follows its weights. */
export function affine<W>(
  x: usize,
  inputs: i32,
  w: usize,
  stride: usize,
  y: usize,
  outputs: i32,
): void {
  const bias = w + ((<usize>inputs) << 2);
  Rows.product<W>(y, outputs, x, inputs, w, stride, 4, bias, stride, 0, false, 0, 0);
}

/** The same, and the activations and slopes of tanh, with no way through memory in between. */
export function affineTanh<W>(
  x: usize,
  inputs: i32,
  w: usize,
  stride: usize,
  z: usize,
  outputs: i32,
  h: usize,
  slope: usize,
): void {
  const bias = w + ((<usize>inputs) << 2);
  Rows.product<W>(z, outputs, x, inputs, w, stride, 4, bias, stride, 0, true, h, slope);
}

/** The gradient below a layer and its activation: Wᵀδ, times the slopes of the activation. */
export function propagate<W>(
  delta: usize,
  outputs: i32,
  w: usize,
  stride: usize,
  slope: usize,
  below: usize,
  inputs: i32,
): void {
  Rows.product<W>(below, inputs, delta, outputs, w, 4, stride, ZERO, 0, slope, false, 0, 0);
}

/** Stores a row, times `factor` unless that is 0. */
function finish<W>(to: usize, factor: usize, a: v128, b: v128, c: v128, d: v128): void {
  if (factor) {
    a = mul(a, v128.load(factor));
    if (offsetof<W>() > 1) b = mul(b, v128.load(factor, 16));
    if (offsetof<W>() > 2) c = mul(c, v128.load(factor, 32));
    if (offsetof<W>() > 3) d = mul(d, v128.load(factor, 48));
  }
  v128.store(to, a);
  if (offsetof<W>() > 1) v128.store(to, b, 16);
  if (offsetof<W>() > 2) v128.store(to, c, 32);
  if (offsetof<W>() > 3) v128.store(to, d, 48);
}

/** The products of a row with another, not yet summed. */
function dot<W>(x: usize, d0: v128, d1: v128, d2: v128, d3: v128): v128 {
  let a = mul(d0, v128.load(x));
  if (offsetof<W>() > 1) a = mulAdd(d1, v128.load(x, 16), a);
  if (offsetof<W>() > 2) a = mulAdd(d2, v128.load(x, 32), a);
  if (offsetof<W>() > 3) a = mulAdd(d3, v128.load(x, 48), a);
  return a;
}

/** Compiled anew wherever they are called: a call would take as long as what it is for. */
export class Rows {
  /**
   * Row u of `to` becomes start(u) + Σ weight(u, t) · row t of `from`, times row u of `factor` unless that is 0.
   * Two rows at a time share what is loaded.
   *
   * @param unit Bytes from one weight of a row t to the next.
   * @param term Bytes from one weight of a sum to the next.
   * @param bent Whether tanh of the sums goes to h, and its slope to `slope`.
   */
  @inline
  static product<W>(
    to: usize,
    units: i32,
    from: usize,
    terms: i32,
    w: usize,
    unit: usize,
    term: usize,
    start: usize,
    startStep: usize,
    factor: usize,
    bent: bool,
    h: usize,
    slope: usize,
  ): void {
    const row: usize = offsetof<W>() << 4;
    const end = from + <usize>terms * row;
    let u = units;
    for (; u > 1; u -= 2) {
      let a0 = v128.load32_splat(start);
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      start += startStep;
      let b0 = v128.load32_splat(start);
      let b1 = b0;
      let b2 = b0;
      let b3 = b0;
      start += startStep;
      let at = w;
      for (let x = from; x < end; x += row) {
        const wa = v128.load32_splat(at);
        const wb = v128.load32_splat(at + unit);
        at += term;
        const x0 = v128.load(x);
        a0 = mulAdd(wa, x0, a0);
        b0 = mulAdd(wb, x0, b0);
        if (offsetof<W>() > 1) {
          const x1 = v128.load(x, 16);
          a1 = mulAdd(wa, x1, a1);
          b1 = mulAdd(wb, x1, b1);
        }
        if (offsetof<W>() > 2) {
          const x2 = v128.load(x, 32);
          a2 = mulAdd(wa, x2, a2);
          b2 = mulAdd(wb, x2, b2);
        }
        if (offsetof<W>() > 3) {
          const x3 = v128.load(x, 48);
          a3 = mulAdd(wa, x3, a3);
          b3 = mulAdd(wb, x3, b3);
        }
      }
      w += 2 * unit;
      if (bent) {
        Squash.tanhRows<W>(h, slope, row, a0, a1, a2, a3, b0, b1, b2, b3);
        // In hidden layers f(z) takes the place of z.
        if (to === h) {
          to += 2 * row;
          h = to;
          slope += 2 * row;
          continue;
        }
        h += 2 * row;
        slope += 2 * row;
      }
      finish<W>(to, factor, a0, a1, a2, a3);
      if (factor) factor += row;
      finish<W>(to + row, factor, b0, b1, b2, b3);
      if (factor) factor += row;
      to += 2 * row;
    }
    if (u) {
      let a0 = v128.load32_splat(start);
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      for (let x = from; x < end; x += row) {
        const wa = v128.load32_splat(w);
        w += term;
        a0 = mulAdd(wa, v128.load(x), a0);
        if (offsetof<W>() > 1) a1 = mulAdd(wa, v128.load(x, 16), a1);
        if (offsetof<W>() > 2) a2 = mulAdd(wa, v128.load(x, 32), a2);
        if (offsetof<W>() > 3) a3 = mulAdd(wa, v128.load(x, 48), a3);
      }
      if (bent) Squash.tanhRow<W>(h, slope, a0, a1, a2, a3);
      if (!bent || to !== h) finish<W>(to, factor, a0, a1, a2, a3);
    }
  }

  /**
   * Adds δxᵀ to the gradient of the weights, which lies like the weights, and δ to that of the biases. Four sums
   * over the examples at a time: the last of a row of weights take the bias with them.
   *
   * @returns 0 in all lanes, or NaN in one when what comes out is not finite.
   */
  @inline
  static gradient<W>(delta: usize, outputs: i32, x: usize, inputs: i32, g: usize): v128 {
    const row: usize = offsetof<W>() << 4;
    const rest = inputs & 3;
    const end = x + <usize>(inputs - rest) * row;
    let check = f32x4.splat(0);
    for (; outputs > 0; outputs--) {
      const d0 = v128.load(delta);
      const d1 = offsetof<W>() > 1 ? v128.load(delta, 16) : d0;
      const d2 = offsetof<W>() > 2 ? v128.load(delta, 32) : d0;
      const d3 = offsetof<W>() > 3 ? v128.load(delta, 48) : d0;
      delta += row;
      let at = x;
      for (; at < end; at += 4 * row) {
        const a = dot<W>(at, d0, d1, d2, d3);
        const b = dot<W>(at + row, d0, d1, d2, d3);
        const c = dot<W>(at + 2 * row, d0, d1, d2, d3);
        const d = dot<W>(at + 3 * row, d0, d1, d2, d3);
        const sum = add(v128.load(g), sums(a, b, c, d));
        v128.store(g, sum);
        check = add(check, sub(sum, sum));
        g += 16;
      }
      let bias = d0;
      if (offsetof<W>() > 1) bias = add(bias, d1);
      if (offsetof<W>() > 2) bias = add(bias, d2);
      if (offsetof<W>() > 3) bias = add(bias, d3);
      if (rest) {
        const none = f32x4.splat(0);
        const a = dot<W>(at, d0, d1, d2, d3);
        const b = rest > 1 ? dot<W>(at + row, d0, d1, d2, d3) : bias;
        const c = rest > 2 ? dot<W>(at + 2 * row, d0, d1, d2, d3) : rest > 1 ? bias : none;
        const d = rest > 2 ? bias : none;
        const sum = add(v128.load(g), sums(a, b, c, d));
        v128.store(g, sum);
        check = add(check, sub(sum, sum));
      } else {
        // As a whole vector: a store of one lane would hold up the next load of all four.
        const alone = f32x4.replace_lane(f32x4.splat(0), 0, total(bias));
        const sum = add(v128.load(g), alone);
        v128.store(g, sum);
        check = add(check, sub(sum, sum));
      }
      g += 16;
    }
    return check;
  }
}
