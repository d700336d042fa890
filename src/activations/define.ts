import { closedOpen, point, reals } from './sets.ts';
import type { SetOfReals } from './sets.ts';
import type { Elementwise, Extremum, Facts } from './types.ts';

/**
 * Declares an elementwise function. Inside the declaration the parameters' names are known and checked;
 * outside they are forgotten, since everything else iterates the registry. The id stays a literal type.
 */
export const defineElementwise = <const Id extends string, P extends string = never>(
  activation: Elementwise<P> & { id: Id },
): Elementwise & { id: Id } => activation as unknown as Elementwise & { id: Id };

export const attained = (value: number, at: number): Extremum => ({ value, at, attained: true });
export const approached = (value: number, at: number): Extremum => ({ value, at, attained: false });

/** Falls without bound to the left; rises without bound to the right. */
export const unboundedLeft = approached(-Infinity, -Infinity);
export const unboundedRight = approached(Infinity, Infinity);

type Usual = Pick<Facts, 'zeroCentred' | 'nearIdentity' | 'breaks' | 'saturation'>;

/** Facts of a function that is smooth, not odd, not near the identity and settles nowhere, except as said. */
export const facts = (said: Omit<Facts, keyof Usual> & Partial<Usual>): Facts => ({
  zeroCentred: false,
  nearIdentity: false,
  breaks: [],
  saturation: {},
  ...said,
});

/** Facts of f(z) = slope · z for slope > 0. */
export const lineFacts = (slope: number): Facts =>
  facts({
    range: reals,
    slopeRange: [point(slope)],
    min: unboundedLeft,
    max: unboundedRight,
    slopeMin: attained(slope, 0),
    slopeMax: attained(slope, 0),
    monotone: 'strictly increasing',
    zeroCentred: true,
    nearIdentity: slope === 1,
  });

/** Facts of f(z) = z for z > 0, αz for z ≤ 0, any finite α: the whole leaky family and ReLU (α = 0). */
export function rectifierFacts(alpha: number): Facts {
  if (alpha === 1) return lineFacts(1);
  const slopes: SetOfReals = [point(Math.min(alpha, 1)), point(Math.max(alpha, 1))];
  return facts({
    range: alpha > 0 ? reals : [closedOpen(0, Infinity)],
    slopeRange: slopes,
    min: alpha > 0 ? unboundedLeft : attained(0, 0),
    max: unboundedRight,
    slopeMin: attained(Math.min(alpha, 1), 0),
    slopeMax: attained(Math.max(alpha, 1), 0),
    monotone: alpha > 0 ? 'strictly increasing' : alpha === 0 ? 'non-decreasing' : 'no',
    nearIdentity: 'right',
    breaks: [{ at: 0, order: 1 }],
    saturation: alpha === 0 ? { left: { to: 0, how: 'exactly', from: 0 } } : {},
  });
}
