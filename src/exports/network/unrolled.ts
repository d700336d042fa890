/** A forward pass that says every layer: for JAX, and for the network in use in NumPy. */
import { EPSILON } from '#nn/normalization.ts';
import type { Description, LayerDescription } from './description.ts';
import { comment, docstring, float, indent, list, matrix } from './python.ts';
import { argumentsOf } from './shared-code.ts';
import type { SayInCode } from './say.ts';

export const epsilon = EPSILON.toExponential();

/** The numbers of each layer, by name. */
export function parameterList(
  layers: readonly LayerDescription[],
  say: SayInCode,
  array: string,
  /** Running averages are not trained: in training they stand elsewhere. */
  withAverages: boolean,
): string {
  const dictionaries = layers.map(({ weights, biases, normalization, activation }) => {
    const { mean, variance, ...trained } = normalization ?? {};
    const vectors = { biases, ...trained, ...(withAverages && mean && { mean, variance }) };
    const entries = [
      ['weights', matrix(weights)],
      ...Object.entries(vectors).map(([name, values]) => [name, list(values!)]),
      ...(activation?.definition.learned ?? []).map((name) => {
        const { definition, values } = activation!;
        return [name, float(values[definition.parameters.indexOf(name)]!)];
      }),
    ];
    const lines = entries.map(([name, value]) => `"${name}": ${array}(${value}),`);
    return `{\n${indent(lines.join('\n'))}\n},`;
  });
  return `${comment(say('model'))}
parameters = [
${indent(dictionaries.join('\n'))}
]`;
}

export const layerNorm = (say: SayInCode, np: string): string => `def normalize(a, gain, shift):
${indent(docstring([say('layerNorm')], 1))}
    centred = a - a.mean(axis=1, keepdims=True)
    return gain * centred / ${np}.sqrt(a.var(axis=1, keepdims=True) + ${epsilon}) + shift`;

/** Layer by layer to the pre-activations `z` of the output units. */
export function layerSteps(
  { normalization }: Description,
  layers: readonly LayerDescription[],
  /** Normalizes a batch: lines that change `z`. */
  batchNorm: (layer: number) => readonly string[],
): string {
  const steps = layers.flatMap(({ activation }, l) => {
    const z = [`p = parameters[${l}]`, 'z = h @ p["weights"].T + p["biases"]'];
    if (!activation) return z;
    if (normalization === 'layer') z.push('z = normalize(z, p["gain"], p["shift"])');
    if (normalization === 'batch') z.push(...batchNorm(l));
    const values = argumentsOf(activation, (name) => `p["${name}"]`);
    return [...z, `h = ${activation.definition.code.name[0]}(${['z', ...values].join(', ')})`];
  });
  return ['h = inputs', ...steps].join('\n');
}

/** `forward(inputs)` with the parameters of the script, as it is after training. */
export const forwardInUse = (
  d: Description,
  layers: readonly LayerDescription[],
  say: SayInCode,
  np: string,
): string => `def forward(inputs):
${indent(docstring([say('forward')], 1))}
${indent(
  layerSteps(d, layers, () => [
    `z = p["gain"] * (z - p["mean"]) / ${np}.sqrt(p["variance"] + ${epsilon}) + p["shift"]`,
  ]),
)}
    return z`;
