/** Builds what a reader typed, as typed: nothing is simplified but signs and fractions of numbers. */
import { fraction } from './algebra.ts';
import { call, number, type Expr } from './ast.ts';

/** Factors side by side. A product among them joins them, unless a minus sign holds it together. */
export function product(factors: readonly Expr[]): Expr {
  if (factors.length === 1) return factors[0]!;
  const isSigned = (expr: Expr) => expr.kind === 'number' && expr.n < 0;
  const joins = (expr: Expr, i: number) =>
    expr.kind === 'product' && (i === 0 || !isSigned(expr.factors[0]!));
  return {
    kind: 'product',
    factors: factors.flatMap((f, i) => (joins(f, i) && f.kind === 'product' ? f.factors : [f])),
  };
}

/** −u, with the sign drawn into a number or cancelled with another. */
export function opposite(expr: Expr): Expr {
  if (expr.kind === 'number') return number(-expr.n, expr.d);
  if (expr.kind !== 'product') return { kind: 'product', factors: [number(-1), expr] };
  const [first, ...rest] = expr.factors;
  if (first?.kind !== 'number') return { kind: 'product', factors: [number(-1), ...expr.factors] };
  if (first.n === -1 && first.d === 1 && rest.length > 0)
    return rest.length === 1 ? rest[0]! : { kind: 'product', factors: rest };
  return { kind: 'product', factors: [number(-first.n, first.d), ...rest] };
}

/** Appends 1/u; two whole numbers become a fraction. */
export function divide(factors: Expr[], by: Expr): void {
  const last = factors.at(-1)!;
  const wholes = [last, by].every(
    (e) => e.kind === 'number' && e.d === 1 && Number.isSafeInteger(e.n),
  );
  if (wholes && last.kind === 'number' && by.kind === 'number' && by.n !== 0) {
    factors[factors.length - 1] = fraction(last.n, by.n);
  } else factors.push({ kind: 'power', base: by, exponent: number(-1) });
}

/** e^u is the exponential function. */
export const raise = (base: Expr, exponent: Expr): Expr =>
  base.kind === 'constant' && base.name === 'e'
    ? call('exp', exponent)
    : { kind: 'power', base, exponent };
