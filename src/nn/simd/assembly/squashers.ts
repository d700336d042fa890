/**
 * The sigmoid and tanh, which are one curve: σ(z) = ½ + ½ tanh(z/2). They are the most used of all that are not
 * made of straight lines, so what does not change is taken out of the loop.
 */
import { add, greatest, least, mul, mulAdd, sub, VECTOR } from './vector';

/**
 * The bounds of z; n and d of the rational function z n(z²)/d(z²) between them, without the leading 1 of d. From a
 * minimax fit of tanh; for the sigmoid it is scaled, and ½ is added.
 */
const TANH = memory.data<f32>([
  -7, 7, 0.027752075344324112, 15.925959587097168, 855.7920532226562, 6945.20068359375,
  146.9022674560547, 3170.8076171875, 6945.20751953125,
]);
const SIGMOID = memory.data<f32>([
  -14, 14, 0.006938018836081028, 15.925959587097168, 3423.168212890625, 111123.2109375,
  587.6090698242188, 50732.921875, 444493.28125,
]);

export class Squash {
  /** Compiled for each of the two. */
  @inline
  static each(table: usize, half: bool, z: usize, h: usize, s: usize, bytes: usize): void {
    const low = v128.load32_splat(table);
    const high = v128.load32_splat(table, 4);
    const n3 = v128.load32_splat(table, 8);
    const n2 = v128.load32_splat(table, 12);
    const n1 = v128.load32_splat(table, 16);
    const n0 = v128.load32_splat(table, 20);
    const d2 = v128.load32_splat(table, 24);
    const d1 = v128.load32_splat(table, 28);
    const d0 = v128.load32_splat(table, 32);
    for (let at: usize = 0; at < bytes; at += VECTOR) {
      const x = greatest(least(v128.load(z + at), high), low);
      let y = ratio(x, n3, n2, n1, n0, d2, d1, d0);
      if (half) y = add(y, f32x4.splat(0.5));
      v128.store(h + at, y);
      v128.store(s + at, half ? sub(y, mul(y, y)) : sub(f32x4.splat(1), mul(y, y)));
    }
  }

  /** tanh of a row of `W` vectors that are at hand, to h and s. */
  @inline
  static tanhRow<W>(h: usize, s: usize, a: v128, b: v128, c: v128, d: v128): void {
    const low = v128.load32_splat(TANH);
    const high = v128.load32_splat(TANH, 4);
    const n3 = v128.load32_splat(TANH, 8);
    const n2 = v128.load32_splat(TANH, 12);
    const n1 = v128.load32_splat(TANH, 16);
    const n0 = v128.load32_splat(TANH, 20);
    const d2 = v128.load32_splat(TANH, 24);
    const d1 = v128.load32_splat(TANH, 28);
    const d0 = v128.load32_splat(TANH, 32);
    const one = f32x4.splat(1);
    const y0 = ratio(greatest(least(a, high), low), n3, n2, n1, n0, d2, d1, d0);
    v128.store(h, y0);
    v128.store(s, sub(one, mul(y0, y0)));
    if (offsetof<W>() > 1) {
      const y1 = ratio(greatest(least(b, high), low), n3, n2, n1, n0, d2, d1, d0);
      v128.store(h, y1, 16);
      v128.store(s, sub(one, mul(y1, y1)), 16);
    }
    if (offsetof<W>() > 2) {
      const y2 = ratio(greatest(least(c, high), low), n3, n2, n1, n0, d2, d1, d0);
      v128.store(h, y2, 32);
      v128.store(s, sub(one, mul(y2, y2)), 32);
    }
    if (offsetof<W>() > 3) {
      const y3 = ratio(greatest(least(d, high), low), n3, n2, n1, n0, d2, d1, d0);
      v128.store(h, y3, 48);
      v128.store(s, sub(one, mul(y3, y3)), 48);
    }
  }
}

/** x n(x²)/d(x²), added up in pairs, which are ready at once. */
function ratio(
  x: v128,
  n3: v128,
  n2: v128,
  n1: v128,
  n0: v128,
  d2: v128,
  d1: v128,
  d0: v128,
): v128 {
  const q = mul(x, x);
  const qq = mul(q, q);
  const n = mulAdd(mulAdd(n3, q, n2), qq, mulAdd(n1, q, n0));
  const d = mulAdd(add(q, d2), qq, mulAdd(d1, q, d0));
  return f32x4.div(mul(x, n), d);
}

/** Relative error below 1.5e-6, also near 0; less than 1 everywhere. */
export function tanh(z: usize, h: usize, s: usize, bytes: usize): void {
  Squash.each(TANH, false, z, h, s, bytes);
}

/** Absolute error below 1e-6; more than 0 and less than 1 everywhere. */
export function sigmoid(z: usize, h: usize, s: usize, bytes: usize): void {
  Squash.each(SIGMOID, true, z, h, s, bytes);
}
