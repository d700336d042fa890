import type { Affine } from './linear.ts';
import { normal, uniform, type Random } from './random.ts';

/** How the parameters of a layer are drawn before training. */
interface Initialization {
  weight(random: Random, layer: Affine): number;
  bias: number;
}

export const initializations = {
  /** Glorot and Bengio (2010), normal form: variance 2/(inputs + outputs). */
  xavier: {
    weight: (random, { inputs, outputs }) => normal(random) * Math.sqrt(2 / (inputs + outputs)),
    bias: 0,
  },
  /** He and others (2015): variance 2/inputs, made for ReLU. */
  he: {
    weight: (random, { inputs }) => normal(random) * Math.sqrt(2 / inputs),
    bias: 0,
  },
  /** The TensorFlow Playground's, whatever the shape of the layer. */
  uniform: {
    weight: (random) => uniform(random, -0.5, 0.5),
    bias: 0.1,
  },
} as const satisfies Record<string, Initialization>;

export type InitializationId = keyof typeof initializations;

/** Draws all parameters anew, in place. The output layer is treated like the others. */
export function initialize(layers: readonly Affine[], id: InitializationId, random: Random): void {
  const { weight, bias }: Initialization = initializations[id];
  for (const layer of layers) {
    for (let w = 0; w < layer.weights.length; w++) layer.weights[w] = weight(random, layer);
    layer.biases.fill(bias);
  }
}
