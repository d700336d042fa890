import type { Elementwise, Parameter, ParameterValues } from '#activations/types.ts';
import { walk, type Expr } from './ast.ts';
import { compile, type Evaluate } from './compile.ts';
import { derive } from './derive.ts';
import { FormulaError } from './error.ts';
import { lazyFacts, type NumericFacts } from './facts.ts';
import { limitAt } from './limits.ts';
import { parameterSymbol, parameterTex } from './names.ts';
import { parse, type Parsed } from './parse.ts';
import { places } from './switches.ts';
import { together } from './together.ts';
import { toTex } from './tex.ts';

/** A formula as a function of the book, with its derivatives as formulas. */
export interface OwnFunction extends Elementwise {
  readonly id: 'own';
  facts(p: ParameterValues): NumericFacts;
  readonly parsed: Parsed;
  /** f′ as a formula, in the form that reads best. */
  readonly derivative: Expr;
}

type Of = (z: number, p: ParameterValues) => number;

/** Where the sliders of a reader's own parameters stand and how far they go. */
const slider = { default: 0.5, min: -3, max: 3, step: 0.05, learned: true } as const;

/** The functions made last: a trainer asks for the same one for every layer and every run. */
const made = new Map<string, OwnFunction>();
const remembered = 16;

/**
 * The function that a formula describes. Its facts are found numerically, see `facts.ts`.
 *
 * @throws FormulaError with the place of the first mistake
 */
export function ownFunction(formula: string): OwnFunction {
  const known = made.get(formula);
  if (known) return known;
  const own = make(parse(formula));
  if (!hasValues(own)) throw new FormulaError('neverDefined', 0, formula.length);
  if (made.size >= remembered) made.delete(made.keys().next().value!);
  made.set(formula, own);
  return own;
}

/** ln z has the slope 1/z, but none where it has no value. */
const whereDefined =
  (f: Of, df: Of): Of =>
  (z, p) =>
    Number.isNaN(f(z, p)) ? NaN : df(z, p);

/** Whether the formula may lack values. */
const partial = (expr: Expr): boolean =>
  [...walk(expr)].some(
    (part) =>
      (part.kind === 'call' && ['ln', 'log1p', 'sqrt'].includes(part.name)) ||
      (part.kind === 'power' && !isWhole(part.exponent)),
  );

const isWhole = (expr: Expr): boolean =>
  expr.kind === 'number' && Number.isInteger(expr.n / expr.d);

/** Whether f has a value anywhere, for some setting of its sliders. */
function hasValues({ f, parameters }: OwnFunction): boolean {
  const settings = [0.5, -1, 2].map((value) =>
    Object.fromEntries(Object.keys(parameters).map((name) => [name, value])),
  );
  return settings.some((p) => places.some((z) => Number.isFinite(f(z, p))));
}

function make(parsed: Parsed): OwnFunction {
  const { expr, parameters: names } = parsed;
  const computed = derive(expr);
  // Over one denominator it reads better, and overflows sooner.
  const derivative = together(computed);
  const [first = '', second = ''] = names;
  const bound =
    (evaluate: Evaluate) =>
    (z: number, p: ParameterValues): number => {
      const [a, b] = [p[first]!, p[second]!];
      if (Number.isFinite(z) || Number.isNaN(z)) return evaluate(z, a, b);
      return limitAt((far) => evaluate(far, a, b), z > 0 ? 1 : -1);
    };
  const f = bound(compile(expr, names));
  const df = partial(expr)
    ? whereDefined(f, bound(compile(computed, names)))
    : bound(compile(computed, names));
  const parameters: Record<string, Parameter> = Object.fromEntries(
    names.map((name) => [
      name,
      {
        ...slider,
        tex: parameterTex(name),
        symbol: parameterSymbol(name),
        df: bound(compile(derive(expr, { parameter: name }), names)),
      },
    ]),
  );
  return {
    kind: 'elementwise',
    id: 'own',
    name: 'f',
    notation: 'f',
    aliases: [],
    family: 'smooth',
    source: '',
    frameworks: {},
    parameters,
    tex: { name: 'f', f: (s) => toTex(expr, s), df: (s) => toTex(derivative, s) },
    f,
    df,
    facts: (p) => lazyFacts(parsed, f, df, p),
    parsed,
    derivative,
  };
}
