/** The numbers of a run as a reader reads them: in the page and live. */
import { formatNumber } from '#i18n/numbers.ts';
import type { EpochRecord } from '#nn/train.ts';
import type { Standing } from './protocol.ts';
import type { Say } from './words.ts';

/** The numbers of an epoch, by the name of their place in the figure. */
export const recordTexts = (record: EpochRecord | Standing, say: Say) => {
  const { epoch, train, test } = record;
  const further = 'steps' in record ? record.steps - epoch * record.stepsPerEpoch : 0;
  return {
    epoch: further > 0 ? say('epochAndSteps', { epoch, steps: further }) : String(epoch),
    trainLoss: formatNumber(train.loss),
    testLoss: formatNumber(test.loss),
    accuracy:
      test.accuracy === undefined
        ? '–'
        : say('percent', { value: formatNumber(100 * test.accuracy, 1) }),
  };
};

/** The same as a sentence; nothing without a record. */
export function recordSentence(record: EpochRecord | Standing | undefined, say: Say): string {
  if (!record) return '';
  const key = record.test.accuracy === undefined ? 'numbersOfValues' : 'numbers';
  return say(key, recordTexts(record, say));
}
