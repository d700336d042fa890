/** The formulas of a function's page, typeset. */
import type { Activation } from '#activations/types.ts';
import { curveOf } from '#figures/curve.ts';
import { symbolicFormula, symbolicSlope } from '#figures/formula.ts';
import { renderMath } from '#markdown/katex-plugin.ts';

/** What stands before the formula of a function of several numbers. Softmax brings its own pᵢ. */
const head = {
  vector: () => '',
  maxout: (name: string) => String.raw`${name}(\mathbf{x}) = `,
  gated: (name: string) => `${name}(u, v) = `,
};

/** f and its slope, or its partial derivatives, as HTML blocks. */
export function formulasOf(activation: Activation): [value: string, slope: string] {
  if (activation.kind === 'elementwise') {
    const curve = curveOf(activation.id);
    return [symbolicFormula(curve), symbolicSlope(curve)];
  }
  const { kind, tex } = activation;
  return [
    renderMath(head[kind](tex.name) + tex.f, { displayMode: true }),
    renderMath(tex.df, { displayMode: true }),
  ];
}
