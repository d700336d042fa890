/** What a comparison says: in the page and live. */
import { formatNumber } from '#i18n/numbers.ts';
import type { EpochRecord } from '#nn/train.ts';
import { roundEpochs } from '../trainer/table.ts';
import { recordTexts } from '../trainer/record-words.ts';
import type { Say } from '../trainer/words.ts';
import type { Both } from './pair.ts';

/** How both networks do, in a sentence; nothing before there is a record. */
export function numbersText(
  names: Both<string>,
  records: Both<EpochRecord | undefined>,
  say: Say,
  trainerSay: Say,
): string {
  const [a, b] = records;
  if (!a || !b) return '';
  const sides = records.map((record, k) => {
    const key = record!.test.accuracy === undefined ? 'compare.side' : 'compare.sideClasses';
    return say(key, { name: names[k]!, ...recordTexts(record!, trainerSay) });
  });
  return say('compare.numbers', { epoch: Math.max(a.epoch, b.epoch), sides: sides.join('; ') });
}

/** Rows of the table: epoch and both test losses; nothing for a run that ended before. */
export function lossRows(histories: Both<readonly EpochRecord[]>): string[][] {
  const [a, b] = histories;
  const longer = a.length >= b.length ? a : b;
  const loss = (history: readonly EpochRecord[], epoch: number) => {
    const record = history.find((one) => one.epoch === epoch);
    return record ? formatNumber(record.test.loss) : '';
  };
  return roundEpochs(longer).map(({ epoch }) => [String(epoch), loss(a, epoch), loss(b, epoch)]);
}

/** Every epoch with full precision. */
export function toCsv(names: Both<string>, [a, b]: Both<readonly EpochRecord[]>): string {
  const header = ['epoch', ...names.flatMap((name) => [`${name} training`, `${name} test`])];
  const longer = a.length >= b.length ? a : b;
  const cells = (record: EpochRecord | undefined) =>
    record ? [record.train.loss, record.test.loss] : ['', ''];
  const rows = longer.map(({ epoch }, k) => [epoch, ...cells(a[k]), ...cells(b[k])]);
  return [header, ...rows].map((row) => row.join(',')).join('\n') + '\n';
}
