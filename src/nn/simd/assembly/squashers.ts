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

  /** tanh of a row of `W` vectors that are at hand, to h; its slopes to s. */
  @inline
  static tanhRow<W>(h: usize, s: usize, a0: v128, a1: v128, a2: v128, a3: v128): void {
    const low = v128.load32_splat(TANH);
    const high = v128.load32_splat(TANH, 4);
    const n3 = v128.load32_splat(TANH, 8);
    const n2 = v128.load32_splat(TANH, 12);
    const n1 = v128.load32_splat(TANH, 16);
    const n0 = v128.load32_splat(TANH, 20);
    const d2 = v128.load32_splat(TANH, 24);
    const d1 = v128.load32_splat(TANH, 28);
    const d0 = v128.load32_splat(TANH, 32);
    put(greatest(least(a0, high), low), h, s, n3, n2, n1, n0, d2, d1, d0);
    if (offsetof<W>() > 1) {
      put(greatest(least(a1, high), low), h + 16, s + 16, n3, n2, n1, n0, d2, d1, d0);
    }
    if (offsetof<W>() > 2) {
      put(greatest(least(a2, high), low), h + 32, s + 32, n3, n2, n1, n0, d2, d1, d0);
    }
    if (offsetof<W>() > 3) {
      put(greatest(least(a3, high), low), h + 48, s + 48, n3, n2, n1, n0, d2, d1, d0);
    }
  }

  /** The same for two rows, `row` bytes apart. Between stores an engine has to fetch the constants anew. */
  @inline
  static tanhRows<W>(
    h: usize,
    s: usize,
    row: usize,
    a0: v128,
    a1: v128,
    a2: v128,
    a3: v128,
    b0: v128,
    b1: v128,
    b2: v128,
    b3: v128,
  ): void {
    const g = h + row;
    const r = s + row;
    const low = v128.load32_splat(TANH);
    const high = v128.load32_splat(TANH, 4);
    const n3 = v128.load32_splat(TANH, 8);
    const n2 = v128.load32_splat(TANH, 12);
    const n1 = v128.load32_splat(TANH, 16);
    const n0 = v128.load32_splat(TANH, 20);
    const d2 = v128.load32_splat(TANH, 24);
    const d1 = v128.load32_splat(TANH, 28);
    const d0 = v128.load32_splat(TANH, 32);
    put(greatest(least(a0, high), low), h, s, n3, n2, n1, n0, d2, d1, d0);
    put(greatest(least(b0, high), low), g, r, n3, n2, n1, n0, d2, d1, d0);
    if (offsetof<W>() > 1) {
      put(greatest(least(a1, high), low), h + 16, s + 16, n3, n2, n1, n0, d2, d1, d0);
      put(greatest(least(b1, high), low), g + 16, r + 16, n3, n2, n1, n0, d2, d1, d0);
    }
    if (offsetof<W>() > 2) {
      put(greatest(least(a2, high), low), h + 32, s + 32, n3, n2, n1, n0, d2, d1, d0);
      put(greatest(least(b2, high), low), g + 32, r + 32, n3, n2, n1, n0, d2, d1, d0);
    }
    if (offsetof<W>() > 3) {
      put(greatest(least(a3, high), low), h + 48, s + 48, n3, n2, n1, n0, d2, d1, d0);
      put(greatest(least(b3, high), low), g + 48, r + 48, n3, n2, n1, n0, d2, d1, d0);
    }
  }
}

/** Stores tanh x and its slope. */
function put(
  x: v128,
  h: usize,
  s: usize,
  n3: v128,
  n2: v128,
  n1: v128,
  n0: v128,
  d2: v128,
  d1: v128,
  d0: v128,
): void {
  const y = ratio(x, n3, n2, n1, n0, d2, d1, d0);
  v128.store(h, y);
  v128.store(s, sub(f32x4.splat(1), mul(y, y)));
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
