/**
 * The grammar of a formula: a Pratt parser. By hand, since no small library does what a reader's formula
 * needs: products without a sign, |z| and z², names of the registry, and the place of every mistake. jsep
 * (3.5 kB) has no products without a sign, takes `2 z` for two expressions, and leaves no places on its
 * nodes; mathjs (its parser for plain numbers 38 kB, with derivatives 48 kB, against 13 kB for all of
 * this folder) has neither |z| nor z² nor places on its nodes, and takes unknown names as they come.
 */
import { number, call, type Comparison, type Expr, type Relation } from './ast.ts';
import { applied } from './calls.ts';
import { FormulaError, type Notice, type Reason } from './error.ts';
import { bracketless, missing, surplus, unclosed, unknown } from './mistakes.ts';
import { functionNamed, isInput, parameterKey, type Meaning } from './names.ts';
import { divide, opposite, product, raise } from './raw.ts';
import { Cursor, isLetter, tokenize, type Token } from './tokens.ts';

/** More brackets in brackets would not be read by anybody. */
const maxDepth = 24;

/** What stands in a text. */
interface Read {
  readonly expr: Expr;
  /** Where each parameter is first met, by its key. */
  readonly places: ReadonlyMap<string, Token>;
  readonly notices: readonly Notice[];
}

export class Parser {
  readonly #text: string;
  readonly #cursor: Cursor;
  readonly #notices = new Map<string, Notice>();
  readonly #places = new Map<string, Token>();
  #depth = 0;
  /** The |, ( and so on that are open now: a second | closes the first. */
  readonly #open: Token[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#cursor = new Cursor(tokenize(text));
  }

  /** @throws FormulaError with the place of the first mistake */
  whole(): Read {
    const expr = this.#choice();
    const rest = this.#cursor.peek;
    if (rest.kind !== 'end') this.#stop(rest);
    return { expr, places: this.#places, notices: [...this.#notices.values()] };
  }

  #fail(reason: Reason, { start, end }: Pick<Token, 'start' | 'end'>, more = {}): never {
    throw new FormulaError(reason, start, end, more);
  }

  #notice(reason: Notice['reason'], values: Notice['values'] = {}) {
    this.#notices.set(reason, { reason, values });
  }

  /** A token that nothing waits for. */
  #stop(token: Token): never {
    throw surplus(token, this.#cursor.at(-1), this.#cursor.at(1));
  }

  /** Reads what stands inside something else: in brackets, in an exponent, behind a sign. */
  #inside<T>(read: () => T): T {
    if (++this.#depth > maxDepth)
      this.#fail('tooDeep', this.#cursor.peek, { values: { most: maxDepth } });
    const result = read();
    this.#depth--;
    return result;
  }

  /** `condition ? a : b`, or a sum. */
  #choice = (): Expr =>
    this.#inside(() => {
      const { start } = this.#cursor.peek;
      const first = this.#sum();
      const when = this.#comparisons(first);
      const mark = this.#cursor.has('?');
      if (!mark) {
        if (when.length > 0) this.#fail('condition', { start, end: this.#cursor.before.end });
        return first;
      }
      if (when.length === 0) this.#fail('noCondition', { start, end: mark.start });
      const then = this.#choice();
      if (!this.#cursor.has(':')) this.#fail('colon', mark);
      return { kind: 'cases', when, then, otherwise: this.#choice() };
    });

  /** `< b`, or a chain `< b < c`, after what stands left of it. */
  #comparisons(first: Expr): Comparison[] {
    const found: Comparison[] = [];
    let left = first;
    for (let token; (token = this.#cursor.has('<', '<=', '>', '>='));) {
      const right = this.#sum();
      found.push({ left, relation: token.text as Relation, right });
      left = right;
    }
    return found;
  }

  #sum(): Expr {
    const terms = [this.#product()];
    for (let sign; (sign = this.#cursor.has('+', '-'));) {
      const term = this.#product();
      terms.push(sign.text === '-' ? opposite(term) : term);
    }
    return terms.length === 1 ? terms[0]! : { kind: 'sum', terms };
  }

  #product(): Expr {
    const factors: Expr[] = [this.#signed()];
    let divided = false;
    for (;;) {
      const sign = this.#cursor.has('*', '/');
      if (sign?.text === '/') {
        divide(factors, this.#signed());
        divided = true;
      } else if (sign) factors.push(this.#signed());
      else if (this.#startsFactor()) {
        if (divided) this.#notice('division');
        factors.push(this.#power());
      } else break;
    }
    return product(factors);
  }

  /** Whether a factor begins here without a sign before it. A number never does: z2 may be a slip. */
  #startsFactor(): boolean {
    const { kind, text } = this.#cursor.peek;
    if (kind === 'name') return true;
    if (text === '|') return this.#open.at(-1)?.text !== '|';
    return kind === 'op' && (text === '(' || text === '√');
  }

  #signed(): Expr {
    if (this.#cursor.has('-')) return opposite(this.#inside(() => this.#signed()));
    if (this.#cursor.has('+')) return this.#inside(() => this.#signed());
    return this.#power();
  }

  #power(): Expr {
    const base = this.#atom();
    if (!this.#cursor.has('^')) return base;
    return raise(
      base,
      this.#inside(() => this.#signed()),
    );
  }

  #atom(): Expr {
    const token = this.#cursor.next();
    if (token.kind === 'number') return number(Number(token.text));
    if (token.kind === 'name') return this.#name(token);
    if (token.text === '(') return this.#upTo(token, ')');
    if (token.text === '|') return call('abs', this.#upTo(token, '|'));
    if (token.text === '√')
      return call(
        'sqrt',
        this.#inside(() => this.#atom()),
      );
    return this.#missing(token);
  }

  /** A sign, a bracket or the end where a number, a name or a bracket is needed. */
  #missing(token: Token): never {
    const before = this.#cursor.beforeToken(token);
    const open = this.#open.at(-1);
    if (token.kind === 'end' && open && before === open) throw unclosed(this.#open);
    if (token.text === ')' && this.#open.length === 0) this.#stop(token);
    throw missing(token, before, this.#text);
  }

  /** What stands between an opening and its closing sign. */
  #upTo(open: Token, close: string): Expr {
    this.#open.push(open);
    const inner = this.#choice();
    this.#close(close);
    return inner;
  }

  #close(close: string) {
    if (!this.#cursor.has(close)) {
      if (this.#cursor.peek.kind === 'end') throw unclosed(this.#open, this.#text.length);
      this.#stop(this.#cursor.peek);
    }
    this.#open.pop();
  }

  #name(token: Token): Expr {
    const { text } = token;
    const meaning = functionNamed(text);
    // H(z) is the step, H alone a parameter.
    if (meaning && (this.#cursor.peek.text === '(' || !isLetter(text)))
      return this.#call(token, meaning);
    if (isInput(text)) {
      if (text !== 'z') this.#notice('x', { letter: text });
      return { kind: 'z' };
    }
    if (text === 'e') return { kind: 'constant', name: 'e' };
    if (text === 'pi' || text === 'π') return { kind: 'constant', name: 'pi' };
    const key = parameterKey(text);
    if (key === undefined) throw unknown(token, this.#cursor.peek.text === '(');
    if (!this.#places.has(key)) this.#places.set(key, token);
    if (this.#cursor.peek.text === '(' && this.#cursor.peek.start === token.end)
      this.#notice('letterCall', { letter: text });
    return { kind: 'parameter', name: key };
  }

  #call(token: Token, meaning: Meaning): Expr {
    const { text } = token;
    let exponent: Expr | undefined;
    const raised = this.#cursor.has('^'); // sin²(z)
    if (raised) exponent = this.#atom();
    const open = this.#cursor.has('(');
    if (!open) throw bracketless(token, raised ? undefined : this.#cursor.peek);
    this.#open.push(open);
    const args: Expr[] = [];
    const places: Pick<Token, 'start' | 'end'>[] = [];
    let when: Comparison[] = [];
    const chooses = meaning.kind === 'special' && meaning.name === 'where';
    do {
      const { start } = this.#cursor.peek;
      if (chooses && places.length === 0) {
        when = this.#comparisons(this.#sum());
        if (when.length === 0) this.#fail('noCondition', { start, end: this.#cursor.before.end });
      } else args.push(this.#choice());
      places.push({ start, end: this.#cursor.before.end });
    } while (this.#cursor.has(',', ';'));
    this.#close(')');
    if (text === 'log') this.#notice('log');
    const place = { start: token.start, end: this.#cursor.before.end };
    const value = applied({ name: text, meaning, args, when, place, places });
    return exponent ? raise(value, exponent) : value;
  }
}
