/** Four numbers at a time, all f32: what the kernels are written with. Small enough to be inlined. */

/** Bytes of four f32. */
export const VECTOR: usize = 16;

/** A constant that stands in memory: engines load one faster than they build one from the code. */
export function constant(table: usize, index: usize): v128 {
  return v128.load32_splat(table + (index << 2));
}

export function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

export function sub(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}

export function mul(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

/** ab + c, rounded twice. */
export function mulAdd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/** The lesser of the two; `a` when either is not a number. */
export function least(a: v128, b: v128): v128 {
  return f32x4.pmin(a, b);
}

/** The greater of the two; `a` when either is not a number. */
export function greatest(a: v128, b: v128): v128 {
  return f32x4.pmax(a, b);
}

/** Where the lanes of `condition` are set `a`, elsewhere `b`. */
export function choose(condition: v128, a: v128, b: v128): v128 {
  return v128.bitselect(a, b, condition);
}

/** The sums of four vectors, in the four lanes of one. */
export function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/** The sum of the four lanes. */
export function total(a: v128): f32 {
  const pairs = add(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(add(pairs, v128.shuffle<f32>(pairs, pairs, 1, 0, 3, 2)), 0);
}
