/** Activation functions as a layer uses them: on whole arrays, once per batch. */
import { bind, getActivation, type ElementwiseId } from '#activations/index.ts';
import type { Activation, Elementwise, ParameterValues } from '#activations/types.ts';
import { ownFunction } from '#formula/index.ts';
import { generalLoops, singleLoops } from './kernel-loops.ts';

/** An activation function of a layer; parameters that are not given have their defaults. */
export type ActivationRef =
  | {
      readonly id: ElementwiseId;
      readonly parameters?: ParameterValues;
      /**
       * Whether the parameters that the registry calls learned are trained, beginning at the values
       * given here. Absent: only where that is what the function is for, in PReLU.
       */
      readonly learned?: boolean;
    }
  /** The reader's own formula (`src/formula`). */
  | {
      readonly id: 'own';
      readonly formula: string;
      readonly parameters?: ParameterValues;
      readonly learned?: boolean;
    };

/**
 * The function itself.
 *
 * @throws RangeError for an id that no elementwise function has, FormulaError for a formula that cannot be read.
 */
export function activationFunction(ref: ActivationRef): Elementwise {
  if (ref.id === 'own') return ownFunction(ref.formula);
  // A link may bring any id.
  const activation = getActivation(ref.id) as Activation;
  if (activation.kind !== 'elementwise')
    throw new RangeError(`${activation.name} is not a function of one number`);
  return activation;
}

const learnsByItself: ReadonlySet<string> = new Set<ElementwiseId>(['prelu']);

/** The names of the parameters that training changes, in the order of the registry. */
export function learnedNames(ref: ActivationRef): string[] {
  if (!(ref.learned ?? learnsByItself.has(ref.id))) return [];
  return Object.entries(activationFunction(ref).parameters)
    .filter(([, { df }]) => df)
    .map(([name]) => name);
}

/** An activation that works on whole arrays: a layer calls it once per batch, not once per number. */
export interface ArrayKernel {
  /** h = f(z) for the first `length` entries. */
  activate(z: Float64Array, length: number, h: Float64Array): void;
  /**
   * The chain rule, in place: δ becomes δ · f′(z) for the first `length` entries.
   *
   * @param h What `activate` made of `z`.
   */
  chain(z: Float64Array, h: Float64Array, length: number, delta: Float64Array): void;
  /**
   * ∂L/∂p of each learned parameter, summed over the first `length` entries, into `gradient`.
   *
   * @param delta ∂L/∂h, as it is before `chain`.
   */
  learn?(z: Float64Array, length: number, delta: Float64Array, gradient: Float64Array): void;
}

/**
 * @param learned Where the values of the learned parameters stand (`learnedNames`). Read at every
 *   pass: training changes them.
 */
export function arrayKernel(ref: ActivationRef, learned: Float64Array): ArrayKernel {
  const activation = activationFunction(ref);
  const p: Record<string, number> = { ...bind(activation, ref.parameters).parameters };
  const loops = singleLoops[ref.id as ElementwiseId] ?? generalLoops(activation);
  const names = learnedNames(ref);
  const kernel: ArrayKernel = {
    activate(z, length, h) {
      for (let i = 0; i < names.length; i++) p[names[i]!] = learned[i]!;
      loops.activate(z, length, h, p);
    },
    chain: (z, h, length, delta) => loops.chain(z, h, length, delta, p),
  };
  if (names.length === 0) return kernel;
  return {
    ...kernel,
    learn(z, length, delta, gradient) {
      for (const [i, name] of names.entries()) {
        const slope = activation.parameters[name]!.df!;
        let sum = 0;
        for (let k = 0; k < length; k++) sum += delta[k]! * slope(z[k]!, p);
        gradient[i] = sum;
      }
    },
  };
}
