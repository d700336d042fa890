/** The reader's own activation function, from a formula such as `z * sigmoid(1.7 z)`. No text is evaluated. */
export { ownFunction, type OwnFunction } from './own.ts';
export { parse, maxLength } from './parse.ts';
export { FormulaError } from './error.ts';
export { checkDerivative } from './check.ts';
export type { NumericFacts } from './facts.ts';
