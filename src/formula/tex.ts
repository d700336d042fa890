/** Formulas in TeX, with letters or with numbers put in (`Symbols` of the registry's templates). */
import { getActivation } from '#activations/index.ts';
import { texNumber } from '#activations/tex.ts';
import type { Elementwise, Symbols } from '#activations/types.ts';
import { number, one, same, type Comparison, type Expr } from './ast.ts';
import { fraction } from './algebra.ts';
import { negated } from './branches.ts';
import {
  atom,
  bracketed,
  enclose,
  functionName,
  levels,
  names,
  numberPiece,
  relations,
  type Level,
  type Piece,
} from './tex-pieces.ts';

/** Without words: the last of several cases has a condition too, so that it reads alike in all languages. */
export const toTex = (expr: Expr, symbols: Symbols): string => new Typesetter(symbols).bare(expr);

class Typesetter {
  readonly #symbols: Symbols;

  constructor(symbols: Symbols) {
    this.#symbols = symbols;
  }

  /** Where nothing stands beside it: a negative z needs no bracket. */
  bare(expr: Expr): string {
    if (expr.kind === 'z') return this.#symbols.bare['z']!;
    if (expr.kind === 'parameter') return this.#symbols.bare[expr.name]!;
    return this.#piece(expr).tex;
  }

  #at(expr: Expr, level: Level): string {
    const piece = this.#piece(expr);
    return piece.level < level ? bracketed(piece.tex) : piece.tex;
  }

  #piece(expr: Expr): Piece {
    switch (expr.kind) {
      case 'number':
        return numberPiece(expr.n, expr.d);
      case 'constant':
        return atom(expr.name === 'e' ? 'e' : String.raw`\pi`);
      case 'z':
        return atom(this.#symbols['z']!);
      case 'parameter':
        return atom(this.#symbols[expr.name]!);
      case 'sum':
        return this.#sum(expr.terms);
      case 'product':
        return this.#product(expr.factors);
      case 'power':
        return this.#power(expr);
      case 'call':
        return this.#call(expr.name, expr.args);
      case 'activation':
        return atom(this.#activation(expr) + bracketed(this.bare(expr.of)));
      case 'cases':
        return { tex: this.#cases(expr), level: levels.cases };
    }
  }

  #sum(terms: readonly Expr[]): Piece {
    const tex = terms
      .map((term, i) => {
        const text = this.#at(term, levels.product);
        if (i === 0) return text;
        return text.startsWith('-') ? ` - ${text.slice(1).trimStart()}` : ` + ${text}`;
      })
      .join('');
    return { tex, level: levels.sum };
  }

  #product(factors: readonly Expr[]): Piece {
    let sign = '';
    const above: Expr[] = [];
    const below: Expr[] = [];
    for (const [i, factor] of factors.entries()) {
      if (factor.kind === 'number') {
        const { n, d } = factor;
        const leading = i === 0 && n < 0;
        if (leading) sign = '-';
        const top = leading ? -n : n;
        if (top !== 1 || d !== 1 || i > 0) if (top !== 1) above.push(number(top));
        if (d !== 1) below.push(number(d));
      } else if (
        factor.kind === 'power' &&
        factor.exponent.kind === 'number' &&
        factor.exponent.n < 0
      ) {
        const { n, d } = factor.exponent;
        below.push(n === -1 && d === 1 ? factor.base : { ...factor, exponent: fraction(-n, d) });
      } else above.push(factor);
    }
    const level = sign || below.length === 0 ? levels.product : levels.power;
    if (below.length === 0) return { tex: sign + this.#row(above), level };
    // A plain number below a long product stands before it: ½ z (1 + erf …).
    const [only] = below;
    const long =
      above.length > 1 &&
      above.some(({ kind }) => kind === 'sum' || kind === 'call' || kind === 'activation');
    if (below.length === 1 && only?.kind === 'number' && long) {
      const leads = above[0]?.kind === 'number';
      const first = leads ? above[0]! : one;
      const rest = leads ? above.slice(1) : above;
      const tex = String.raw`\frac{${this.bare(first)}}{${this.bare(only)}}${this.#symbols.times}${this.#row(rest)}`;
      return { tex: sign + tex, level: levels.product };
    }
    const top =
      above.length === 0 ? '1' : above.length === 1 ? this.bare(above[0]!) : this.#row(above);
    const bottom = below.length === 1 ? this.bare(below[0]!) : this.#row(below);
    return { tex: String.raw`${sign}\frac{${top}}{${bottom}}`, level };
  }

  /** Factors side by side, with a dot where digits would run together. */
  #row(factors: readonly Expr[]): string {
    if (factors.length === 0) return '1';
    const numeric = this.#symbols.times.includes('cdot');
    return factors
      .map((factor, i) => {
        const text = this.#at(factor, factors.length > 1 ? levels.power : levels.product);
        const safe = i > 0 && text.startsWith('-') ? bracketed(text) : text;
        if (i === 0) return safe;
        const digits = factors[i - 1]!.kind === 'number';
        if (numeric || /^[\d.]/.test(safe)) return String.raw` \cdot ${safe}`;
        return digits ? ` ${safe}` : String.raw`\, ${safe}`;
      })
      .join('');
  }

  #power({ base, exponent }: Extract<Expr, { kind: 'power' }>): Piece {
    if (exponent.kind === 'number' && exponent.n < 0)
      return this.#product([{ kind: 'power', base, exponent }]);
    if (exponent.kind === 'number' && exponent.n === 1 && exponent.d === 2)
      return atom(String.raw`\sqrt{${this.bare(base)}}`);
    const raised = this.bare(exponent);
    const positive = exponent.kind === 'number' && exponent.d === 1 && Number.isInteger(exponent.n);
    // sin² z and not (sin z)², for functions with a name.
    if (positive && base.kind === 'call' && base.args.length === 1 && base.name in names) {
      const tex = `${functionName(base.name)}^{${raised}}${bracketed(this.bare(base.args[0]!))}`;
      return { tex, level: levels.power };
    }
    const text = this.#piece(base);
    const plain =
      text.level === levels.atom &&
      !text.tex.startsWith('-') &&
      !(base.kind === 'call' && base.name === 'exp');
    return { tex: `${plain ? text.tex : bracketed(text.tex)}^{${raised}}`, level: levels.power };
  }

  #call(name: Extract<Expr, { kind: 'call' }>['name'], args: readonly Expr[]): Piece {
    const [u, v] = args as [Expr, Expr];
    if (name === 'abs')
      return atom(
        enclose(String.raw`\lvert `, this.bare(u), String.raw`\rvert `).replace(
          /\\left\\lvert/,
          String.raw`\left\lvert`,
        ),
      );
    if (name === 'sqrt') return atom(String.raw`\sqrt{${this.bare(u)}}`);
    if (name === 'powerLog')
      return {
        tex: String.raw`${this.#power({ kind: 'power', base: u, exponent: v }).tex}\, \ln${bracketed(this.bare(u))}`,
        level: levels.product,
      };
    if (name === 'exp') {
      const exponent = this.bare(u);
      if (!/\\begin|\\left/.test(exponent)) return { tex: `e^{${exponent}}`, level: levels.power };
      return atom(String.raw`\exp${bracketed(exponent)}`);
    }
    if (name === 'log1p' || name === 'expm1') {
      if (name === 'log1p')
        return atom(String.raw`\ln${bracketed(this.bare({ kind: 'sum', terms: [one, u] }))}`);
      return this.#sum([{ kind: 'call', name: 'exp', args }, number(-1)]);
    }
    // max(a, max(b, c)) is max(a, b, c).
    const flat = [u];
    for (let rest: Expr | undefined = v; rest;) {
      const nested: boolean = rest.kind === 'call' && rest.name === name;
      flat.push(nested ? (rest as Extract<Expr, { kind: 'call' }>).args[0]! : rest);
      rest = nested ? (rest as Extract<Expr, { kind: 'call' }>).args[1] : undefined;
    }
    return atom(
      functionName(name) + bracketed(flat.map((arg) => this.bare(arg)).join(String.raw`,\ `)),
    );
  }

  #activation({ id, parameters, slope }: Extract<Expr, { kind: 'activation' }>): string {
    const activation: Elementwise = getActivation(id);
    const values = Object.entries(parameters).map(
      ([name, value]) => `${activation.parameters[name]!.tex} = ${texNumber(value)}`,
    );
    const index = values.length > 0 ? `_{${values.join(', ')}}` : '';
    return `${activation.tex.name}${slope ? "'" : ''}${index}`;
  }

  #comparison = ({ left, relation, right }: Comparison) =>
    `${this.bare(left)} ${relations[relation]} ${this.bare(right)}`;

  /** `−1 < z < 1` where two comparisons enclose the same thing. */
  #conditions(when: readonly Comparison[]): string {
    const [first, second] = when;
    if (
      when.length === 2 &&
      same(first!.left, second!.left) &&
      first!.relation[0] !== second!.relation[0]
    ) {
      const [above, below] = first!.relation.startsWith('>')
        ? [first!, second!]
        : [second!, first!];
      const from = `${this.bare(above.right)} ${relations[above.relation === '>' ? '<' : '<=']}`;
      return `${from} ${this.#comparison(below)}`;
    }
    return when.map(this.#comparison).join(String.raw`,\ `);
  }

  #cases(expr: Extract<Expr, { kind: 'cases' }>): string {
    const rows: string[] = [];
    const failed: Comparison[][] = [];
    let rest: Expr = expr;
    for (; rest.kind === 'cases'; rest = rest.otherwise) {
      rows.push(`${this.bare(rest.then)} & ${this.#conditions(rest.when)}`);
      failed.push(rest.when.map(negated));
    }
    // None of the above: one comparison of every row fails.
    const singles = failed.filter((when) => when.length === 1).flat();
    const several = failed
      .filter((when) => when.length > 1)
      .map((when) =>
        // What lies left on the axis stands first.
        when
          .toSorted((a, b) => a.relation.charCodeAt(0) - b.relation.charCodeAt(0))
          .map(this.#comparison)
          .join(String.raw` \lor `),
      );
    const conditions = [...(singles.length > 0 ? [this.#conditions(singles)] : []), ...several];
    rows.push(`${this.bare(rest)} & ${conditions.join(',\\ ')}`);
    return String.raw`\begin{cases} ${rows.join(String.raw` \\ `)} \end{cases}`;
  }
}
