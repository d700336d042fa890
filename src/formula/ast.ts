/**
 * A formula as plain data: what the parser makes, the derivative is taken of, and the evaluator and the
 * typesetter read. Sums and products have any number of parts; a difference is a sum with a factor −1,
 * a quotient a product with a power −1.
 */
import type { ElementwiseId } from '#activations/index.ts';
import type { ParameterValues } from '#activations/types.ts';

/** The functions beside those of the registry (`builtins.ts`). */
export type BuiltinId =
  | 'exp'
  | 'ln'
  | 'log1p'
  | 'expm1'
  | 'sqrt'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'sinh'
  | 'cosh'
  | 'arctan'
  | 'arsinh'
  | 'erf'
  | 'Phi'
  | 'phi'
  | 'abs'
  | 'sign'
  | 'max'
  | 'min'
  | 'powerLog';

export type Relation = '<' | '<=' | '>' | '>=';

/** `left < right`. */
export interface Comparison {
  readonly left: Expr;
  readonly relation: Relation;
  readonly right: Expr;
}

export type Expr =
  /** The fraction n/d, d a whole number from 1; n is whole too where d is not 1. */
  | { readonly kind: 'number'; readonly n: number; readonly d: number }
  | { readonly kind: 'constant'; readonly name: 'e' | 'pi' }
  /** The pre-activation. */
  | { readonly kind: 'z' }
  /** A free parameter: a letter, or the name of a Greek one, such as `alpha`. */
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'sum'; readonly terms: readonly Expr[] }
  | { readonly kind: 'product'; readonly factors: readonly Expr[] }
  | { readonly kind: 'power'; readonly base: Expr; readonly exponent: Expr }
  | { readonly kind: 'call'; readonly name: BuiltinId; readonly args: readonly Expr[] }
  /** A function of the registry, or its slope, of something. */
  | {
      readonly kind: 'activation';
      readonly id: ElementwiseId;
      readonly parameters: ParameterValues;
      readonly slope: boolean;
      readonly of: Expr;
    }
  /** `then` where every comparison of `when` holds. */
  | {
      readonly kind: 'cases';
      readonly when: readonly Comparison[];
      readonly then: Expr;
      readonly otherwise: Expr;
    };

export const number = (n: number, d = 1): Expr => ({ kind: 'number', n, d });
export const zero = number(0);
export const one = number(1);
export const call = (name: BuiltinId, ...args: Expr[]): Expr => ({ kind: 'call', name, args });

/** The parts of an expression, those of its conditions included. */
function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'sum':
      return expr.terms;
    case 'product':
      return expr.factors;
    case 'power':
      return [expr.base, expr.exponent];
    case 'call':
      return expr.args;
    case 'activation':
      return [expr.of];
    case 'cases':
      return [...expr.when.flatMap(({ left, right }) => [left, right]), expr.then, expr.otherwise];
    default:
      return [];
  }
}

/** The expression and everything inside it. */
export function* walk(expr: Expr): Generator<Expr> {
  yield expr;
  for (const part of partsOf(expr)) yield* walk(part);
}

/** What a derivative is taken by: z, or a parameter. */
export type Variable = 'z' | { readonly parameter: string };

export const contains = (expr: Expr, variable: Variable): boolean =>
  [...walk(expr)].some((part) =>
    variable === 'z'
      ? part.kind === 'z'
      : part.kind === 'parameter' && part.name === variable.parameter,
  );

/** Names of the free parameters, in the order of their first appearance. */
export const parametersOf = (expr: Expr): string[] => [
  ...new Set([...walk(expr)].flatMap((part) => (part.kind === 'parameter' ? [part.name] : []))),
];

/** The same text for the same expression, and only for it. */
export const keyOf = (expr: Expr): string => JSON.stringify(expr);
export const same = (a: Expr, b: Expr): boolean => a === b || keyOf(a) === keyOf(b);
