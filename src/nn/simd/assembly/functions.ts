/**
 * Elementary functions, four lanes at a time. The errors stated here hold for every f32 in the domain
 * and are checked by `../functions.test.ts`. Coefficients are minimax fits unless a source is named.
 */
import { add, choose, constant, greatest, least, mul, mulAdd, sub } from './vector';

/** Low and high ends of `exp`; log₂ e; 1.5 · 2²³; ln 2 in two parts; (eʳ − 1 − r)/r² (Cephes, expf); 1; ∞. */
const EXP = memory.data<f32>([
  -87.3,
  88.72283,
  1.4426950408889634,
  12582912,
  0.693359375,
  -2.1219444e-4,
  1.98756915e-4,
  1.3981999507e-3,
  8.3334519073e-3,
  4.1665795894e-2,
  1.6666665459e-1,
  5.0000001201e-1,
  1,
  Infinity,
]);

/** eˣ for −87.3 ≤ x ≤ 88.72, NaN for NaN; meaningless elsewhere. Relative error below 2e-7. */
export function expInside(x: v128): v128 {
  // Adding 1.5 · 2²³ leaves the nearest integer n to x/ln 2 in the low bits of the sum.
  const shifted = mulAdd(x, constant(EXP, 2), constant(EXP, 3));
  const n = sub(shifted, constant(EXP, 3));
  const r = sub(sub(x, mul(n, constant(EXP, 4))), mul(n, constant(EXP, 5)));
  let p = mulAdd(constant(EXP, 6), r, constant(EXP, 7));
  p = mulAdd(p, r, constant(EXP, 8));
  p = mulAdd(p, r, constant(EXP, 9));
  p = mulAdd(p, r, constant(EXP, 10));
  p = mulAdd(p, r, constant(EXP, 11));
  p = add(mulAdd(p, mul(r, r), r), constant(EXP, 12));
  // eˣ = 2ⁿeʳ: n is added to the exponent, and all other bits of the sum are shifted out.
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/** eˣ for any x; 0 below −87.3, infinite from 88.72283, NaN for NaN. Relative error between below 2e-7. */
export function exp(x: v128): v128 {
  const low = constant(EXP, 0);
  const high = constant(EXP, 1);
  const inside = expInside(greatest(least(x, high), low));
  const cut = v128.andnot(inside, f32x4.lt(x, low));
  return choose(f32x4.gt(x, high), constant(EXP, 13), cut);
}

/** The bounds of x; numerator and denominator of tanh x/x in x², without the denominator's leading 1. */
const TANH = memory.data<f32>([
  7, -7, 0.027752075344324112, 15.925959587097168, 855.7920532226562, 6945.20068359375,
  146.9022674560547, 3170.8076171875, 6945.20751953125,
]);

/** The numerator of tanh x = n/d for |x| ≤ 7. Both are added up in pairs, which are ready at once. */
function tanhNumerator(x: v128, square: v128): v128 {
  const high = mulAdd(constant(TANH, 2), square, constant(TANH, 3));
  const low = mulAdd(constant(TANH, 4), square, constant(TANH, 5));
  return mul(x, mulAdd(high, mul(square, square), low));
}

function tanhDenominator(square: v128): v128 {
  const low = mulAdd(constant(TANH, 7), square, constant(TANH, 8));
  return mulAdd(add(square, constant(TANH, 6)), mul(square, square), low);
}

/** ½ and 2 */
const HALF = memory.data<f32>([0.5, 2]);

/**
 * eˣ − 1 for x ≤ 0; meaningless for x > 0. Relative error below 3e-6, also near 0. With tanh(x/2) = n/d it is
 * 2n/(d − n), where nothing cancels because n ≤ 0.
 */
export function expm1(x: v128): v128 {
  const half = greatest(mul(x, constant(HALF, 0)), constant(TANH, 1));
  const square = mul(half, half);
  const n = tanhNumerator(half, square);
  return f32x4.div(mul(n, constant(HALF, 1)), sub(tanhDenominator(square), n));
}

/** Numerator and denominator of ln(1 + u)/u. */
const LOG1P = memory.data<f32>([
  0.9999999658, 0.7264180493, 0.04313962689, -0.002390811371, 1, 1.226414646, 0.323068264,
]);

/** ln(1 + u) for 0 ≤ u ≤ 1. Relative error below 4e-7. */
export function log1p(u: v128): v128 {
  let n = mulAdd(constant(LOG1P, 3), u, constant(LOG1P, 2));
  n = mulAdd(n, u, constant(LOG1P, 1));
  n = mulAdd(n, u, constant(LOG1P, 0));
  const d = mulAdd(mulAdd(constant(LOG1P, 6), u, constant(LOG1P, 5)), u, constant(LOG1P, 4));
  return f32x4.div(mul(n, u), d);
}

/** ln 2 */
const LOG = memory.data<f32>([0.6931471805599453]);

/** ln x for 1 ≤ x < ∞. Relative error below 4e-7. */
export function logFromOne(x: v128): v128 {
  const exponent = i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(127));
  const fraction = i32x4.sub(x, i32x4.shl(exponent, 23));
  const rest = log1p(sub(fraction, constant(LOG1P, 4)));
  return mulAdd(f32x4.convert_i32x4_s(exponent), constant(LOG, 0), rest);
}

/** Numerator and denominator of Φ(−z) e^{z²/2}. */
const PHI = memory.data<f32>([
  0.4999998259, 0.360419144, 0.1186422233, 0.01683739044, 1, 1.518705439, 0.9491751176,
  0.2971752383, 0.0422105893,
]);

/** Φ(−z) for 0 ≤ z ≤ 13, where `bell` is e^{−z²/2}. Relative error below 1e-6 beside that of `bell`. */
export function normalTail(z: v128, bell: v128): v128 {
  let n = mulAdd(constant(PHI, 3), z, constant(PHI, 2));
  n = mulAdd(n, z, constant(PHI, 1));
  n = mulAdd(n, z, constant(PHI, 0));
  let d = mulAdd(constant(PHI, 8), z, constant(PHI, 7));
  d = mulAdd(d, z, constant(PHI, 6));
  d = mulAdd(d, z, constant(PHI, 5));
  d = mulAdd(d, z, constant(PHI, 4));
  return mul(bell, f32x4.div(n, d));
}

/**
 * 2/π; 1.5 · 2²³; π/2 in three parts; the bound of the remainder; (sin r − r)/r³ and (cos r − 1 + r²/2)/r⁴
 * (Cephes, sinf); −½; 1.
 */
const TURN = memory.data<f32>([
  0.6366197723675814, 12582912, 1.5703125, 4.837512969970703e-4, 7.549789954891882e-8, 0.8,
  -1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1, 2.443315711809948e-5, -1.388731625493765e-3,
  4.166664568298827e-2, -0.5, 1,
]);

/** x less the nearest multiple of π/2. */
function remainder(x: v128, n: v128): v128 {
  let r = sub(x, mul(n, constant(TURN, 2)));
  r = sub(r, mul(n, constant(TURN, 3)));
  r = sub(r, mul(n, constant(TURN, 4)));
  // Far out, where neighbouring f32 are whole turns apart, nothing is left of the phase.
  const bound = constant(TURN, 5);
  return greatest(least(r, bound), f32x4.neg(bound));
}

/** sin(x + quarters · π/2). Error below 2e-6 for |x| ≤ 10,000; bounded by 1 and meaningless far beyond. */
export function sine(x: v128, quarters: i32): v128 {
  const shifted = mulAdd(x, constant(TURN, 0), constant(TURN, 1));
  const r = remainder(x, sub(shifted, constant(TURN, 1)));
  const square = mul(r, r);
  let s = mulAdd(constant(TURN, 6), square, constant(TURN, 7));
  s = mulAdd(s, square, constant(TURN, 8));
  s = mulAdd(mul(s, square), r, r);
  let c = mulAdd(constant(TURN, 9), square, constant(TURN, 10));
  c = mulAdd(c, square, constant(TURN, 11));
  c = mulAdd(c, square, constant(TURN, 12));
  c = mulAdd(c, square, constant(TURN, 13));
  const quadrant = i32x4.add(shifted, i32x4.splat(quarters));
  const odd = i32x4.shr_s(i32x4.shl(quadrant, 31), 31);
  // Quadrants 2 and 3 of each turn have the other sign: their second bit becomes the sign.
  const sign = i32x4.shl(i32x4.shr_u(quadrant, 1), 31);
  return v128.xor(choose(odd, c, s), sign);
}
