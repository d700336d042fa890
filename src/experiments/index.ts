/** Every experiment of the book, and access to recorded results while the book is built. */
import { circle, xor, xorCorners } from './chapter-1.ts';
import { largestRate, slopeCircle } from './chapter-2.ts';
import { deepSigmoid, slopeAndCentre } from './chapter-3.ts';
import {
  dying,
  irrelevantInput,
  overFitting,
  reflections,
  reflectionsBiased,
} from './chapter-4.ts';
import { leakyFamily, leakySlope, outliers } from './chapter-5.ts';
import { outputPairs, wrongStart } from './chapter-6.ts';
import { inputScale, inputScaleRates, playgroundTrials, smoothCurve } from './chapter-7.ts';
import type { Experiment } from './experiment.ts';
import { circleActivations } from './laboratory.ts';
import { loadRecord, recordedAt } from './recorded-files.ts';
import type { ExperimentResult } from './result.ts';

export const experiments: readonly Experiment[] = [
  circle,
  xor,
  xorCorners,
  circleActivations,
  slopeCircle,
  largestRate,
  deepSigmoid,
  slopeAndCentre,
  reflections,
  reflectionsBiased,
  irrelevantInput,
  dying,
  overFitting,
  leakySlope,
  leakyFamily,
  outliers,
  outputPairs,
  wrongStart,
  ...playgroundTrials,
  smoothCurve,
  inputScale,
  inputScaleRates,
];

const results = new Map<string, { at: number; result: ExperimentResult }>();

/** @throws RangeError for an id that no experiment has. */
export function getExperiment(id: string): Experiment {
  const experiment = experiments.find((candidate) => candidate.id === id);
  if (!experiment)
    throw new RangeError(
      `no experiment "${id}". There is: ${experiments.map((one) => one.id).join(', ')}.`,
    );
  return experiment;
}

/**
 * The recorded result of an experiment.
 *
 * @throws RangeError for an id that no experiment has.
 * @throws Error when the record does not belong to the experiment as it is now.
 */
export function experimentResult(id: string): ExperimentResult {
  const experiment = getExperiment(id);
  // An author who records anew while pages are being served sees the new numbers.
  const at = recordedAt(id);
  const known = results.get(id);
  if (known?.at === at) return known.result;
  const result = loadRecord(experiment);
  results.set(id, { at, result });
  return result;
}

/**
 * One number of a result, by its path: `resultValue('circle-depth', 'relu-4.testAccuracy.median')`.
 * The first part is the variant; the others name a property of `VariantResult`. `seeds` and `epochs`
 * are those of the experiment.
 *
 * @throws RangeError when there is no number at the end of the path.
 */
export function resultValue(id: string, path: string): number {
  const { experiment, variants } = experimentResult(id);
  if (path === 'seeds') return experiment.seeds.length;
  if (path === 'epochs') return experiment.epochs;
  // A variant may have a point of its own, as in `tanh@1.6`: the longest that fits is meant.
  const variant = Object.keys(variants)
    .filter((key) => path === key || path.startsWith(`${key}.`))
    .reduce((longest, key) => (key.length > longest.length ? key : longest), '');
  if (variant === '') {
    const known = ['seeds', 'epochs', ...Object.keys(variants)].join(', ');
    throw new RangeError(
      `experiment "${id}" has no variant "${path.split('.')[0]}". There is: ${known}.`,
    );
  }
  let value: unknown = variants[variant];
  for (const name of path.slice(variant.length + 1).split('.')) {
    value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  if (typeof value !== 'number')
    throw new RangeError(`experiment "${id}" has no number at "${path}"`);
  return value;
}

/**
 * The same from a path that begins with the experiment: `circle-depth/relu-4.solved`.
 *
 * @throws RangeError when there is no number at the end of the path.
 */
export function recordedValue(path: string): number {
  const end = path.indexOf('/');
  return end < 0 ? resultValue(path, '') : resultValue(path.slice(0, end), path.slice(end + 1));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
