/** What is known about the reader's own formulas in a setup. */
import { bind, defaultParameters } from '#activations/index.ts';
import { ownFunction } from '#formula/index.ts';
import { activationsOf, type TrainingSetup } from '#nn/setup.ts';
import type { OwnCurve } from '../own-function/properties.ts';

/** The own formulas of the hidden layers, each once for each setting of its parameters. */
export function ownCurvesOf(setup: TrainingSetup): OwnCurve[] {
  const curves = new Map<string, OwnCurve>();
  for (const ref of activationsOf(setup)) {
    if (ref.id !== 'own') continue;
    const activation = ownFunction(ref.formula);
    const parameters = { ...defaultParameters(activation), ...ref.parameters };
    const key = JSON.stringify([ref.formula, parameters]);
    if (curves.has(key)) continue;
    const bound = bind(activation, parameters);
    curves.set(key, { activation, ...bound, facts: activation.facts(parameters) });
  }
  return [...curves.values()];
}

/** Some pre-activations have no value under an own formula. */
export const lacksValues = (setup: TrainingSetup): boolean =>
  ownCurvesOf(setup).some(
    ({ facts: { undefinedOn, poles, holes } }) =>
      undefinedOn.length + poles.length + holes.length > 0,
  );
