/** Typesets in the browser what is typeset at build. Apart, so that KaTeX loads only for a new formula. */
export { symbolicFormula, symbolicSlope } from '#figures/formula.ts';
