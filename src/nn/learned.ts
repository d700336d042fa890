import { activationFunction, learnedNames } from './kernels.ts';
import type { Network } from './network.ts';

/** A parameter of an activation function that training changes. */
export interface LearnedParameter {
  /** The hidden layer, from 0. */
  readonly layer: number;
  /** In the registry: `alpha`. */
  readonly name: string;
  /** In texts: `α`. */
  readonly symbol: string;
  readonly value: number;
}

/** What the activation functions of a network have learned so far, from the first layer to the last. */
export function learnedParameters({ activations, layers }: Network): LearnedParameter[] {
  return activations.flatMap((ref, layer) => {
    const { parameters } = activationFunction(ref);
    return learnedNames(ref).map((name, i) => ({
      layer,
      name,
      symbol: parameters[name]!.symbol,
      value: layers[layer]!.learned[i]!,
    }));
  });
}
