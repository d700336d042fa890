/** The numbers that a claim can quote: of exact computations, and of recorded experiments. */
import { getExperiment, experimentResult, recordedValue } from '#experiments/index.ts';
import type { VariantResult } from '#experiments/result.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import { computed, computations } from './computations/index.ts';

/**
 * `chord/middle` is a number of a computation; `circle-depth/relu-4.solved` one of an experiment, where
 * `tanh@best` stands for that variant `tanh@…` which was solved soonest in the median, and if that says
 * nothing, most often.
 *
 * @throws RangeError when there is no number at the path.
 */
export function valueAt(path: string): number {
  const slash = path.indexOf('/');
  const [name, rest] = [path.slice(0, slash), path.slice(slash + 1)];
  const numbers = computed(name);
  if (!numbers) return experimentValue(name, rest);
  const value = Object.hasOwn(numbers, rest) ? numbers[rest] : undefined;
  if (value === undefined)
    throw new RangeError(
      `computation "${name}" has no number "${rest}". There is: ${Object.keys(numbers).join(', ')}.`,
    );
  return value;
}

/** @throws RangeError for a variant that the experiment does not have. */
export function variantResult(experiment: string, key: string): VariantResult {
  const { variants } = experimentResult(experiment);
  const group = /^(.*)@best$/.exec(key)?.[1];
  const found =
    group === undefined
      ? variants[key]
      : Object.entries(variants)
          .filter(([name]) => name.startsWith(`${group}@`))
          .map(([, result]) => result)
          .sort(
            (a, b) => compare(a.solvedAfter.median, b.solvedAfter.median) || b.solved - a.solved,
          )[0];
  if (found) return found;
  throw new RangeError(
    `experiment "${experiment}" has no variant "${key}". There is: ${Object.keys(variants).join(', ')}.`,
  );
}

/** Two infinities are equal. */
const compare = (a: number, b: number) => (a === b ? 0 : a - b);

function experimentValue(id: string, rest: string): number {
  try {
    getExperiment(id);
  } catch (error) {
    throw new RangeError(
      `${(error as Error).message} Computations: ${[...computations.keys()].join(', ')}.`,
    );
  }
  if (rest === 'seeds' || rest === 'epochs') return recordedValue(`${id}/${rest}`);
  if (rest === 'lossBelow') return getExperiment(id).solvedWhen.lossBelow ?? Infinity;
  // Names of variants may hold dots themselves: what follows them is one or two words.
  const [, variant = '', property = '', part] =
    /^(.*?)\.([a-zA-Z]+)(?:\.([a-zA-Z]+))?$/.exec(rest) ?? [];
  const found: unknown = variantResult(id, variant)[property as keyof VariantResult];
  const value = part ? (found as Record<string, unknown> | undefined)?.[part] : found;
  if (typeof value !== 'number')
    throw new RangeError(`experiment "${id}" has no number at "${rest}"`);
  return value;
}

/**
 * `of` for a reader: `percent`, `percent1` (with one decimal), `exact` (as short as it can be), or a number of decimals; a whole number
 * without any, others with three.
 */
export function written(path: string, as = ''): string {
  const value = valueAt(path);
  if (Number.isNaN(value)) return 'NaN';
  const percent = /^percent(\d?)$/.exec(as);
  if (percent) return `${formatNumber(100 * value, Number(percent[1]))}\u00a0%`;
  if (as === 'exact') return formatSetting(value);
  if (as !== '' && !/^\d$/.test(as)) throw new RangeError(`"${as}" is no way to write a number`);
  const decimals = as === '' ? (Number.isInteger(value) ? 0 : 3) : Number(as);
  // A number stays on its line.
  return formatNumber(value, decimals).replaceAll(' ', '\u00a0');
}
