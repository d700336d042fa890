/** How the weights of a network are drawn before training. */
import { defaultParameters } from '#activations/index.ts';
import { activationFunction, learnedNames } from './kernels.ts';
import type { Affine } from './linear.ts';
import type { Network } from './network.ts';
import { normal, uniform, type Random } from './random.ts';

/** The inputs (fan-in) and outputs (fan-out) of a layer. */
type Fans = Pick<Affine, 'inputs' | 'outputs'>;

export interface Initialization {
  /** The standard deviation as a formula of the fan-in n_in and the fan-out n_out, or the distribution. */
  readonly tex: string;
  /** Uniform weights lie within ±√3 times the standard deviation. */
  readonly distribution: 'zero' | 'normal' | 'uniform';
  /**
   * The standard deviation of the weights of a layer.
   *
   * @param sigma The setup's own, which only `normal` asks for.
   */
  deviation(fans: Fans, sigma: number): number;
  readonly bias: number;
}

/** A rule for the standard deviation, in its normal and its uniform form. */
function forms(tex: string, deviation: (fans: Fans) => number) {
  const rule = { tex, deviation, bias: 0 };
  return {
    normal: { ...rule, distribution: 'normal' },
    uniform: { ...rule, distribution: 'uniform' },
  } as const;
}

/** LeCun and others (1998): variance 1/inputs. */
const lecun = forms(String.raw`\sigma = \sqrt{\frac{1}{n_\text{in}}}`, ({ inputs }) =>
  Math.sqrt(1 / inputs),
);
/** Glorot and Bengio (2010): variance 2/(inputs + outputs). */
const xavier = forms(
  String.raw`\sigma = \sqrt{\frac{2}{n_\text{in} + n_\text{out}}}`,
  ({ inputs, outputs }) => Math.sqrt(2 / (inputs + outputs)),
);
/** He and others (2015): variance 2/inputs, made for ReLU. */
const he = forms(String.raw`\sigma = \sqrt{\frac{2}{n_\text{in}}}`, ({ inputs }) =>
  Math.sqrt(2 / inputs),
);

export const initializations = {
  /** All units of a layer then are the same, and stay so. */
  zeros: { tex: 'w = 0', distribution: 'zero', deviation: () => 0, bias: 0 },
  /** The same standard deviation in every layer. */
  normal: {
    tex: String.raw`w \sim \mathcal{N}(0,\ \sigma^2)`,
    distribution: 'normal',
    deviation: (_fans, sigma) => sigma,
    bias: 0,
  },
  /** The TensorFlow Playground's, whatever the shape of the layer: from −½ to ½. */
  uniform: {
    tex: String.raw`w \sim \mathcal{U}\bigl(-\tfrac{1}{2},\ \tfrac{1}{2}\bigr)`,
    distribution: 'uniform',
    deviation: () => Math.sqrt(1 / 12),
    bias: 0.1,
  },
  lecun: lecun.normal,
  'lecun-uniform': lecun.uniform,
  xavier: xavier.normal,
  'xavier-uniform': xavier.uniform,
  he: he.normal,
  'he-uniform': he.uniform,
} as const satisfies Record<string, Initialization>;

export type InitializationId = keyof typeof initializations;

/** The standard deviation of `normal` when a setup names none. */
export const defaultSigma = 1;

/** Draws the weights and biases of layers anew, in place. The output layer is treated like the others. */
export function initialize(
  layers: readonly Affine[],
  id: InitializationId,
  random: Random,
  sigma = defaultSigma,
): void {
  const { distribution, deviation, bias }: Initialization = initializations[id];
  for (const layer of layers) {
    const scale = deviation(layer, sigma);
    const half = Math.sqrt(3 * scale ** 2);
    const draw = {
      zero: () => 0,
      normal: () => normal(random) * scale,
      uniform: () => uniform(random, -half, half),
    }[distribution];
    for (let w = 0; w < layer.weights.length; w++) layer.weights[w] = draw();
    layer.biases.fill(bias);
  }
}

/** Gives what is not a weight or a bias the values that it begins with. Draws nothing. */
export function initializeRest({ layers, activations }: Network): void {
  for (const [l, { normalization, learned }] of layers.entries()) {
    normalization?.gain.fill(1);
    normalization?.variance?.fill(1);
    const ref = activations[l];
    if (!ref) continue;
    const values = { ...defaultParameters(activationFunction(ref)), ...ref.parameters };
    learned.set(learnedNames(ref).map((name) => values[name]!));
  }
}
