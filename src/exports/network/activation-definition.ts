/** An activation function of a layer as Python: its code, the names in it, the values it begins with. */
import { bind, getActivation, type ElementwiseId } from '#activations/index.ts';
import { learnedNames, type ActivationRef } from '#nn/kernels.ts';
import { frameworkActivations, type FrameworkActivation } from './activation-frameworks.ts';
import { numpyActivations, type NumpyActivation } from './activation-numpy.ts';
import type { Dialect } from './formula-python.ts';
import { ownUse } from './own-formula.ts';

/** A function that a script defines once, whatever the number of layers that use it. */
export interface Definition {
  /** For a reader: `Leaky ReLU`, or the reader's formula. */
  readonly label: string;
  /** Whether it is the reader's own formula. */
  readonly own?: boolean;
  readonly code: FrameworkActivation;
  readonly numpy: NumpyActivation;
  /** Definitions of functions that it calls. */
  readonly helpers?: Readonly<Record<Dialect, readonly string[]>>;
  /** Names as they stand in the code. */
  readonly parameters: readonly string[];
  /** Those that are trained. */
  readonly learned: readonly string[];
}

/** The function of a layer, with the values of its parameters in the order of the definition. */
export interface Use {
  readonly definition: Definition;
  readonly values: readonly number[];
}

/**
 * The functions of the layers; equal functions share one definition.
 *
 * @throws RangeError for an unknown id, FormulaError for a formula that cannot be read.
 */
export function usesOf(refs: readonly ActivationRef[]): Use[] {
  const definitions = new Map<string, Definition>();
  return refs.map((ref) => {
    const { definition, values } = ref.id === 'own' ? ownUse(ref) : registeredUse(ref);
    const { own, label, learned } = definition;
    const key = [own, label, learned].join(' ');
    const shared = definitions.get(key) ?? named(definition, [...definitions.values()]);
    definitions.set(key, shared);
    return { definition: shared, values };
  });
}

function registeredUse(ref: ActivationRef & { id: ElementwiseId }): Use {
  const { parameters } = bind(getActivation(ref.id), ref.parameters);
  // Without its b, Squareplus is ReLU, and the root in its slope would divide by 0 at the kink.
  const id = ref.id === 'squareplus' && parameters['b'] === 0 ? 'relu' : ref.id;
  const names = Object.keys(getActivation(id).parameters);
  return {
    definition: {
      label: getActivation(id).name,
      code: frameworkActivations[id],
      numpy: numpyActivations[id],
      parameters: names,
      learned: learnedNames(ref),
    },
    values: names.map((name) => parameters[name]!),
  };
}

/** The definition under names that are still free. */
function named(definition: Definition, others: readonly Definition[]): Definition {
  const [name, className] = definition.code.name;
  const taken = new Set(others.map(({ code }) => code.name[0]));
  let suffix = '';
  for (let n = 2; taken.has(name + suffix); n++) suffix = `_${n}`;
  const free = [name + suffix, className + suffix.replace('_', '')] as const;
  return { ...definition, code: { ...definition.code, name: free } };
}
