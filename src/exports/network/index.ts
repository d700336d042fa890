/**
 * A network to take along: as a script that trains it again, or uses it, in four frameworks, and as data.
 * Pure functions of plain data; to be imported when a reader asks.
 */
import { describe } from './description.ts';
import * as jax from './jax.ts';
import { networkJson } from './json.ts';
import * as numpy from './numpy.ts';
import * as pytorch from './pytorch.ts';
import type { RunData } from './run-data.ts';
import type { Say, SayInCode } from './say.ts';
import * as tensorflow from './tensorflow.ts';

export { gatherRun } from './gather.ts';
export { NetworkJsonError, parseNetworkJson, type NetworkJson } from './json.ts';
export type { RunData } from './run-data.ts';
export type { Say } from './say.ts';

const frameworks = { pytorch, tensorflow, jax, numpy } as const;
export type FrameworkId = keyof typeof frameworks;
export const frameworkIds = Object.keys(frameworks) as FrameworkId[];

/** What a script does: train the network from its initial weights, or predict with the current ones. */
export type Form = 'train' | 'use';

export type FormatId = FrameworkId | 'json';

/**
 * @param form Of a script; JSON has both sets of weights.
 * @throws RangeError when the parameters do not belong to the setup.
 */
export function exportNetwork(
  format: FormatId,
  run: RunData,
  say: Say,
  form: Form = 'train',
): string {
  if (format === 'json') return networkJson(run);
  const inCode: SayInCode = (key, values) => say(`export.code.${key}`, values);
  return `${frameworks[format][form](describe(run), inCode)}\n`;
}
