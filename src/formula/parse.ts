/** Reads a formula, and holds it to what a function of z must be. */
import { contains, parametersOf, type Expr } from './ast.ts';
import { FormulaError, type Notice } from './error.ts';
import { Parser } from './parser.ts';

/** More would not be read by anybody, and keeps every derivative small. */
export const maxLength = 200;
const maxParameters = 2;

export interface Parsed {
  readonly text: string;
  readonly expr: Expr;
  /** Keys of the free parameters, by first appearance. */
  readonly parameters: readonly string[];
  readonly notices: readonly Notice[];
}

/** @throws FormulaError with the place of the first mistake */
export function parse(text: string): Parsed {
  if (text.trim() === '') throw new FormulaError('empty', 0, text.length);
  if (text.length > maxLength) {
    throw new FormulaError('tooLong', maxLength, text.length, { values: { most: maxLength } });
  }
  const { expr, places, notices } = new Parser(text).whole();
  const parameters = parametersOf(expr);
  if (!contains(expr, 'z')) throw new FormulaError('noZ', 0, text.length);
  if (parameters.length > maxParameters) {
    const { start, end } = places.get(parameters[maxParameters]!)!;
    const names = parameters.map((key) => places.get(key)!.text).join(', ');
    throw new FormulaError('tooManyParameters', start, end, {
      values: { names, most: maxParameters },
    });
  }
  return { text, expr, parameters, notices };
}
