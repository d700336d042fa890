/** What a reader can filter the atlas by: the facts of a function sorted into a few drawers. */
import { activations, bind } from '#activations/index.ts';
import type { Activation, Elementwise, Facts, Family } from '#activations/types.ts';

/** The families in the order in which the book presents them. */
export const families = [
  'linear',
  'squashers',
  'rectifiers',
  'exponential',
  'smooth',
  'periodic',
  'vector',
  'gated',
] as const satisfies readonly Family[];

/** Every property with its values. A function has exactly one value of each. */
export const properties = {
  monotone: ['strictly', 'nonDecreasing', 'no'],
  range: ['bounded', 'boundedBelow', 'boundedAbove', 'unbounded'],
  smoothness: ['discontinuous', 'c0', 'c1', 'smooth'],
  zeroCentred: ['yes', 'no'],
  nearIdentity: ['yes', 'right', 'no'],
  saturation: ['no', 'one', 'both'],
  parameters: ['yes', 'no'],
} as const;

export type Property = keyof typeof properties;
export type Traits = { readonly [P in Property]: (typeof properties)[P][number] };

const monotone = {
  'strictly increasing': 'strictly',
  'non-decreasing': 'nonDecreasing',
  no: 'no',
} as const satisfies Record<Facts['monotone'], Traits['monotone']>;

/** The class of smoothness, by the lowest derivative that jumps somewhere. */
const smoothness = ['discontinuous', 'c0', 'c1'] as const;

function rangeTrait({ range }: Facts): Traits['range'] {
  const below = range[0]!.lower > -Infinity;
  const above = range.at(-1)!.upper < Infinity;
  if (below && above) return 'bounded';
  return below ? 'boundedBelow' : above ? 'boundedAbove' : 'unbounded';
}

/** The traits of a function of one number, with its parameters at their defaults. */
export function traitsOf(activation: Elementwise): Traits {
  const { facts, parameters } = bind(activation);
  const { breaks, nearIdentity, saturation, zeroCentred } = facts;
  const ends = Object.values(saturation).filter(Boolean).length;
  return {
    monotone: monotone[facts.monotone],
    range: rangeTrait(facts),
    smoothness: smoothness[Math.min(...breaks.map(({ order }) => order))] ?? 'smooth',
    zeroCentred: zeroCentred ? 'yes' : 'no',
    nearIdentity: nearIdentity === 'right' ? 'right' : nearIdentity ? 'yes' : 'no',
    saturation: ends === 0 ? 'no' : ends === 1 ? 'one' : 'both',
    parameters: Object.keys(parameters).length > 0 ? 'yes' : 'no',
  };
}

/** All functions, family by family; within a family in the order of the registry. */
export const atlasOrder: readonly Activation[] = families.flatMap((family) =>
  Object.values<Activation>(activations).filter((activation) => activation.family === family),
);

/** The values of a property that some function of the registry has: a drawer is never offered empty. */
export function valuesInUse(property: Property): string[] {
  const used = new Set<string>(
    atlasOrder.flatMap((a) => (a.kind === 'elementwise' ? [traitsOf(a)[property]] : [])),
  );
  const values: readonly string[] = properties[property];
  return values.filter((value) => used.has(value));
}
