/** Puts the terms of a sum over one denominator where that says the same in fewer signs. */
import { add, fraction, isNumber, multiply, power, type Fraction } from './algebra.ts';
import { keyOf, type Expr } from './ast.ts';
import { cases } from './branches.ts';

const longest = 64;

/** The expression with every sum inside it in its shorter form. */
export function together(expr: Expr): Expr {
  switch (expr.kind) {
    case 'sum': {
      const terms = expr.terms.map(together);
      return shorter(add(...terms));
    }
    case 'product':
      return multiply(...expr.factors.map(together));
    case 'cases':
      return cases(expr.when, together(expr.then), together(expr.otherwise));
    default:
      return expr;
  }
}

function shorter(sum: Expr): Expr {
  if (sum.kind !== 'sum') return sum;
  const denominators = commonDenominators(sum.terms);
  if (denominators.length === 0) return sum;
  const over = denominators.map(({ base, exponent }) => power(base, exponent));
  const numerators = sum.terms.map((term) =>
    multiply(
      term,
      ...denominators.map(({ base, exponent }) => power(base, fraction(-exponent.n, exponent.d))),
    ),
  );
  const expanded = numerators.map((term) => expand(term));
  if (expanded.some((terms) => terms === undefined)) return sum;
  const joined = multiply(add(...expanded.flatMap((terms) => terms!)), ...over);
  return keyOf(joined).length < keyOf(sum).length ? joined : sum;
}

interface Denominator {
  base: Expr;
  /** The most negative one among the terms. */
  exponent: Fraction;
}

/** Sums that stand below several terms, or below one beside others. */
function commonDenominators(terms: readonly Expr[]): Denominator[] {
  const found = new Map<string, Denominator>();
  for (const term of terms) {
    for (const factor of term.kind === 'product' ? term.factors : [term]) {
      if (factor.kind !== 'power' || factor.base.kind !== 'sum') continue;
      const { base, exponent } = factor;
      if (exponent.kind !== 'number' || exponent.n >= 0) continue;
      const before = found.get(keyOf(base));
      if (!before || exponent.n / exponent.d < before.exponent.n / before.exponent.d)
        found.set(keyOf(base), { base, exponent });
    }
  }
  return [...found.values()];
}

/** A product of sums as a list of terms; undefined when there would be very many. */
function expand(expr: Expr): Expr[] | undefined {
  if (expr.kind === 'sum') {
    const parts = expr.terms.map(expand);
    return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part!);
  }
  if (expr.kind === 'power' && expr.base.kind === 'sum' && expr.exponent.kind === 'number') {
    const { n, d } = expr.exponent;
    if (d === 1 && n >= 2 && n <= 4) return expandAll(Array.from({ length: n }, () => expr.base));
  }
  return expr.kind === 'product' ? expandAll(expr.factors) : [expr];
}

function expandAll(factors: readonly Expr[]): Expr[] | undefined {
  let terms: Expr[] = [];
  for (const [i, factor] of factors.entries()) {
    const next = expand(factor);
    if (!next) return undefined;
    terms = i === 0 ? next : terms.flatMap((a) => next.map((b) => multiply(a, b)));
    if (terms.length > longest) return undefined;
  }
  return terms.filter((term) => !isNumber(term, 0));
}
