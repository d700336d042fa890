/** Cuts a formula into tokens, with their places. Typographic signs are read as what they stand for. */
import { FormulaError } from './error.ts';
import { functionNamed, isInput, parameterKey } from './names.ts';

export interface Token {
  /** `op` for everything that is no number and no name; `end` once, at the end. */
  readonly kind: 'number' | 'name' | 'op' | 'end';
  /** As it is understood: `-` for `−`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const signs: Readonly<Record<string, string>> = {
  ...{ '−': '-', '–': '-', '·': '*', '⋅': '*', '×': '*', '∗': '*', '÷': '/', '∕': '/' },
  ...{
    '≤': '<=',
    '≥': '>=',
    '＝': '=',
    '（': '(',
    '）': ')',
    '，': ',',
    '∣': '|',
    '：': ':',
    '？': '?',
  },
  ...{ '[': '(', ']': ')', '{': '(', '}': ')' },
};
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const patterns = {
  space: /\s+/y,
  number: /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y,
  raised: /[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/y,
  word: /[\p{L}_]+(?:[-\d\p{L}\p{Lm}_]*[\p{L}\d])?/uy,
  op: /\*\*|<=|>=|&&|==|[-+*/^(),;|?:<>=√−–·⋅×∗÷∕≤≥＝（），∣：？[\]{}]/y,
};

/** `f(z) =` in front is understood and left out, without moving any place. */
const withoutHead = (text: string) =>
  text.replace(/^\s*(?:[fyσ]\s*(?:\(\s*[zx]\s*\))?)\s*=(?!=)/, (head) => ' '.repeat(head.length));

export function tokenize(formula: string): Token[] {
  const text = withoutHead(formula);
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: Token['kind'], length: number, read: string) => {
    tokens.push({ kind, text: read, start: at, end: at + length });
    at += length;
  };
  while (at < text.length) {
    const space = match(patterns.space);
    if (space) {
      at += space.length;
      continue;
    }
    const digits = match(patterns.number);
    const raised = match(patterns.raised);
    const word = match(patterns.word);
    const op = match(patterns.op);
    if (digits) {
      const rest = /^[\d.]*\.[\d.]*/.exec(text.slice(at + digits.length))?.[0] ?? '';
      if (rest) throw new FormulaError('badNumber', at, at + digits.length + rest.length);
      push('number', digits.length, digits);
    } else if (raised) {
      const exponent = [...raised].map((c) =>
        c === '⁻' ? '-' : c === '⁺' ? '' : superscripts.indexOf(c),
      );
      tokens.push({ kind: 'op', text: '^', start: at, end: at });
      push('number', raised.length, exponent.join(''));
    } else if (word) {
      const length = wordLength(word);
      push('name', length, word.slice(0, length));
    } else if (op) push('op', op.length, op === '**' ? '^' : (signs[op] ?? op));
    else {
      const [sign] = text.slice(at);
      const character = String.fromCodePoint(text.codePointAt(at)!);
      throw new FormulaError('unknownCharacter', at, at + character.length, {
        values: { character: character || sign! },
      });
    }
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return tokens;
}

/**
 * How much of a run of letters, digits and hyphens is one name: the longest start that names a function
 * (`leaky-relu`, `relu6`), else the letters before the first digit or hyphen.
 */
function wordLength(word: string): number {
  for (let length = word.length; length > 1; length--) {
    if (/[-_]$/.test(word.slice(0, length))) continue;
    // A name ends where another sort of character begins: `relub` is not `relu` times b.
    const boundary =
      length === word.length || !/^\p{L}$/u.test(word[length]!) || word[length] === '-';
    if (boundary && functionNamed(word.slice(0, length))) return length;
  }
  const letters = /^[\p{L}\p{Lm}_]+/u.exec(word)![0];
  return letters.length;
}

/** Whether a name means something by itself: z, a constant or a parameter. */
export const isLetter = (name: string): boolean =>
  isInput(name) ||
  name === 'e' ||
  name === 'pi' ||
  name === 'π' ||
  parameterKey(name) !== undefined;

/** A place in a list of tokens. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #place = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The token so many places on. */
  at(offset: number): Token | undefined {
    return this.#tokens[this.#place + offset];
  }

  get peek(): Token {
    return this.#tokens[this.#place]!;
  }

  /** The token that was taken last. */
  get before(): Token {
    return this.#tokens[Math.max(0, this.#place - 1)]!;
  }

  beforeToken(token: Token): Token | undefined {
    return this.#tokens[this.#tokens.indexOf(token) - 1];
  }

  next(): Token {
    const token = this.peek;
    if (token.kind !== 'end') this.#place++;
    return token;
  }

  /** Takes the next token if it is one of these signs. */
  has(...texts: string[]): Token | undefined {
    const token = this.peek;
    return token.kind === 'op' && texts.includes(token.text) ? this.next() : undefined;
  }
}
