/** Functions of a whole vector of logits. */
import type { VectorActivation } from './types.ts';

/**
 * softmax of `z` in a form that neither overflows nor cancels: eᶻ relative to the largest entry, and for
 * each entry the share of all the others, 1 − pᵢ.
 */
function shares(z: readonly number[]) {
  const top = Math.max(...z);
  const weights = z.map((entry) => Math.exp(entry - top));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const rest = (i: number) => weights.reduce((sum, w, j) => (j === i ? sum : sum + w), 0);
  return {
    top,
    p: weights.map((w) => w / total),
    others: weights.map((_, i) => rest(i) / total),
    /** ln Σ e^{zⱼ − top}: one of the terms is 1, so log1p of the remaining ones keeps them. */
    logTotal: z.length === 0 ? 0 : Math.log1p(rest(z.indexOf(top))),
  };
}

/** Turns logits into positive shares with sum 1. */
export const softmax = {
  kind: 'vector',
  id: 'softmax',
  name: 'Softmax',
  notation: 'softmax',
  aliases: ['normalised exponential', 'softargmax'],
  family: 'vector',
  tex: {
    name: String.raw`\operatorname{softmax}`,
    f: String.raw`p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}`,
    df: String.raw`\frac{\partial p_i}{\partial z_j} = p_i\,(\delta_{ij} - p_j)`,
  },
  f: (z) => shares(z).p,
  jacobian: (z) => {
    const { p, others } = shares(z);
    return p.map((pi, i) => p.map((pj, j) => (i === j ? pi * others[i]! : -pi * pj)));
  },
  frameworks: {
    pytorch: { name: 'torch.nn.Softmax', defaults: 'dim=None', note: 'softmax-pytorch-dim' },
    tensorflow: { name: 'tf.nn.softmax', defaults: 'axis=-1' },
    keras: { name: 'keras.activations.softmax', defaults: 'axis=-1' },
    jax: { name: 'jax.nn.softmax', defaults: 'axis=-1' },
  },
  source: 'bridle-1990',
} as const satisfies VectorActivation;

/** The logarithm of softmax, zᵢ − ln Σⱼ e^{zⱼ}, without taking the logarithm of a share that is 0. */
export const logSoftmax = {
  kind: 'vector',
  id: 'log-softmax',
  name: 'Log-softmax',
  notation: 'log-softmax',
  aliases: [],
  family: 'vector',
  tex: {
    name: String.raw`\operatorname{log-softmax}`,
    f: String.raw`\ell_i = z_i - \ln \sum_j e^{z_j}`,
    df: String.raw`\frac{\partial \ell_i}{\partial z_j} = \delta_{ij} - p_j`,
  },
  f: (z) => {
    const { top, logTotal } = shares(z);
    return z.map((entry) => entry - top - logTotal);
  },
  jacobian: (z) => {
    const { p, others } = shares(z);
    return p.map((_, i) => p.map((pj, j) => (i === j ? others[i]! : -pj)));
  },
  frameworks: {
    pytorch: { name: 'torch.nn.LogSoftmax', defaults: 'dim=None', note: 'softmax-pytorch-dim' },
    tensorflow: { name: 'tf.nn.log_softmax', defaults: 'axis=-1' },
    keras: { name: 'keras.activations.log_softmax', defaults: 'axis=-1' },
    jax: { name: 'jax.nn.log_softmax', defaults: 'axis=-1' },
  },
  source: 'bridle-1990',
} as const satisfies VectorActivation;
