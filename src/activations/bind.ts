import { contains } from './sets.ts';
import type { Elementwise, Facts, ParameterValues } from './types.ts';

/** An elementwise function with its parameters fixed. */
export interface Bound {
  readonly f: (z: number) => number;
  readonly df: (z: number) => number;
  readonly facts: Facts;
  readonly parameters: ParameterValues;
}

export const defaultParameters = ({
  parameters,
}: Pick<Elementwise, 'parameters'>): ParameterValues =>
  Object.fromEntries(Object.entries(parameters).map(([name, p]) => [name, p.default]));

/**
 * Fixes the parameters of a function; those not named take their defaults.
 *
 * @throws RangeError for a parameter that the function does not have, or a value outside its domain.
 */
export function bind(activation: Elementwise, chosen: ParameterValues = {}): Bound {
  for (const [name, value] of Object.entries(chosen)) {
    if (!Object.hasOwn(activation.parameters, name)) {
      throw new RangeError(`${activation.name} has no parameter "${name}"`);
    }
    const { domain, symbol } = activation.parameters[name]!;
    if (!Number.isFinite(value) || (domain && !contains([domain], value))) {
      throw new RangeError(`${activation.name} is not defined for ${symbol} = ${value}`);
    }
  }
  const parameters = { ...defaultParameters(activation), ...chosen };
  return {
    f: (z) => activation.f(z, parameters),
    df: (z) => activation.df(z, parameters),
    facts: activation.facts(parameters),
    parameters,
  };
}
