/** The reader's own activation function, from a formula such as `z * sigmoid(1.7 z)`. No text is evaluated. */
export { ownFunction, type OwnFunction } from './own.ts';
export { parse, maxLength, maxParameters, type Parsed } from './parse.ts';
export { FormulaError, type Fix, type Notice, type Reason } from './error.ts';
export { checkDerivative, type Check } from './check.ts';
export type { NumericFacts } from './facts.ts';
