/** Pieces that several functions share, each stable over the whole range of doubles. */
import erfc from '@stdlib/math-base-special-erfc';

/** The logistic function σ(z) = 1/(1 + e⁻ᶻ), with full relative accuracy in the left tail. */
export function logistic(z: number): number {
  if (z > 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/** σ′(z) = σ(z)(1 − σ(z)), written as σ(z)σ(−z): 1 − σ(z) would cancel for large z. */
export const logisticSlope = (z: number): number => logistic(z) * logistic(-z);

/** ln(1 + eᶻ) without overflow. */
export const softplusOne = (z: number): number =>
  Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** Φ(z), the distribution function of the standard normal. erfc keeps the left tail, 1 + erf does not. */
export const normalCdf = (z: number): number => erfc(-z * Math.SQRT1_2) / 2;

/** φ(z), the density of the standard normal. */
export const normalPdf = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * factor · z where a factor of 0 wins even over z = ±∞: a shut gate lets nothing through. NaN for a
 * NaN in either place.
 */
export const shutTimes = (factor: number, z: number): number =>
  factor === 0 && !Number.isNaN(z) ? 0 : factor * z;

/**
 * k · z for a periodic function of it. Where the product of finite numbers overflows, the largest
 * double stands in: the phase was lost to rounding long before, and the result stays finite.
 */
export function phase(k: number, z: number): number {
  if (!Number.isFinite(z)) return NaN;
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, k * z));
}
