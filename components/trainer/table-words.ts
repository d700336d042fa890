/** What became of a table of points, in words. */
import type { BadRow, CsvTable } from '#lab/csv.ts';
import { oneClassOnly } from '#lab/own-data.ts';
import type { Say } from './words.ts';

/** Rows that are named; more are counted. */
const named = 5;
/** Of a cell, so that one cell cannot fill the page. */
const shown = 30;

/** @param say messages under `lab.own.said.` */
export function tableSentence(table: CsvTable, say: Say): string {
  const { data, failure, rows, bad, classes, scaled } = table;
  const sentences: string[] = [];
  if (failure === 'classes') sentences.push(say('table.classes', { count: classes.length }));
  else if (failure) sentences.push(say(`table.${failure}`));
  if (data) {
    const count = data.targets.length;
    sentences.push(
      count < rows ? say('table.sampled', { count, rows }) : say('table.taken', { count }),
    );
    if (classes.length > 0) sentences.push(say('table.names', { names: classes.join(', ') }));
    if (scaled) sentences.push(say('table.scaled'));
    if (oneClassOnly(data)) sentences.push(say('oneClass'));
  }
  sentences.push(...bad.slice(0, named).map((row) => rowSentence(row, say)));
  if (bad.length > named) sentences.push(say('table.more', { count: bad.length - named }));
  return sentences.join(' ');
}

function rowSentence({ line, reason, value }: BadRow, say: Say): string {
  const cut = value.length > shown ? `${value.slice(0, shown)}…` : value;
  return say(`table.bad.${reason}`, { line, value: cut });
}
