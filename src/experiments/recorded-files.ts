/** Where records lie. Build time only. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Experiment } from './experiment.ts';
import { definitionText, readRecord, writeRecord, type ExperimentRecord } from './record.ts';
import type { ExperimentResult } from './result.ts';

const fileOf = (id: string) => `src/experiments/recorded/${id}.json`;

export const definitionHash = (experiment: Experiment): string =>
  createHash('sha256').update(definitionText(experiment)).digest('hex').slice(0, 16);

/**
 * The recorded result of an experiment.
 *
 * @throws Error when there is no record, or it is one of the experiment before it was changed.
 */
export function loadRecord(experiment: Experiment): ExperimentResult {
  const { id } = experiment;
  const again = `run: npm run experiments -- ${id}`;
  if (!existsSync(fileOf(id))) throw new Error(`experiment "${id}" has no record; ${again}`);
  const record = JSON.parse(readFileSync(fileOf(id), 'utf8')) as ExperimentRecord;
  if (record.definition !== definitionHash(experiment))
    throw new Error(`experiment "${id}" has changed since ${fileOf(id)} was recorded; ${again}`);
  return readRecord(experiment, record);
}

/** When the record of an experiment was last written, in milliseconds; 0 without one. */
export const recordedAt = (id: string): number =>
  statSync(fileOf(id), { throwIfNoEntry: false })?.mtimeMs ?? 0;

export function saveRecord(result: ExperimentResult): string {
  const { experiment } = result;
  const record = writeRecord(result, definitionHash(experiment));
  writeFileSync(fileOf(experiment.id), layOut(record));
  return fileOf(experiment.id);
}

/** One column on a line: short, and a change shows which numbers it moved. */
const layOut = (record: ExperimentRecord): string =>
  `${JSON.stringify(record, null, 1).replace(/\[[^[\]{}]*\]/g, (list) => list.replace(/\s+/g, ''))}\n`;
