/** Formulas without z, as authors type them beside an answer: `sigmoid(2) * (1 - sigmoid(2))`. */
import { compile } from '#formula/compile.ts';
import { FormulaError, parse } from '#formula/index.ts';

/**
 * What the formula comes to.
 *
 * @throws RangeError for a text that is no such formula, with the place of the mistake
 */
export function constant(text: string): number {
  // The parser wants its z; this one changes nothing, and stands behind every place.
  const { expr, parameters } = readable(text, () => parse(`(${text}) + 0 * z`));
  if (parameters.length > 0) throw new RangeError(`"${text}": what is ${parameters.join(', ')}?`);
  const value = compile(expr, [])(0, NaN, NaN);
  if (!Number.isFinite(value)) throw new RangeError(`"${text}" has no value`);
  // A z of its own would make it a function.
  if (compile(expr, [])(1, NaN, NaN) !== value) throw new RangeError(`"${text}" contains z`);
  return value;
}

/** @throws RangeError, in place of a FormulaError, with words for an author */
export function readable<T>(text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new RangeError(`"${text}" is no formula: ${error.message}`, { cause: error });
  }
}
