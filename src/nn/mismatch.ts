/** Which outputs and losses belong together, which train badly together, and which cannot. */
import type { LossId } from './losses.ts';
import type { OutputId } from './outputs.ts';
import type { Task } from './points.ts';

/** Why a pair trains badly, or means something else than expected; `lab.mismatch.<id>` explains it. */
export const mismatchIds = [
  'squared-error-sigmoid',
  'squared-error-softmax',
  'squared-error-relu',
  'probability-identity',
  'probability-tanh',
  'probability-relu',
  'binary-softmax',
  'cross-entropy-sigmoid',
  'values-bounded',
  'values-relu',
] as const;
export type MismatchId = (typeof mismatchIds)[number];

/** Why there can be no training with these, in plain words; nothing when there can. */
export function impossible(task: Task, output: OutputId, loss: LossId): string | undefined {
  if (task.kind === 'classes') return undefined;
  if (loss !== 'squared-error') return 'a cross-entropy needs classes, not values to predict';
  if (output === 'softmax') return 'a softmax of one output is always 1';
  return undefined;
}

/**
 * Why this output unit is not the one for this task and loss; nothing when it is, or is usual.
 *
 * @throws RangeError when there can be no training with these.
 */
export function mismatch(task: Task, output: OutputId, loss: LossId): MismatchId | undefined {
  const reason = impossible(task, output, loss);
  if (reason) throw new RangeError(reason);
  if (task.kind === 'values') {
    if (output === 'identity') return undefined;
    return output === 'relu' ? 'values-relu' : 'values-bounded';
  }
  if (loss === 'squared-error') {
    return output === 'identity' || output === 'tanh' ? undefined : `squared-error-${output}`;
  }
  switch (output) {
    case 'sigmoid':
      return loss === 'cross-entropy' ? 'cross-entropy-sigmoid' : undefined;
    case 'softmax':
      return loss === 'binary-cross-entropy' ? 'binary-softmax' : undefined;
    default:
      return `probability-${output}`;
  }
}
