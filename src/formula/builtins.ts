/** The functions that a formula can use beside those of the registry: values, and slopes as formulas. */
import erfc from '@stdlib/math-base-special-erfc';
import { normalCdf, normalPdf } from '#activations/numeric.ts';
import { add, multiply, negative, power } from './algebra.ts';
import { cases } from './branches.ts';
import {
  call,
  contains,
  number,
  one,
  zero,
  type BuiltinId,
  type Expr,
  type Variable,
} from './ast.ts';

export type { BuiltinId };

interface Builtin {
  /** How many arguments; `most` may be Infinity. */
  readonly least: number;
  readonly most: number;
  f(...args: number[]): number;
  /** The derivative of the call, by `variable`; `slopeOf` takes that of an argument. */
  slope(args: readonly Expr[], slopeOf: (arg: Expr) => Expr, variable: Variable): Expr;
}

const unary = (f: (u: number) => number, slope: (u: Expr) => Expr): Builtin => ({
  least: 1,
  most: 1,
  f: f as Builtin['f'],
  slope: ([u], slopeOf) => multiply(slope(u!), slopeOf(u!)),
});

const square = (u: Expr) => power(u, number(2));
const inverse = (u: Expr) => power(u, number(-1));

/**
 * The larger or smaller of two. Where both are equal the one that does not move counts, so that max(0, z)
 * has slope 0 at 0, as PyTorch's ReLU has.
 */
const choice = (f: (u: number, v: number) => number, relation: '>' | '<'): Builtin => ({
  least: 2,
  most: Infinity,
  f: f as Builtin['f'],
  slope([u, v], slopeOf, variable) {
    const swap = !(contains(u!, variable) && !contains(v!, variable));
    const [left, right] = swap ? [v!, u!] : [u!, v!];
    return cases([{ left, relation, right }], slopeOf(left), slopeOf(right));
  },
});

export const builtins: Readonly<Record<BuiltinId, Builtin>> = {
  exp: unary(Math.exp, (u) => call('exp', u)),
  ln: unary(Math.log, inverse),
  log1p: unary(Math.log1p, (u) => inverse(add(one, u))),
  expm1: unary(Math.expm1, (u) => call('exp', u)),
  sqrt: unary(Math.sqrt, (u) => multiply(number(1, 2), power(u, number(-1, 2)))),
  sin: unary(Math.sin, (u) => call('cos', u)),
  cos: unary(Math.cos, (u) => negative(call('sin', u))),
  tan: unary(Math.tan, (u) => power(call('cos', u), number(-2))),
  sinh: unary(Math.sinh, (u) => call('cosh', u)),
  cosh: unary(Math.cosh, (u) => call('sinh', u)),
  arctan: unary(Math.atan, (u) => inverse(add(one, square(u)))),
  arsinh: unary(Math.asinh, (u) => power(add(one, square(u)), number(-1, 2))),
  erf: unary(
    (u) => (Math.abs(u) < 0.5 ? erfSeries(u) : u < 0 ? erfc(-u) - 1 : 1 - erfc(u)),
    (u) =>
      multiply(
        number(2),
        power({ kind: 'constant', name: 'pi' }, number(-1, 2)),
        call('exp', negative(square(u))),
      ),
  ),
  /** Φ, the distribution function of the standard normal. */
  Phi: unary(normalCdf, (u) => call('phi', u)),
  /** φ, its density. */
  phi: unary(normalPdf, (u) => negative(multiply(u, call('phi', u)))),
  abs: unary(Math.abs, (u) => call('sign', u)),
  sign: unary(Math.sign, () => zero),
  max: choice(Math.max, '>'),
  min: choice(Math.min, '<'),
  /** uᵛ ln u, 0 at u = 0 where v > 0: the slope of uᵛ by v. Not to be typed. */
  powerLog: {
    least: 2,
    most: 2,
    f: (u = NaN, v = NaN) => (u === 0 && v > 0 ? 0 : u ** v * Math.log(u)),
    slope: () => {
      throw new RangeError('a second derivative is not taken');
    },
  },
};

/** erf near 0, where 1 − erfc would lose digits. */
function erfSeries(u: number): number {
  let term = u;
  let total = u;
  for (let k = 1; k < 20; k++) {
    term *= (-u * u) / k;
    total += term / (2 * k + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * total;
}

/** By the name that a reader types, beside the ids themselves. */
export const builtinAliases: Readonly<Record<string, BuiltinId>> = {
  log: 'ln',
  atan: 'arctan',
  asinh: 'arsinh',
  arcsinh: 'arsinh',
  absolute: 'abs',
  sgn: 'sign',
  signum: 'sign',
  maximum: 'max',
  minimum: 'min',
  Φ: 'Phi',
  normcdf: 'Phi',
  φ: 'phi',
  ϕ: 'phi',
  normpdf: 'phi',
};
