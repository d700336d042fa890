/**
 * Builds expressions in a form that reads well: constants collected, 0 and 1 gone, like terms and equal
 * bases joined. For derivatives; what a reader typed is left as typed.
 */
import { call, keyOf, number, one, zero, type Expr } from './ast.ts';
import { cases } from './branches.ts';

export type Fraction = Extract<Expr, { kind: 'number' }>;

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

/** n/d in lowest terms; a numerator that is not whole swallows the denominator. */
export function fraction(n: number, d = 1): Fraction {
  const tidy = (value: number) => Number(value.toPrecision(15));
  const whole = Number.isSafeInteger(n) && Number.isSafeInteger(d) && d !== 0;
  if (!whole) return { kind: 'number', n: tidy(n / d), d: 1 };
  const divisor = gcd(n, d) * Math.sign(d);
  return { kind: 'number', n: n / divisor + 0, d: d / divisor };
}

/** Whether it is this number. */
export const isNumber = (expr: Expr, value: number): boolean =>
  expr.kind === 'number' && expr.n / expr.d === value;

const plus = (a: Fraction, b: Fraction) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
const times = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d);

/** A term as a number times the rest. */
function coefficientOf(term: Expr): [Fraction, Expr] {
  if (term.kind === 'number') return [term, one];
  if (term.kind !== 'product') return [fraction(1), term];
  const [first, ...rest] = term.factors;
  if (first?.kind !== 'number') return [fraction(1), term];
  return [first, rest.length === 1 ? rest[0]! : { kind: 'product', factors: rest }];
}

export function add(...terms: readonly Expr[]): Expr {
  const collected = new Map<string, { rest: Expr; coefficient: Fraction }>();
  const take = (term: Expr, factor: Fraction) => {
    const [own, rest] = coefficientOf(term);
    const coefficient = times(own, factor);
    if (rest.kind === 'sum' && Math.abs(coefficient.n) === 1 && coefficient.d === 1) {
      for (const inner of rest.terms) take(inner, coefficient);
      return;
    }
    const key = keyOf(rest);
    const before = collected.get(key)?.coefficient ?? fraction(0);
    collected.set(key, { rest, coefficient: plus(before, coefficient) });
  };
  for (const term of terms) take(term, fraction(1));
  const kept = [...collected.values()]
    .filter(({ coefficient }) => coefficient.n !== 0)
    .map(({ rest, coefficient }) => multiply(coefficient, rest));
  // A sum does not begin with a minus sign when it need not.
  const front = kept.findIndex((term) => coefficientOf(term)[0].n > 0);
  if (front > 0) kept.unshift(...kept.splice(front, 1));
  if (kept.length === 0) return zero;
  return kept.length === 1 ? kept[0]! : { kind: 'sum', terms: kept };
}

export const negative = (expr: Expr): Expr => multiply(number(-1), expr);

/** Numbers, then constants and parameters, then z, then everything else as it came. */
function rank(factor: Expr): number {
  const bare = factor.kind === 'power' ? factor.base : factor;
  return { number: 0, constant: 1, parameter: 1, z: 2 }[bare.kind as string] ?? 3;
}

interface Power {
  readonly base: Expr;
  exponent: Fraction;
}

export function multiply(...given: readonly Expr[]): Expr {
  const branch = branchIn(given);
  if (branch) return branch;
  let coefficient = fraction(1);
  const exponents: Expr[] = [];
  const powers = new Map<string, Power>();
  const join = (base: Expr, exponent: Fraction) => {
    const key = keyOf(base);
    const before = powers.get(key)?.exponent ?? fraction(0);
    powers.set(key, { base, exponent: plus(before, exponent) });
  };
  const take = (factor: Expr, exponent: Fraction) => {
    if (isNumber(exponent, 1) && factor.kind === 'product')
      for (const inner of factor.factors) take(inner, exponent);
    else if (isNumber(exponent, 1) && factor.kind === 'number')
      coefficient = times(coefficient, factor);
    else if (
      factor.kind === 'power' &&
      factor.exponent.kind === 'number' &&
      Number.isInteger(exponent.n / exponent.d)
    )
      take(factor.base, times(exponent, factor.exponent));
    else if (factor.kind === 'call' && factor.name === 'exp')
      exponents.push(multiply(exponent, factor.args[0]!));
    else if (factor.kind === 'call' && factor.name === 'sqrt')
      join(factor.args[0]!, times(exponent, fraction(1, 2)));
    else join(factor, exponent);
  };
  for (const factor of given) take(factor, fraction(1));
  if (coefficient.n === 0) return zero;
  joinSigns(powers);
  const factors: Expr[] = [];
  for (const { base, exponent } of powers.values()) {
    if (exponent.n === 0) continue;
    const factor = power(base, exponent);
    const inner = factor.kind === 'product' ? factor.factors : [factor];
    for (const one of inner) {
      if (one.kind === 'number') coefficient = times(coefficient, one);
      else factors.push(one);
    }
  }
  const exponential = add(...exponents);
  if (exponents.length > 0 && !isNumber(exponential, 0)) factors.push(call('exp', exponential));
  factors.sort((a, b) => rank(a) - rank(b));
  if (factors.length === 0) return coefficient;
  if (!isNumber(coefficient, 1)) factors.unshift(coefficient);
  return factors.length === 1 ? factors[0]! : { kind: 'product', factors };
}

/** One factor of several cases takes the others into its cases: nothing is multiplied by a case of 0. */
function branchIn(factors: readonly Expr[]): Expr | undefined {
  const at = factors.findIndex(({ kind }) => kind === 'cases');
  const found = factors[at];
  if (found?.kind !== 'cases') return undefined;
  const into = (value: Expr) => multiply(...factors.slice(0, at), value, ...factors.slice(at + 1));
  return cases(found.when, into(found.then), into(found.otherwise));
}

/** |u| · sgn u is u, and u · sgn u is |u|. */
function joinSigns(powers: Map<string, Power>): void {
  for (const [key, { base, exponent }] of [...powers]) {
    if (base.kind !== 'call' || base.name !== 'sign' || !isNumber(exponent, 1)) continue;
    const of = base.args[0]!;
    const absolute = call('abs', of);
    for (const [from, to] of [
      [absolute, of],
      [of, absolute],
    ] as const) {
      const found = powers.get(keyOf(from));
      if (!found || found.exponent.d !== 1 || found.exponent.n < 1) continue;
      powers.delete(key);
      found.exponent = fraction(found.exponent.n - 1);
      const before = powers.get(keyOf(to))?.exponent ?? fraction(0);
      powers.set(keyOf(to), { base: to, exponent: plus(before, fraction(1)) });
      break;
    }
  }
}

export function power(base: Expr, exponent: Expr): Expr {
  if (isNumber(exponent, 0)) return one;
  if (isNumber(exponent, 1)) return base;
  if (isNumber(base, 1)) return one;
  if (base.kind === 'call' && base.name === 'sqrt' && exponent.kind === 'number')
    return power(base.args[0]!, times(exponent, fraction(1, 2)));
  if (exponent.kind === 'number' && exponent.d === 1 && Number.isInteger(exponent.n))
    return wholePower(base, exponent);
  return { kind: 'power', base, exponent };
}

/** Powers with whole exponents, which products and powers let through. */
function wholePower(base: Expr, exponent: Fraction): Expr {
  const { n } = exponent;
  if (base.kind === 'number' && base.n !== 0 && Math.abs(n) <= 8) {
    const [top, bottom] = n > 0 ? [base.n, base.d] : [base.d, base.n];
    // 1/1.7 is left alone: no short decimal says it.
    if (n > 0 || Number.isSafeInteger(bottom))
      return fraction(top ** Math.abs(n), bottom ** Math.abs(n));
  }
  if (base.kind === 'power' && base.exponent.kind === 'number') {
    const positive = base.base.kind === 'number' && base.base.n > 0;
    // (u²)^½ is not u, but (u^½)² is where both exist.
    if (positive || n > 0 || base.exponent.d === 1)
      return power(base.base, times(base.exponent, exponent));
  }
  if (base.kind === 'product')
    return multiply(...base.factors.map((factor) => power(factor, exponent)));
  if (base.kind === 'call' && base.name === 'exp')
    return call('exp', multiply(exponent, base.args[0]!));
  return { kind: 'power', base, exponent };
}
