/** Places where a formula may break: where a maximum changes sides, a denominator is 0, a root begins. */
import { getActivation, bind } from '#activations/index.ts';
import { add, negative } from './algebra.ts';
import { call, contains, number, walk, type Expr } from './ast.ts';
import { compile } from './compile.ts';
import { derive } from './derive.ts';

/** What is known numerically is known here; beyond, the ends are estimated. */
export const interval = [-20, 20] as const;
const step = 1 / 64;

/** Every place at which the formula is looked at: multiples of 1/64, so that most kinks are met exactly. */
export const places: readonly number[] = Array.from(
  { length: (interval[1] - interval[0]) / step + 1 },
  (_, i) => interval[0] + i * step,
);

type Curve = (z: number) => number;

/** Expressions whose zeros are the places in question. */
function* deciders(expr: Expr): Generator<Expr> {
  for (const part of walk(expr)) {
    if (!contains(part, 'z')) continue;
    if (part.kind === 'call') {
      const [u, v] = part.args as [Expr, Expr?];
      if (['abs', 'sign', 'sqrt', 'ln'].includes(part.name)) yield u;
      else if (part.name === 'log1p') yield add(number(1), u);
      else if (part.name === 'tan') yield call('cos', u);
      else if (v) yield add(u, negative(v));
    } else if (part.kind === 'power') {
      const { exponent } = part;
      const whole =
        exponent.kind === 'number' &&
        exponent.d === 1 &&
        exponent.n >= 0 &&
        Number.isInteger(exponent.n);
      if (!whole) yield part.base;
    } else if (part.kind === 'activation') {
      for (const { at } of bind(getActivation(part.id), part.parameters).facts.breaks)
        yield add(part.of, number(-at));
    } else if (part.kind === 'cases') {
      for (const { left, right } of part.when) yield add(left, negative(right));
    }
  }
}

/** A product is 0 where a factor is; u² touches 0 without changing its sign, u does not. */
function* simpler(expr: Expr): Generator<Expr> {
  if (expr.kind === 'product') for (const factor of expr.factors) yield* simpler(factor);
  else if (expr.kind === 'power' && expr.exponent.kind === 'number' && expr.exponent.n > 0)
    yield* simpler(expr.base);
  else if (expr.kind === 'call' && ['abs', 'sqrt'].includes(expr.name))
    yield* simpler(expr.args[0]!);
  else if (contains(expr, 'z')) yield expr;
}

/**
 * Where the formula may break, ascending: within `interval`, and beyond it where what decides is a
 * straight line.
 *
 * @param names of the parameters, with their `values` in the same order
 */
export function switchesOf(
  expr: Expr,
  names: readonly string[],
  values: readonly number[],
): number[] {
  const [a = NaN, b = NaN] = values;
  const found = new Set<number>();
  for (const decider of deciders(expr)) {
    for (const part of simpler(decider)) {
      const evaluate = compile(part, names);
      const g: Curve = (z) => evaluate(z, a, b);
      for (const root of straightRoot(part, g) ?? rootsOf(g)) found.add(root + 0);
    }
  }
  return [...found]
    .sort((p, q) => p - q)
    .filter((at, i, all) => i === 0 || at - all[i - 1]! > 1e-9);
}

/** The zero of a straight line; undefined when it is none. */
function straightRoot(expr: Expr, g: Curve): number[] | undefined {
  const slope = derive(expr);
  if (contains(slope, 'z') || [...walk(expr)].some(({ kind }) => kind === 'cases'))
    return undefined;
  const root = -g(0) / (g(1) - g(0));
  return Number.isFinite(root) ? [tidy(g, root)] : [];
}

/** Zeros of g in the interval: where it changes sign, and where it touches 0. */
function rootsOf(g: Curve): number[] {
  const roots: number[] = [];
  const values = places.map(g);
  for (let i = 0; i < places.length; i++) {
    const [here, next, before] = [values[i]!, values[i + 1] ?? NaN, values[i - 1] ?? NaN];
    if (here === 0) {
      // The ends of a stretch of zeros count, not its inside.
      if (next !== 0 || before !== 0) roots.push(places[i]!);
    } else if (here * next < 0) roots.push(tidy(g, bisect(g, places[i]!, places[i + 1]!)));
    else if (
      Math.abs(here) <= Math.abs(next) &&
      Math.abs(here) < Math.abs(before) &&
      here * before > 0
    ) {
      const low = lowest((z) => Math.abs(g(z)), places[i - 1]!, places[i + 1] ?? places[i]!);
      if (Math.abs(g(low)) < 1e-12) roots.push(tidy(g, low));
    }
  }
  return roots;
}

/** The last place of `holds` between two of which only the first does. */
export function border(holds: (z: number) => boolean, from: number, to: number): number {
  for (let i = 0; i < 100; i++) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) break;
    if (holds(middle)) from = middle;
    else to = middle;
  }
  return from;
}

const bisect = (g: Curve, from: number, to: number): number => {
  const sign = Math.sign(g(from));
  return border((z) => Math.sign(g(z)) === sign, from, to);
};

/** The round number nearby when it is as good a zero. */
function tidy(g: Curve, root: number): number {
  for (const digits of [3, 6, 10, 13]) {
    const round = Number(root.toPrecision(digits));
    if (Math.abs(round - root) < 1e-7 && Math.abs(g(round)) <= Math.abs(g(root))) return round;
  }
  return root;
}

/** The place of the smallest value between two, by golden sections. */
export function lowest(g: Curve, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  for (let i = 0; i < 60; i++) {
    const [left, right] = [to - ratio * (to - from), from + ratio * (to - from)];
    if (g(left) <= g(right)) to = right;
    else from = left;
  }
  return (from + to) / 2;
}
