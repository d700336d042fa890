/** Every experiment of the book, and access to results while the book is built. */
import { circle, xor, xorCorners } from './chapter-1.ts';
import { runExperiment, type Experiment, type ExperimentResult } from './experiment.ts';

export const experiments: readonly Experiment[] = [circle, xor, xorCorners];

const results = new Map<string, ExperimentResult>();

/**
 * The result of an experiment; it runs when it is first asked for.
 *
 * @throws RangeError for an id that no experiment has.
 */
export function experimentResult(id: string): ExperimentResult {
  let result = results.get(id);
  if (!result) {
    const experiment = experiments.find((candidate) => candidate.id === id);
    if (!experiment) throw new RangeError(`no experiment has the id "${id}"`);
    result = runExperiment(experiment);
    results.set(id, result);
  }
  return result;
}

/**
 * One number of a result, by its path: `resultValue('circle-depth', 'relu-4.testAccuracy.median')`.
 * The first part is the variant; the others name a property of `VariantResult`.
 *
 * @throws RangeError when there is no number at the end of the path.
 */
export function resultValue(id: string, path: string): number {
  let value: unknown = experimentResult(id).variants;
  for (const name of path.split('.')) {
    value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  if (typeof value !== 'number')
    throw new RangeError(`experiment "${id}" has no number at "${path}"`);
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
