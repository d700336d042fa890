/** Formulas as functions: closures made once, no text is evaluated. */
import { getActivation, bind } from '#activations/index.ts';
import type { Elementwise } from '#activations/types.ts';
import { contains, parametersOf, type Comparison, type Expr } from './ast.ts';
import { builtins } from './builtins.ts';
import { stable } from './stable.ts';

/** A formula's value at z, with the values of its parameters in the order of their names. */
export type Evaluate = (z: number, a: number, b: number) => number;

/**
 * @param names the parameters, at most two; those that the expression does not contain are allowed
 * @throws RangeError for a parameter that is not among them
 */
export const compile = (expr: Expr, names: readonly string[]): Evaluate =>
  build(stable(expr), names);

function build(expr: Expr, names: readonly string[]): Evaluate {
  const made = closure(expr, names);
  if (expr.kind === 'number' || contains(expr, 'z') || parametersOf(expr).length > 0) return made;
  const value = made(0, 0, 0); // A constant is computed once.
  return () => value;
}

function closure(expr: Expr, names: readonly string[]): Evaluate {
  const of = (part: Expr) => build(part, names);
  switch (expr.kind) {
    case 'number': {
      const value = expr.n / expr.d;
      return () => value;
    }
    case 'constant': {
      const value = expr.name === 'e' ? Math.E : Math.PI;
      return () => value;
    }
    case 'z':
      return (z) => z;
    case 'parameter': {
      const index = names.indexOf(expr.name);
      if (index < 0) throw new RangeError(`no parameter ${expr.name}`);
      return index === 0 ? (_z, a) => a : (_z, _a, b) => b;
    }
    case 'sum':
      return expr.terms.map(of).reduce((f, g) => (z, a, b) => f(z, a, b) + g(z, a, b));
    case 'product':
      return expr.factors.map(of).reduce((f, g) => (z, a, b) => f(z, a, b) * g(z, a, b));
    case 'power':
      return powerOf(of(expr.base), expr.exponent, of(expr.exponent));
    case 'call': {
      const f = builtins[expr.name].f as (...args: number[]) => number;
      const [u, v] = expr.args.map(of) as [Evaluate, Evaluate?];
      return v ? (z, a, b) => f(u(z, a, b), v(z, a, b)) : (z, a, b) => f(u(z, a, b));
    }
    case 'activation': {
      const activation: Elementwise = getActivation(expr.id);
      const { parameters } = bind(activation, expr.parameters);
      const u = of(expr.of);
      return expr.slope
        ? (z, a, b) => activation.df(u(z, a, b), parameters)
        : (z, a, b) => activation.f(u(z, a, b), parameters);
    }
    case 'cases': {
      const holds = condition(expr.when, names);
      const [then, otherwise] = [of(expr.then), of(expr.otherwise)];
      return (z, a, b) => {
        const answer = holds(z, a, b);
        return answer === undefined ? NaN : answer ? then(z, a, b) : otherwise(z, a, b);
      };
    }
  }
}

function powerOf(base: Evaluate, exponent: Expr, power: Evaluate): Evaluate {
  if (exponent.kind === 'number' && exponent.d === 1) {
    if (exponent.n === 2) return (z, a, b) => base(z, a, b) ** 2;
    if (exponent.n === -1) return (z, a, b) => 1 / base(z, a, b);
  }
  return (z, a, b) => base(z, a, b) ** power(z, a, b);
}

/** Whether all comparisons hold; undefined where a side has no value. */
function condition(
  when: readonly Comparison[],
  names: readonly string[],
): (z: number, a: number, b: number) => boolean | undefined {
  const sides = when.map(({ left, relation, right }) => ({
    left: build(left, names),
    relation,
    right: build(right, names),
  }));
  return (z, a, b) => {
    for (const { left, relation, right } of sides) {
      const [l, r] = [left(z, a, b), right(z, a, b)];
      if (Number.isNaN(l) || Number.isNaN(r)) return undefined;
      const holds =
        relation === '<' ? l < r : relation === '<=' ? l <= r : relation === '>' ? l > r : l >= r;
      if (!holds) return false;
    }
    return true;
  };
}
