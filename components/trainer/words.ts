/** A trainer's setup and results as a reader reads them: in the page and live. */
import { getActivation } from '#activations/index.ts';
import type { EpochRecord } from '#figures/loss-chart-curves.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import type { ControlName, TrainerSetup } from './trainer-config.ts';
import { readHidden } from './trainer-config.ts';

/** A message under `trainer.` with its values. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

const layers = (text: string, say: Say): string => {
  const units = readHidden(text).map(String);
  return units.length === 0 ? say('setup.noLayers') : units.join(', ');
};

/** A choice of a control in words. */
export const choiceText: Record<ControlName, (choice: string, say: Say) => string> = {
  dataset: (id, say) => say(`dataset.${id}`),
  activation: (id) => getActivation(id).name,
  learningRate: (rate) => formatSetting(Number(rate)),
  hidden: layers,
};

/** Everything that a reader needs to repeat the run: the name of each setting and its value. */
export function setupTexts(setup: TrainerSetup, say: Say): Record<string, string> {
  const { dataset, samples, noise } = setup;
  return {
    dataset: say(noise > 0 ? 'setup.noisyPoints' : 'setup.points', {
      dataset: choiceText.dataset(dataset, say),
      noise: formatSetting(noise),
      samples,
    }),
    hidden: layers(setup.hidden.join(' '), say),
    activation: choiceText.activation(setup.activation.id, say),
    learningRate: formatSetting(setup.learningRate),
    batchSize: String(setup.batchSize),
    loss: say(`loss.${setup.loss}`),
    initialization: say(`initialization.${setup.initialization}`),
    seed: String(setup.seed),
  };
}

/** The numbers of an epoch, by the name of their place in the figure. */
export const recordTexts = ({ epoch, train, test }: EpochRecord, say: Say) => ({
  epoch: String(epoch),
  trainLoss: formatNumber(train.loss),
  testLoss: formatNumber(test.loss),
  accuracy: say('percent', { value: formatNumber(100 * test.accuracy, 1) }),
});

/** The same as a sentence; nothing without a record. */
export const recordSentence = (record: EpochRecord | undefined, say: Say): string =>
  record ? say('numbers', recordTexts(record, say)) : '';
