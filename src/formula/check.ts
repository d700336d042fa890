/** Compares a derivative with what the function itself says of its slope. */

export interface Check {
  /** Where was compared. */
  readonly from: number;
  readonly to: number;
  readonly h: number;
  /** How many places had values on both sides. */
  readonly places: number;
  /**
   * The largest |f′ − (f(z + h) − f(z − h)) / 2h|, in units of max(1, |f|, |f′|); NaN when there was no
   * place to compare.
   */
  readonly difference: number;
  /** Where it was found. */
  readonly at: number;
}

const [from, to, h] = [-6, 6, 1e-5];
/** An odd number of steps that meets no round number: kinks stand at those. */
const steps = 241;

/**
 * A central difference errs by h²/6 · f‴ and by rounding, 10⁻¹⁶ · |f| / h: about 10⁻¹⁰ for ordinary functions.
 *
 * @param breaks places near which no slope exists
 */
export function checkDerivative(
  f: (z: number) => number,
  df: (z: number) => number,
  breaks: readonly number[],
): Check {
  let [places, difference, at] = [0, NaN, NaN];
  for (let i = 0; i <= steps; i++) {
    const z = from + ((to - from) * i) / steps;
    if (breaks.some((one) => Math.abs(one - z) <= 2 * h)) continue;
    const quotient = (f(z + h) - f(z - h)) / (2 * h);
    const gap = Math.abs(df(z) - quotient) / Math.max(1, Math.abs(f(z)), Math.abs(df(z)));
    if (!Number.isFinite(gap)) continue;
    places++;
    if (!(gap <= difference)) [difference, at] = [gap, z];
  }
  return { from, to, h, places, difference, at };
}
