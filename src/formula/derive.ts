/** Symbolic derivatives. A function of the registry becomes its registered slope, which is stable. */
import { add, multiply, power } from './algebra.ts';
import { call, contains, number, one, zero, type Expr, type Variable } from './ast.ts';
import { cases } from './branches.ts';
import { builtins } from './builtins.ts';

/**
 * The derivative of `expr` by z or by a parameter, simplified. Where a formula switches between pieces the
 * condition keeps its side: at z = 0, `z > 0 ? z : a z` has the slope a.
 */
export function derive(expr: Expr, variable: Variable = 'z'): Expr {
  const slopeOf = (part: Expr) => derive(part, variable);
  if (!contains(expr, variable)) return zero;
  switch (expr.kind) {
    case 'number':
    case 'constant':
      return zero;
    case 'z':
    case 'parameter':
      return one;
    case 'sum':
      return add(...expr.terms.map(slopeOf));
    case 'product':
      return add(
        ...expr.factors.map((factor, i) =>
          multiply(...expr.factors.slice(0, i), slopeOf(factor), ...expr.factors.slice(i + 1)),
        ),
      );
    case 'power':
      return powerRule(expr.base, expr.exponent, variable);
    case 'call':
      return builtins[expr.name].slope(expr.args, slopeOf, variable);
    case 'activation':
      if (expr.id === 'step') return zero;
      if (expr.id === 'identity') return slopeOf(expr.of);
      if (expr.slope) throw new RangeError('a second derivative is not taken');
      return multiply({ ...expr, slope: true }, slopeOf(expr.of));
    case 'cases':
      return cases(expr.when, slopeOf(expr.then), slopeOf(expr.otherwise));
  }
}

/** (uᵛ)′ = v uᵛ⁻¹ u′ + uᵛ ln u · v′ */
function powerRule(base: Expr, exponent: Expr, variable: Variable): Expr {
  const terms: Expr[] = [];
  if (contains(base, variable)) {
    const lower = power(base, add(exponent, number(-1)));
    terms.push(multiply(exponent, lower, derive(base, variable)));
  }
  if (contains(exponent, variable)) {
    terms.push(multiply(call('powerLog', base, exponent), derive(exponent, variable)));
  }
  return add(...terms);
}
