/**
 * Losses that are computed from the pre-activations together with the output unit they belong to: the
 * logarithm undoes the exponential, so that neither overflows, nothing is clipped, and ∂L/∂z is o − t.
 */
import type { LossId } from './losses.ts';
import type { BatchLoss } from './objective.ts';
import type { OutputId } from './outputs.ts';

interface StablePair extends BatchLoss {
  readonly loss: LossId;
  readonly output: OutputId;
}

const difference: BatchLoss['gradient'] = (_z, o, wanted, units, count, delta) => {
  for (let k = 0; k < units * count; k++) delta[k] = (o[k]! - wanted[k]!) / count;
};

export const stablePairs: readonly StablePair[] = [
  {
    loss: 'binary-cross-entropy',
    output: 'sigmoid',
    // −t ln σ(z) − (1 − t) ln(1 − σ(z)), rearranged so that the exponential cannot overflow.
    mean(z, _o, wanted, units, count) {
      let sum = 0;
      for (let k = 0; k < units * count; k++) {
        sum += Math.max(z[k]!, 0) - z[k]! * wanted[k]! + Math.log1p(Math.exp(-Math.abs(z[k]!)));
      }
      return sum / count;
    },
    gradient: difference,
  },
  {
    loss: 'cross-entropy',
    output: 'softmax',
    // −Σ t (z − ln Σ e^z), relative to the largest entry.
    mean(z, _o, wanted, units, count) {
      let sum = 0;
      for (let k = 0; k < count; k++) {
        let top = -Infinity;
        for (let u = 0; u < units; u++) top = Math.max(top, z[u * count + k]!);
        let total = 0;
        for (let u = 0; u < units; u++) total += Math.exp(z[u * count + k]! - top);
        const logTotal = Math.log(total);
        for (let u = 0; u < units; u++) {
          const at = u * count + k;
          if (wanted[at] !== 0) sum += wanted[at]! * (logTotal + top - z[at]!);
        }
      }
      return sum / count;
    },
    gradient: difference,
  },
];
