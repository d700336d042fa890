/** The reader's own formula as a definition in Python. */
import { bind } from '#activations/index.ts';
import { walk, type Expr } from '#formula/ast.ts';
import { ownFunction } from '#formula/index.ts';
import { stable } from '#formula/stable.ts';
import type { ActivationRef } from '#nn/kernels.ts';
import type { Use } from './activation-definition.ts';
import { pythonName, toPython, type Dialect, type PythonFormula } from './formula-python.ts';

/** @throws FormulaError when the formula cannot be read. */
export function ownUse(ref: ActivationRef & { id: 'own' }): Use {
  const own = ownFunction(ref.formula);
  const { parameters } = bind(own, ref.parameters);
  const f = stable(own.parsed.expr);
  const slope = stable(own.derivative);
  const numpy = { f: toPython(f, 'numpy'), df: toPython(slope, 'numpy') };
  const torch = differentiable(f, slope, 'torch');
  const tensorflow = differentiable(f, slope, 'tensorflow');
  const jax = differentiable(f, slope, 'jax');
  return {
    definition: {
      label: ref.formula.trim(),
      own: true,
      code: {
        name: ['own_function', 'OwnFunction'],
        torch: torch.text,
        tensorflow: tensorflow.text,
        jax: jax.text,
      },
      numpy: { f: [numpy.f.text], df: [numpy.df.text] },
      helpers: {
        numpy: [...new Set([...numpy.f.helpers, ...numpy.df.helpers])],
        torch: torch.helpers,
        tensorflow: tensorflow.helpers,
        jax: jax.helpers,
      },
      parameters: own.parsed.parameters.map(pythonName),
      learned: [],
    },
    values: own.parsed.parameters.map((name) => parameters[name]!),
  };
}

const frozen = {
  torch: 'z.detach()',
  tensorflow: 'tf.stop_gradient(z)',
  jax: 'jax.lax.stop_gradient(z)',
} as const;

/**
 * The formula as a framework can differentiate it. Of cases it would differentiate those that do not hold,
 * too, and their NaN would come through; so the slope is given: value + slope · (z − z), where only the
 * z in front counts for the derivative.
 */
function differentiable(f: Expr, slope: Expr, dialect: Exclude<Dialect, 'numpy'>): PythonFormula {
  if (![...walk(f)].some(({ kind }) => kind === 'cases')) return toPython(f, dialect);
  const value = toPython(f, dialect, 'fixed');
  const given = toPython(slope, dialect, 'fixed');
  return {
    text: [
      `fixed = ${frozen[dialect]}`,
      `value = ${value.text}`,
      `slope = ${given.text}`,
      'value + slope * (z - fixed)',
    ].join('\n'),
    helpers: [...new Set([...value.helpers, ...given.helpers])],
  };
}
