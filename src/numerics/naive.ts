/**
 * Formulas as they are printed in textbooks beside forms that survive floating point: what a reader who
 * types them in would get.
 */
import { getActivation } from '#activations/index.ts';

export interface Pitfall {
  /** What is computed, as TeX. */
  readonly tex: string;
  readonly naive: readonly number[];
  readonly stable: readonly number[];
}

/** e^z over the sum of all, without care. */
export function naiveSoftmax(z: readonly number[]): number[] {
  const powers = z.map(Math.exp);
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

export const naiveTanh = (z: number): number =>
  (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z));

/** −t ln σ(z) − (1 − t) ln(1 − σ(z)) */
export function naiveCrossEntropy(z: number, target: 0 | 1): number {
  const p = 1 / (1 + Math.exp(-z));
  return target === 1 ? -Math.log(p) : -Math.log(1 - p);
}

const softmax = getActivation('softmax');
const logSoftmax = getActivation('log-softmax');
const softplus = getActivation('softplus');

/** The rows of the chapter's table. */
export function pitfalls(): Pitfall[] {
  const large = [1000, 1001, 1002];
  const small = [-1000, -1001];
  const apart = [0, -800];
  const plus = { beta: 1 };
  return [
    {
      tex: String.raw`\operatorname{softmax}(1000, 1001, 1002)`,
      naive: naiveSoftmax(large),
      stable: softmax.f(large),
    },
    {
      tex: String.raw`\operatorname{softmax}(-1000, -1001)`,
      naive: naiveSoftmax(small),
      stable: softmax.f(small),
    },
    {
      tex: String.raw`\ln \operatorname{softmax}(0, -800)`,
      naive: naiveSoftmax(apart).map(Math.log),
      stable: logSoftmax.f(apart),
    },
    {
      tex: String.raw`-\ln(1 - \sigma(40))`,
      naive: [naiveCrossEntropy(40, 0)],
      stable: [softplus.f(40, plus)],
    },
    {
      tex: String.raw`\tanh 1000 = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}`,
      naive: [naiveTanh(1000)],
      stable: [Math.tanh(1000)],
    },
    {
      tex: String.raw`\ln(1 + e^{800})`,
      naive: [Math.log(1 + Math.exp(800))],
      stable: [softplus.f(800, plus)],
    },
  ];
}
