/** What the SIMD core can train, and why it leaves the rest to the TypeScript core. */
import type { ActivationRef } from '../kernels.ts';
import { learnedNames } from '../kernels.ts';
import type { LossId } from '../losses.ts';
import type { OutputId } from '../outputs.ts';
import { activationsOf, outputOf, type TrainingSetup } from '../setup.ts';
import { kernelIds, simdKernels, type SimdKernel } from './kernels.ts';

/** Why a setup has no SIMD. */
export type SimdGap =
  /** The reader's own formula. */
  | 'own-formula'
  /** A function of the registry without a kernel. */
  | 'function'
  /** A parameter of an activation function that is learned. */
  | 'learned-parameter'
  | 'normalization'
  /** A loss with an output unit that does not belong to it. */
  | 'loss-and-output';

/** Losses in the order of `assembly/losses.ts`, and with each the output units it can have. */
const losses: readonly { readonly loss: LossId; readonly outputs: readonly OutputId[] }[] = [
  { loss: 'squared-error', outputs: ['identity', 'tanh', 'sigmoid', 'relu'] },
  { loss: 'binary-cross-entropy', outputs: ['sigmoid'] },
  { loss: 'cross-entropy', outputs: ['softmax'] },
];

/** The number of the loss in the core, if it has it together with that output unit. */
export function lossNumber(loss: LossId, output: OutputId): number | undefined {
  const place = losses.findIndex((one) => one.loss === loss && one.outputs.includes(output));
  return place < 0 ? undefined : place;
}

export const kernelNumber = ({ kernel }: SimdKernel): number => kernelIds.indexOf(kernel);

/** The kernel of an output unit. Softmax is no function of one number: the loss does it, from z. */
export const outputKernel = (output: OutputId): SimdKernel =>
  simdKernels[output === 'softmax' ? 'identity' : output]!;

/** Why this cannot be trained with SIMD, wherever it runs; undefined when it can. */
export function whyNotSimd(setup: TrainingSetup): SimdGap | undefined {
  if ((setup.normalization ?? 'none') !== 'none') return 'normalization';
  if (lossNumber(setup.loss, outputOf(setup)) === undefined) return 'loss-and-output';
  for (const activation of activationsOf(setup)) {
    const gap = whyNotActivation(activation);
    if (gap) return gap;
  }
  return undefined;
}

function whyNotActivation(ref: ActivationRef): SimdGap | undefined {
  if (ref.id === 'own') return 'own-formula';
  if (!simdKernels[ref.id]) return 'function';
  return learnedNames(ref).length > 0 ? 'learned-parameter' : undefined;
}
