import type { EpochRecord } from '#nn/train.ts';
import { recordTexts } from './record-words.ts';
import type { Say } from './words.ts';

/** Epochs 0, 1, 2, 5, 10, 20, 50, … and the last: the beginning of a run in steps, the rest at a glance. */
export const roundEpochs = (history: readonly EpochRecord[]): EpochRecord[] =>
  history.filter(
    (record) => /^(0|[125]0*)$/.test(String(record.epoch)) || record === history.at(-1),
  );

/** Rows of texts for the table under a trainer: round epochs and the last. */
export const tableRows = (history: readonly EpochRecord[], say: Say): string[][] =>
  roundEpochs(history).map((record) => Object.values(recordTexts(record, say)));

/** Every epoch with full precision. */
export function toCsv(history: readonly EpochRecord[]): string {
  const header = ['epoch', 'training_loss', 'test_loss', 'training_accuracy', 'test_accuracy'];
  const rows = history.map(({ epoch, train, test }) => [
    epoch,
    train.loss,
    test.loss,
    train.accuracy,
    test.accuracy,
  ]);
  return [header, ...rows].map((row) => row.join(',')).join('\n') + '\n';
}
