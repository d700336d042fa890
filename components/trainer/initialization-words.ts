/** What an initialisation means for the layers of a network, in words. */
import { formatNumber } from '#i18n/numbers.ts';
import { objectiveOf } from '#lab/task.ts';
import { defaultSigma, initializations, type Initialization } from '#nn/initialization.ts';
import { dimensionsOf, type TrainingSetup } from '#nn/setup.ts';
import type { Say } from './words.ts';

/** For each layer its fan-in and the standard deviation of its weights. */
export function deviationTexts(setup: TrainingSetup, say: Say): string[] {
  const { deviation }: Initialization = initializations[setup.initialization];
  const sizes = [dimensionsOf(setup), ...setup.hidden, objectiveOf(setup).units];
  return sizes.slice(1).map((outputs, l) => {
    const inputs = sizes[l]!;
    const sigma = formatNumber(deviation({ inputs, outputs }, setup.sigma ?? defaultSigma));
    const values = { layer: l + 1, inputs, outputs, sigma };
    return say(l < setup.hidden.length ? 'deviation' : 'deviationOutput', values);
  });
}
