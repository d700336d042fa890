/** A reader's formula as a Python expression in the words of a framework. */
import { bind, getActivation } from '#activations/index.ts';
import { contains, type Comparison, type Expr } from '#formula/ast.ts';
import type { BuiltinId } from '#formula/builtins.ts';
import { frameworkActivations } from './activation-frameworks.ts';
import { numpyActivations } from './activation-numpy.ts';
import { float, functionCode } from './python.ts';

export type Dialect = 'numpy' | 'torch' | 'tensorflow' | 'jax';

export interface PythonFormula {
  readonly text: string;
  /** Functions that it calls: definitions that must stand before it. */
  readonly helpers: readonly string[];
}

/** Python's keywords among the names of parameters. */
export const pythonName = (parameter: string): string =>
  parameter === 'lambda' ? 'lambda_' : parameter === 'z' ? 'z_' : parameter;

const modules = { numpy: 'np', torch: 'torch', tensorflow: 'tf.math', jax: 'jnp' } as const;

/** Where a framework's name is not `module.name`. */
const names: Readonly<Record<Dialect | 'math', Partial<Record<BuiltinId, string>>>> = {
  numpy: { ln: 'np.log', arsinh: 'np.arcsinh', erf: 'erf', Phi: 'normal_cdf', phi: 'normal_pdf' },
  torch: {
    ln: 'torch.log',
    arctan: 'torch.atan',
    arsinh: 'torch.asinh',
    Phi: 'torch.special.ndtr',
    phi: 'normal_pdf',
  },
  tensorflow: {
    ln: 'tf.math.log',
    arctan: 'tf.math.atan',
    arsinh: 'tf.math.asinh',
    Phi: 'normal_cdf',
    phi: 'normal_pdf',
  },
  jax: {
    ln: 'jnp.log',
    arsinh: 'jnp.arcsinh',
    erf: 'jax.scipy.special.erf',
    Phi: 'jax.scipy.special.ndtr',
    phi: 'normal_pdf',
  },
  math: {
    ln: 'math.log',
    arctan: 'math.atan',
    arsinh: 'math.asinh',
    abs: 'abs',
    max: 'max',
    min: 'min',
  },
};

const where = { numpy: 'np.where', torch: 'torch.where', tensorflow: 'tf.where', jax: 'jnp.where' };

const helperCode = (name: string, dialect: Dialect): string | undefined => {
  const m = modules[dialect];
  return {
    normal_pdf: `def normal_pdf(u):\n    return ${m}.exp(-u * u / 2) / math.sqrt(2 * math.pi)`,
    normal_cdf: `def normal_cdf(u):\n    return ${dialect === 'numpy' ? '' : `${m}.`}erfc(-u / math.sqrt(2)) / 2`,
    power_log: `def power_log(u, v):\n    return np.where((u == 0) & (v > 0), 0.0, u**v * np.log(np.where(u == 0, 1.0, u)))`,
  }[name];
};

/** How tightly a text holds together; it is put in brackets where that is not enough. */
const tight = { sum: 1, product: 2, minus: 3, power: 4, atom: 5 } as const;
type Tightness = (typeof tight)[keyof typeof tight];
type Piece = readonly [text: string, tightness: Tightness];

/** @param z what the pre-activation is called */
export function toPython(expr: Expr, dialect: Dialect, z = 'z'): PythonFormula {
  const printer = new Printer(dialect, z);
  const [text] = printer.print(expr);
  return { text, helpers: [...printer.helpers] };
}

class Printer {
  readonly helpers = new Set<string>();
  readonly #dialect: Dialect;
  readonly #z: string;

  constructor(dialect: Dialect, z: string) {
    this.#dialect = dialect;
    this.#z = z;
  }

  print(expr: Expr): Piece {
    switch (expr.kind) {
      case 'number':
        return expr.d === 1
          ? [float(expr.n), expr.n < 0 ? tight.minus : tight.atom]
          : [`${float(expr.n)} / ${float(expr.d)}`, tight.product];
      case 'constant':
        return [`math.${expr.name}`, tight.atom];
      case 'z':
        return [this.#z, tight.atom];
      case 'parameter':
        return [pythonName(expr.name), tight.atom];
      case 'sum':
        return [this.#sum(expr.terms), tight.sum];
      case 'product':
        return this.#product(expr.factors);
      case 'power':
        return this.#product([expr]);
      case 'call':
        return this.#call(expr.name, expr.args);
      case 'activation':
        return [this.#activation(expr), tight.atom];
      case 'cases': {
        const { when, otherwise } = expr;
        // A plain number that comes first is single precision to TensorFlow.
        const plain = this.#dialect === 'tensorflow' && !contains(expr.then, 'z');
        const then = plain ? this.#spread(expr.then) : expr.then;
        const parts = [this.#condition(when), this.#text(then), this.#text(otherwise)];
        return [`${where[this.#dialect]}(${parts.join(', ')})`, tight.atom];
      }
    }
  }

  /** The expression, in brackets unless it is that tight. */
  #text(expr: Expr, least: Tightness = tight.sum): string {
    const [text, tightness] = this.print(expr);
    return tightness < least ? `(${text})` : text;
  }

  #sum(terms: readonly Expr[]): string {
    return terms
      .map((term) => this.#text(term, tight.product))
      .reduce((sum, term) =>
        term.startsWith('-') ? `${sum} - ${term.slice(1)}` : `${sum} + ${term}`,
      );
  }

  #product(given: readonly Expr[]): Piece {
    const [first] = given;
    const negative =
      first?.kind === 'number' && first.n === -1 && first.d === 1 && given.length > 1;
    const above: string[] = [];
    const below: string[] = [];
    for (const factor of negative ? given.slice(1) : given) {
      const { base, exponent } =
        factor.kind === 'power' ? factor : { base: factor, exponent: undefined };
      const n = exponent?.kind === 'number' ? exponent.n / exponent.d : undefined;
      if (n !== undefined && n < 0) below.push(this.#power(base, undefined, -n));
      else above.push(exponent ? this.#power(base, exponent, n) : this.#text(base, tight.minus));
    }
    if (above.length === 1 && below.length === 0) {
      return negative
        ? [`-${above[0]!}`, tight.minus]
        : [above[0]!, given[0]!.kind === 'power' ? tight.power : this.print(given[0]!)[1]];
    }
    const numerator = above.length === 0 ? '1.0' : above.join(' * ');
    const denominator = below.length > 1 ? `(${below.join(' * ')})` : below[0];
    const text = denominator ? `${numerator} / ${denominator}` : numerator;
    return [`${negative ? '-' : ''}${text}`, tight.product];
  }

  #power(base: Expr, exponent: Expr | undefined, n: number | undefined): string {
    if (n === 1) return this.#text(base, tight.minus);
    const text = n === undefined ? this.#text(exponent!, tight.atom) : String(n);
    return `${this.#text(base, tight.atom)}**${text}`;
  }

  #call(name: BuiltinId, args: readonly Expr[]): Piece {
    const dialect = args.some((arg) => contains(arg, 'z')) ? this.#dialect : 'math';
    const texts = args.map((arg) => this.#text(arg));
    if (dialect !== 'math' && (name === 'max' || name === 'min')) {
      // Where both are equal, the slope is that of the one that does not move, as in the book.
      const [u, v] = args as [Expr, Expr];
      const swap = !(contains(u, 'z') && !contains(v, 'z'));
      const [left, right] = swap ? [texts[1]!, texts[0]!] : [texts[0]!, texts[1]!];
      const relation = name === 'max' ? '>' : '<';
      return [`${where[dialect]}(${left} ${relation} ${right}, ${left}, ${right})`, tight.atom];
    }
    if (dialect === 'math' && ['sign', 'Phi', 'phi'].includes(name)) {
      // Python has no such function of a plain number.
      return this.#call(name, [this.#spread(args[0]!)]);
    }
    if (name === 'powerLog') this.#help('power_log');
    const known = name === 'powerLog' ? 'power_log' : names[dialect][name];
    if (known) this.#help(known);
    const module = dialect === 'math' ? 'math' : modules[dialect];
    return [`${known ?? `${module}.${name}`}(${texts.join(', ')})`, tight.atom];
  }

  #help(name: string): void {
    const code = helperCode(name, this.#dialect);
    if (code) this.helpers.add(code);
  }

  /** A number as an array of the size of z. */
  #spread = (expr: Expr): Expr => ({
    kind: 'sum',
    terms: [expr, { kind: 'product', factors: [{ kind: 'number', n: 0, d: 1 }, { kind: 'z' }] }],
  });

  #activation({ id, parameters, slope, of }: Extract<Expr, { kind: 'activation' }>): string {
    const { parameters: values } = bind(getActivation(id), parameters);
    const [base] = frameworkActivations[id].name;
    const name = slope ? `${base}_slope` : base;
    const parameterNames = Object.keys(getActivation(id).parameters);
    const body =
      this.#dialect === 'numpy'
        ? numpyActivations[id][slope ? 'df' : 'f']
        : [frameworkActivations[id][this.#dialect]];
    // NumPy's own helper may have the name already.
    if (body[0] !== `${name}(z)`) this.helpers.add(functionCode(name, parameterNames, body));
    const of_ = contains(of, 'z') ? of : this.#spread(of);
    return `${name}(${[this.#text(of_), ...parameterNames.map((key) => float(values[key]!))].join(', ')})`;
  }

  #condition(when: readonly Comparison[]): string {
    const texts = when.map(
      ({ left, relation, right }) => `${this.#text(left)} ${relation} ${this.#text(right)}`,
    );
    return texts.length === 1 ? texts[0]! : texts.map((text) => `(${text})`).join(' & ');
  }
}
