/** The loss of a NumPy script and its gradient. */
import { CLIP, type LossId } from '#nn/losses.ts';
import type { OutputId } from '#nn/outputs.ts';
import type { Description } from './description.ts';
import { comment, docstring, indent } from './python.ts';
import type { SayInCode } from './say.ts';

/** What becomes of `z`, as the body of a function. */
export const outputCode = (output: OutputId): string =>
  ({
    identity: 'return z',
    tanh: 'return np.tanh(z)',
    sigmoid: 'return sigmoid(z)',
    relu: 'return np.maximum(z, 0)',
    softmax: `e = np.exp(z - z.max(axis=1, keepdims=True))
return e / e.sum(axis=1, keepdims=True)`,
  })[output];

/** ∂L/∂z from δ = ∂L/∂o. */
const chain: Record<OutputId, string> = {
  identity: 'delta',
  tanh: 'delta * (1 - o**2)',
  sigmoid: 'delta * sigmoid(z) * sigmoid(-z)',
  relu: 'delta * (z > 0)',
  softmax: 'o * (delta - (o * delta).sum(axis=1, keepdims=True))',
};

/** Functions `output`, `loss_of` and `gradient_of`. */
export function lossCode({ objective }: Description, say: SayInCode): string[] {
  const { loss, output } = objective;
  const { value, gradient } = parts(loss, output, comment(say('clip'), 1));
  return [
    `def output(z):
${indent(docstring([say('output')], 1))}
${indent(outputCode(output))}`,
    `def loss_of(z, targets):
${indent(docstring([say(`loss.${loss}`)], 1))}
${indent(value)}`,
    `def gradient_of(z, targets):
${indent(docstring([say('lossGradient')], 1))}
${indent(gradient)}`,
  ];
}

function parts(
  loss: LossId,
  output: OutputId,
  clipped: string,
): { value: string; gradient: string } {
  if (loss === 'binary-cross-entropy' && output === 'sigmoid') {
    return {
      value: 'return np.sum(np.logaddexp(0, z) - z * targets) / len(z)',
      gradient: 'return (output(z) - targets) / len(z)',
    };
  }
  if (loss === 'cross-entropy' && output === 'softmax') {
    return {
      value: `top = z.max(axis=1, keepdims=True)
log_p = z - top - np.log(np.exp(z - top).sum(axis=1, keepdims=True))
return -np.sum(targets * log_p) / len(z)`,
      gradient: 'return (output(z) - targets) / len(z)',
    };
  }
  const chained = (slope: string) => `o = output(z)
${slope}
return ${chain[output]} / len(z)`;
  if (loss === 'squared-error') {
    return {
      value: 'return 0.5 * np.sum((output(z) - targets) ** 2) / len(z)',
      gradient: chained('delta = o - targets'),
    };
  }
  const clip = `${clipped}\np = np.clip(output(z), ${CLIP}, ${1 - CLIP})`;
  const inside = `inside = (o > ${CLIP}) & (o < ${1 - CLIP})\np = np.where(inside, o, 0.5)`;
  return loss === 'cross-entropy'
    ? {
        value: `${clip}\nreturn -np.sum(targets * np.log(p)) / len(z)`,
        gradient: chained(`${inside}\ndelta = np.where(inside, -targets / p, 0)`),
      }
    : {
        value: `${clip}\nreturn -np.sum(targets * np.log(p) + (1 - targets) * np.log(1 - p)) / len(z)`,
        gradient: chained(`${inside}\ndelta = np.where(inside, (p - targets) / (p * (1 - p)), 0)`),
      };
}
