/** Mistakes in a formula, each with what may have been meant. */
import { FormulaError } from './error.ts';
import { nearestName } from './names.ts';
import { isLetter, type Token } from './tokens.ts';

/** A token that nothing waits for. */
export function surplus(token: Token, before?: Token, after?: Token): FormulaError {
  const { text, start, end } = token;
  if (text === ')')
    return new FormulaError('unopened', start, end, { fix: { start, end, text: '' } });
  if (text === ',' || text === ';') {
    const decimal = before?.kind === 'number' && after?.kind === 'number';
    const meant = decimal ? { hint: 'decimal', fix: { start, end, text: '.' } } : {};
    return new FormulaError('comma', start, end, meant);
  }
  if (text === '=' || text === '==') return new FormulaError('equals', start, end);
  if (text === ':') return new FormulaError('condition', start, end, { hint: 'colon' });
  if (/^[<>]/.test(text)) return new FormulaError('condition', start, end);
  const fix = { start, end: start, text: '* ' };
  return new FormulaError('missingOperator', start, end, { fix });
}

/**
 * A sign, or the end of the formula, where a number, a name or a bracket is needed.
 *
 * @param formula as it was typed: `**` is read as `^`, and is quoted as `**`
 */
export function missing(token: Token, before: Token | undefined, formula: string): FormulaError {
  const ends = token.kind === 'end';
  const { start, end } = ends && before ? before : token;
  return new FormulaError('missingOperand', start, end, {
    hint: ends ? 'missingOperandEnd' : 'missingOperand',
    values: { sign: formula.slice(start, end) || ' ' },
  });
}

const closing = ({ text }: Token): string => (text === '|' ? '|' : ')');

/**
 * @param open what is open at the end, outermost first: the innermost is named, all are offered to be closed
 * @param end of the formula; absent when nothing stands in the bracket
 */
export function unclosed(open: readonly Token[], end?: number): FormulaError {
  const last = open.at(-1)!;
  const text = open.map(closing).reverse().join('');
  return new FormulaError('unclosed', last.start, last.end, {
    values: { bracket: last.text, close: closing(last) },
    ...(end !== undefined && { fix: { start: end, end, text } }),
  });
}

/** A name that means nothing. `az` is more likely a product than a misspelt function, unless it is called. */
export function unknown({ text: name, start, end }: Token, called: boolean): FormulaError {
  const letters = [...name];
  if (letters.length <= 3 && letters.every(isLetter) && !called) {
    const product = letters.join(' ');
    return new FormulaError('unknownName', start, end, {
      hint: 'product',
      values: { name, product },
      fix: { start, end, text: product },
    });
  }
  const near = nearestName(name);
  if (near === undefined) return new FormulaError('unknownName', start, end, { values: { name } });
  return new FormulaError('unknownName', start, end, {
    hint: 'near',
    values: { name, near },
    fix: { start, end, text: near },
  });
}

/** A function without brackets. @param argument what follows it, for `sin z` */
export function bracketless(token: Token, argument?: Token): FormulaError {
  const { text: name, start, end } = token;
  const single = argument?.kind === 'name' || argument?.kind === 'number';
  return new FormulaError('callBracket', start, end, {
    values: { name },
    ...(single && { fix: { start: end, end: argument!.end, text: `(${argument!.text})` } }),
  });
}
