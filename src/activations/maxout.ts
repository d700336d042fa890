import type { MaxoutActivation } from './types.ts';

/** The largest of several affine pieces: each unit learns its own convex, piecewise linear function. */
export const maxout = {
  kind: 'maxout',
  id: 'maxout',
  name: 'Maxout',
  notation: 'maxout',
  aliases: [],
  family: 'rectifiers',
  tex: {
    name: String.raw`\operatorname{maxout}`,
    f: String.raw`\max_k z_k, \quad z_k = \mathbf{w}_k^\top \mathbf{x} + b_k`,
    df: String.raw`\frac{\partial \operatorname{maxout}}{\partial z_k} = \begin{cases} 1 & k = \operatorname{arg\,max}_j z_j \\ 0 & k \ne \operatorname{arg\,max}_j z_j \end{cases}`,
  },
  f: largest,
  gradient: (z) => {
    const top = largest(z);
    if (Number.isNaN(top)) return z.map(() => NaN);
    const winner = z.indexOf(top);
    return z.map((_, k) => (k === winner ? 1 : 0));
  },
  frameworks: {},
  source: 'goodfellow-2013',
} as const satisfies MaxoutActivation;

function largest(z: readonly number[]): number {
  if (z.length === 0) throw new RangeError('maxout needs at least one pre-activation');
  return Math.max(...z);
}
