/** Formulas of several cases, and what can be said shorter where a condition is known to hold. */
import { same, zero, type Comparison, type Expr } from './ast.ts';

const opposite = { '<': '>=', '>': '<=', '<=': '>', '>=': '<' } as const;
const mirrored = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' } as const;

export const negated = (c: Comparison): Comparison => ({ ...c, relation: opposite[c.relation] });

/**
 * Cases in their shortest form: none where they say the same, one level where the inner ones end like the
 * outer ones, and no maximum inside a case that has decided it.
 */
export function cases(given: readonly Comparison[], then: Expr, otherwise: Expr): Expr {
  const when = given.map(plainer);
  let first = when.reduce((expr, comparison) => assume(expr, comparison), then);
  const second = when.length === 1 ? assume(otherwise, negated(when[0]!)) : otherwise;
  if (same(first, second)) return first;
  const all = [...when];
  if (first.kind === 'cases' && same(first.otherwise, second)) {
    all.push(...first.when);
    first = first.then;
  }
  return { kind: 'cases', when: all, then: first, otherwise: second };
}

/** The expression where a comparison is known to hold. */
function assume(expr: Expr, known: Comparison): Expr {
  const { left, relation, right } = known;
  const inside = (part: Expr) => assume(part, known);
  if (expr.kind === 'call') {
    const [u, v] = expr.args as [Expr, Expr?];
    if (v && (expr.name === 'max' || expr.name === 'min')) {
      const isPair = (same(u, left) && same(v, right)) || (same(u, right) && same(v, left));
      const leftWins = (expr.name === 'max') === relation.startsWith('>');
      if (isPair) return leftWins ? left : right;
    }
    if (expr.name === 'abs' && same(u, left) && same(right, zero) && relation.startsWith('>'))
      return u;
    return { ...expr, args: expr.args.map(inside) };
  }
  switch (expr.kind) {
    case 'sum':
      return { ...expr, terms: expr.terms.map(inside) };
    case 'product':
      return { ...expr, factors: expr.factors.map(inside) };
    case 'power':
      return { ...expr, base: inside(expr.base), exponent: inside(expr.exponent) };
    case 'cases':
      if (expr.when.length === 1 && same2(expr.when[0]!, known)) return inside(expr.then);
      if (expr.when.length === 1 && same2(negated(expr.when[0]!), known))
        return inside(expr.otherwise);
      return { ...expr, then: inside(expr.then), otherwise: inside(expr.otherwise) };
    default:
      return expr;
  }
}

const same2 = (a: Comparison, b: Comparison): boolean =>
  a.relation === b.relation && same(a.left, b.left) && same(a.right, b.right);

const value = (expr: Expr): number => (expr.kind === 'number' ? expr.n / expr.d : NaN);

/** The same condition with the moving side left, and max(−1, z) < 1 as z < 1. */
function plainer(comparison: Comparison): Comparison {
  const { left, relation, right } = comparison;
  if (!Number.isNaN(value(left)) && Number.isNaN(value(right)))
    return plainer({ left: right, relation: mirrored[relation], right: left });
  const limit = value(right);
  if (left.kind !== 'call' || Number.isNaN(limit)) return comparison;
  const [u, v] = left.args as [Expr, Expr?];
  if (!v || (left.name !== 'max' && left.name !== 'min')) return comparison;
  const [fixed, moving] = Number.isNaN(value(u)) ? [value(v), u] : [value(u), v];
  const below = relation.startsWith('<');
  // What the fixed one cannot decide is decided by the other.
  const idle =
    left.name === 'max'
      ? below
        ? fixed < limit
        : fixed <= limit
      : below
        ? fixed >= limit
        : fixed > limit;
  return idle ? plainer({ ...comparison, left: moving }) : comparison;
}
