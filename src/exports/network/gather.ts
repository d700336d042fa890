import type { TrainingSetup } from '#nn/setup.ts';
import { startRun } from '#nn/train.ts';
import type { RunData } from './run-data.ts';

/**
 * All of a run from what a trainer keeps: points and first weights follow from the setup.
 *
 * @param weights First weights in place of drawn ones.
 * @param parameters As they are now; absent before training.
 * @throws RangeError when no run is possible with these.
 */
export function gatherRun(
  setup: TrainingSetup,
  weights: ArrayLike<number> | undefined,
  parameters: ArrayLike<number> | undefined,
  history: RunData['history'],
): RunData {
  const run = startRun(setup, { core: 'typescript', ...(weights && { parameters: weights }) });
  const initialParameters = run.network.parameters.slice();
  return {
    setup,
    data: run.data,
    initialParameters,
    parameters: parameters ?? initialParameters,
    history,
  };
}
