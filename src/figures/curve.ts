import { bind, getActivation, type Bound } from '#activations/index.ts';
import type { Elementwise } from '#activations/types.ts';

/** An elementwise function with its parameters fixed, and what is known about it: what a figure draws. */
export interface Curve extends Bound {
  activation: Elementwise;
}

/** 0 where f jumps, 1 where it has a kink: there is no slope, and `df` gives the value that a program answers. */
export const breakOrder = ({ facts }: Curve, z: number): 0 | 1 | undefined =>
  ([0, 1] as const).find((lowest) =>
    facts.breaks.some(({ at, order }) => at === z && order === lowest),
  );

export const hasSlope = (curve: Curve, z: number): boolean => breakOrder(curve, z) === undefined;

/** @throws RangeError for an unknown id, a function that is not elementwise, or a parameter it does not have. */
export function curveOf(id: string, parameters: Readonly<Record<string, number>> = {}): Curve {
  const activation = getActivation(id);
  if (activation.kind !== 'elementwise') {
    throw new RangeError(`${activation.name} takes more than one number: it has no curve.`);
  }
  return { activation, ...bind(activation as Elementwise, parameters) };
}
