/**
 * The same formula in a form that does not overflow or cancel: what the registry's functions do for
 * themselves, for those who write them out. For evaluation only, never shown.
 */
import { add, isNumber, multiply, power } from './algebra.ts';
import { call, number, one, same, type Expr } from './ast.ts';

const sigmoid = (of: Expr): Expr => ({
  kind: 'activation',
  id: 'sigmoid',
  parameters: {},
  slope: false,
  of,
});
const softplus = (of: Expr): Expr => ({
  kind: 'activation',
  id: 'softplus',
  parameters: {},
  slope: false,
  of,
});
const tanh = (of: Expr): Expr => ({
  kind: 'activation',
  id: 'tanh',
  parameters: {},
  slope: false,
  of,
});

/** u, when the expression is 1 + eᵘ. */
function onePlusExp(expr: Expr): Expr | undefined {
  if (expr.kind !== 'sum' || expr.terms.length !== 2) return undefined;
  const constant = expr.terms.find((term) => isNumber(term, 1));
  const exponential = expr.terms.find((term) => term.kind === 'call' && term.name === 'exp');
  return constant && exponential?.kind === 'call' ? exponential.args[0] : undefined;
}

/** u and the sign, when the expression is eᵘ ± e⁻ᵘ. */
function expPair(expr: Expr): { of: Expr; sign: 1 | -1 } | undefined {
  if (expr.kind !== 'sum' || expr.terms.length !== 2) return undefined;
  const [first, second] = expr.terms as [Expr, Expr];
  if (first.kind !== 'call' || first.name !== 'exp') return undefined;
  for (const sign of [1, -1] as const) {
    const other = multiply(number(sign), second);
    if (other.kind !== 'call' || other.name !== 'exp') continue;
    if (same(multiply(number(-1), other.args[0]!), multiply(first.args[0]!)))
      return { of: first.args[0]!, sign };
  }
  return undefined;
}

/** Rewrites from the inside out. */
export function stable(expr: Expr): Expr {
  switch (expr.kind) {
    case 'sum':
      return sum(expr.terms.map(stable));
    case 'product':
      return product(expr.factors.map(stable));
    case 'power': {
      const base = stable(expr.base);
      return product([{ kind: 'power', base, exponent: stable(expr.exponent) }]);
    }
    case 'call': {
      const args = expr.args.map(stable);
      const [u] = args as [Expr];
      const inner = expr.name === 'ln' ? onePlusExp(u) : undefined;
      return inner ? softplus(inner) : { ...expr, args };
    }
    case 'activation':
      return { ...expr, of: stable(expr.of) };
    case 'cases':
      return {
        ...expr,
        when: expr.when.map((c) => ({ ...c, left: stable(c.left), right: stable(c.right) })),
        then: stable(expr.then),
        otherwise: stable(expr.otherwise),
      };
    default:
      return expr;
  }
}

/** eᵘ − 1 keeps its digits near u = 0 as expm1. */
function sum(terms: Expr[]): Expr {
  const exponential = terms.findIndex((term) => term.kind === 'call' && term.name === 'exp');
  const minusOne = terms.findIndex((term) => isNumber(term, -1));
  if (exponential >= 0 && minusOne >= 0) {
    const of = terms[exponential]!;
    if (of.kind === 'call') {
      const rest = terms.filter((_, i) => i !== exponential && i !== minusOne);
      return add(call('expm1', of.args[0]!), ...rest);
    }
  }
  return { kind: 'sum', terms };
}

const exponentOf = (expr: Expr): number =>
  expr.kind === 'power' && expr.exponent.kind === 'number' && expr.exponent.d === 1
    ? expr.exponent.n
    : 1;
const baseOf = (expr: Expr): Expr => (expr.kind === 'power' ? expr.base : expr);

function product(nested: readonly Expr[]): Expr {
  const given = nested.flatMap((factor) => (factor.kind === 'product' ? factor.factors : [factor]));
  // (1 + eᵘ)⁻ⁿ is σ(−u)ⁿ: each power is counted out, so that eᵘ can join one of them.
  let factors = given.flatMap((factor): Expr[] => {
    if (factor.kind !== 'power' || factor.exponent.kind !== 'number') return [factor];
    const { n, d } = factor.exponent;
    const u = d === 1 && n < 0 && n >= -4 ? onePlusExp(factor.base) : undefined;
    return u ? Array.from({ length: -n }, () => sigmoid(multiply(number(-1), u))) : [factor];
  });
  // eᵘ σ(−u) is σ(u).
  for (const exponential of factors) {
    if (exponential.kind !== 'call' || exponential.name !== 'exp') continue;
    const u = exponential.args[0]!;
    const gate = factors.find(
      (f) =>
        f.kind === 'activation' &&
        f.id === 'sigmoid' &&
        !f.slope &&
        same(f.of, multiply(number(-1), u)),
    );
    if (gate)
      factors = factors
        .filter((f) => f !== exponential)
        .map((f) => (f === gate ? sigmoid(multiply(u)) : f));
  }
  // ((eᵘ − e⁻ᵘ)/(eᵘ + e⁻ᵘ))ⁿ is tanhⁿ u.
  for (const over of factors) {
    const n = -exponentOf(over);
    const below = n > 0 ? expPair(baseOf(over)) : undefined;
    if (below?.sign !== 1) continue;
    const above = factors.find((f) => {
      const pair = exponentOf(f) === n ? expPair(baseOf(f)) : undefined;
      return pair?.sign === -1 && same(multiply(pair.of), multiply(below.of));
    });
    const whole = power(tanh(below.of), number(n));
    if (above) factors = factors.filter((f) => f !== above).map((f) => (f === over ? whole : f));
  }
  if (factors.length === 0) return one;
  return factors.length === 1 ? factors[0]! : { kind: 'product', factors };
}
