/**
 * Computes what a formula in TeX says: the part of TeX in which the registry's formulas are written. For
 * tests, which compare it with `f` and `df`, so that no formula is printed that is not the one computed.
 */
import { SELU_ALPHA, SELU_LAMBDA } from './exponential.ts';
import { logistic, normalCdf, normalPdf } from './numeric.ts';

const constants: Readonly<Record<string, number>> = {
  e: Math.E,
  [String.raw`\pi`]: Math.PI,
  [String.raw`\lambda`]: SELU_LAMBDA,
  [String.raw`\alpha`]: SELU_ALPHA,
};

const functions: Readonly<Record<string, (...args: number[]) => number>> = {
  [String.raw`\min`]: Math.min,
  [String.raw`\max`]: Math.max,
  [String.raw`\tanh`]: Math.tanh,
  [String.raw`\sin`]: Math.sin,
  [String.raw`\cos`]: Math.cos,
  [String.raw`\ln`]: Math.log,
  [String.raw`\sigma`]: logistic,
  [String.raw`\Phi`]: normalCdf,
  [String.raw`\varphi`]: normalPdf,
};

const relations: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  [String.raw`\le`]: (a, b) => a <= b,
  [String.raw`\ge`]: (a, b) => a >= b,
  [String.raw`\ne`]: (a, b) => a !== b,
};

const spacing = /(?<!\\)\\[ ,]|\\(?:big|Big)[lr]?(?![a-zA-Z])/g;
const token = /\\[a-zA-Z]+|\\\\|\d+(?:\.\d+)?(?:e[+-]?\d+)?|\S/g;

/**
 * The value of a formula with numbers put in. `u` may be defined behind it; a condition
 * behind it, after `\qquad`, must hold.
 *
 * @throws Error for TeX that it does not know, and for cases of which not exactly one holds.
 */
export function evaluateTex(tex: string): number {
  const [formula, condition] = tex.split(String.raw`\qquad`) as [string, string?];
  if (condition && !new Reader(condition).condition())
    throw new Error(`does not hold: ${condition}`);
  const [body, definition] = formula.split(String.raw`, \quad u =`) as [string, string?];
  const u = definition ? new Reader(definition).whole() : NaN;
  return new Reader(body, u).whole();
}

class Reader {
  readonly #tokens: string[];
  readonly #u: number;
  #at = 0;

  constructor(tex: string, u = NaN) {
    this.#tokens = tex.replace(spacing, ' ').match(token) ?? [];
    this.#u = u;
  }

  whole(): number {
    const value = this.#sum();
    if (this.#at < this.#tokens.length) throw new Error(`cannot read on at ${this.#rest()}`);
    return value;
  }

  /** a < b, or a chain a < b < c */
  condition(): boolean {
    let holds = true;
    let left = this.#sum();
    for (let relation; (relation = relations[this.#peek()]);) {
      this.#at++;
      const right = this.#sum();
      holds &&= relation(left, right);
      left = right;
    }
    return holds;
  }

  #rest = () => this.#tokens.slice(this.#at).join(' ');
  #peek = () => this.#tokens[this.#at] ?? '';

  #take(expected?: string): string {
    const next = this.#peek();
    if (next === '' || (expected !== undefined && next !== expected)) {
      throw new Error(`expected ${expected ?? 'more'} at "${this.#rest()}"`);
    }
    this.#at++;
    return next;
  }

  #has(expected: string): boolean {
    const found = this.#peek() === expected;
    if (found) this.#at++;
    return found;
  }

  #sum(): number {
    let value = this.#product();
    for (;;) {
      if (this.#has('+')) value += this.#product();
      else if (this.#has('-')) value -= this.#product();
      else return value;
    }
  }

  #product(): number {
    let value = this.#has('-') ? -this.#power() : this.#power();
    for (;;) {
      if (this.#has(String.raw`\cdot`)) value *= this.#power();
      else if (this.#has('/')) value /= this.#power();
      else if (this.#startsFactor()) value *= this.#power();
      else return value;
    }
  }

  #startsFactor(): boolean {
    const next = this.#peek();
    return (
      /^[\d(eu]/.test(next) ||
      [String.raw`\frac`, String.raw`\sqrt`, String.raw`\lvert`].includes(next) ||
      Object.hasOwn(functions, next) ||
      Object.hasOwn(constants, next)
    );
  }

  #power(): number {
    const base = this.#atom();
    return this.#has('^') ? base ** this.#argument() : base;
  }

  /** {…} or a single token, as after ^, \frac and \sqrt */
  #argument(): number {
    if (!this.#has('{')) return Number(this.#take());
    const value = this.#sum();
    this.#take('}');
    return value;
  }

  #atom(): number {
    const next = this.#take();
    if (/^\d/.test(next)) return Number(next);
    if (next === 'u') return this.#u;
    if (next === '(') return this.#upTo(')');
    if (next === '{') return this.#upTo('}');
    if (next === String.raw`\lvert`) return Math.abs(this.#upTo(String.raw`\rvert`));
    if (next === String.raw`\frac`) return this.#argument() / this.#argument();
    if (next === String.raw`\sqrt`) return Math.sqrt(this.#argument());
    if (next === String.raw`\begin`) return this.#cases();
    if (Object.hasOwn(constants, next)) return constants[next]!;
    if (Object.hasOwn(functions, next)) return this.#call(functions[next]!);
    throw new Error(`cannot read "${next}" before "${this.#rest()}"`);
  }

  #upTo(end: string): number {
    const value = this.#sum();
    this.#take(end);
    return value;
  }

  /** f(a, b), f^2(a), f u */
  #call(fn: (...args: number[]) => number): number {
    const exponent = this.#has('^') ? this.#argument() : 1;
    if (!this.#has('(')) return fn(this.#atom()) ** exponent;
    const args = [this.#sum()];
    while (this.#has(',')) args.push(this.#sum());
    this.#take(')');
    return fn(...args) ** exponent;
  }

  #cases(): number {
    for (const part of ['{', 'c', 'a', 's', 'e', 's', '}']) this.#take(part);
    const holding: number[] = [];
    do {
      const value = this.#sum();
      this.#take('&');
      if (this.condition()) holding.push(value);
    } while (this.#has(String.raw`\\`));
    for (const part of [String.raw`\end`, '{', 'c', 'a', 's', 'e', 's', '}']) this.#take(part);
    if (holding.length !== 1) throw new Error(`${holding.length} cases hold`);
    return holding[0]!;
  }
}
