/** The texts of the tables under an experiment's figure, and its numbers as CSV. */
import type { Experiment, Measure } from '#experiments/experiment.ts';
import { failures, summaryOf, type Sample } from '#experiments/sample.ts';
import { valueText, type Say } from './words.ts';

/** For each variant that has runs: its name, number of runs, quartiles, and how many failed. */
export function summaryRows(
  labels: readonly string[],
  samples: readonly Sample[],
  measure: Measure,
  experiment: Experiment,
  say: Say,
): string[][] {
  const text = (value: number) => valueText(value, measure, experiment, say);
  return samples.flatMap((sample, k) => {
    const summary = summaryOf(sample);
    if (!summary) return [];
    const { lowerQuartile, median, upperQuartile } = summary;
    const quartiles = [lowerQuartile, median, upperQuartile].map(text);
    return [[labels[k]!, String(sample.values.length), ...quartiles, String(failures(sample))]];
  });
}

/** For each seed its runs; an infinite value is `never`, a run that is not there an empty text. */
export const runRows = (
  seeds: readonly number[],
  samples: readonly Sample[],
  measure: Measure,
  experiment: Experiment,
  say: Say,
): string[][] =>
  seeds.map((seed, place) => [
    String(seed),
    ...samples.map(({ values }) => {
      const value = values[place];
      if (value === undefined) return '';
      return value === Infinity ? say('never') : valueText(value, measure, experiment, say);
    }),
  ]);

/** Every run with all the digits that there are; nothing where a run has no such number. */
export function toCsv(
  experiment: Experiment,
  samples: readonly Sample[],
  measure: Measure,
): string {
  const header = ['seed', ...Object.keys(experiment.variants)];
  const rows = experiment.seeds
    .map((seed, place) => [seed, ...samples.map(({ values }) => values[place])])
    .filter(([, ...values]) => values.some((value) => value !== undefined));
  const cell = (value: number | undefined) => (Number.isFinite(value) ? String(value) : '');
  return `# ${measure}\n${[header, ...rows.map((row) => row.map(cell))].map((row) => row.join(',')).join('\n')}\n`;
}
