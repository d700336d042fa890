/** The results of an experiment as a reader reads them: in the page and live. */
import { leastRuns, type Difference } from '#experiments/agreement.ts';
import { isShare, type Experiment, type Measure } from '#experiments/experiment.ts';
import { failures, summaryOf, type Sample } from '#experiments/sample.ts';
import { formatCount, formatNumber, formatSize } from '#i18n/numbers.ts';

/** A message under `experiment.` with its values. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** A value of the measure without its unit; infinite: more epochs than there were. */
export function valueText(
  value: number,
  measure: Measure,
  { epochs }: Experiment,
  say: Say,
): string {
  if (Number.isNaN(value)) return say('none');
  if (measure === 'solvedAfter')
    return value === Infinity ? say('more', { epochs }) : formatCount(value);
  return isShare(measure) ? formatNumber(100 * value, 1) : lossText(value);
}

/** Three significant digits: losses differ by orders of magnitude. Tiny ones as powers of ten, not as zeros. */
const lossText = (loss: number) =>
  loss > 0 && loss < 1e-4
    ? formatSize(loss)
    : formatNumber(loss, Math.max(0, 2 - Math.floor(Math.log10(loss || 1))));

/** One run in words: `there after 72 epochs`. */
export function runText(value: number, measure: Measure, experiment: Experiment, say: Say): string {
  if (value === Infinity) return say('run.never');
  return say(`run.${measure}`, { value: valueText(value, measure, experiment, say) });
}

export const countText = (sample: Sample, say: Say): string =>
  say('count', { failed: failures(sample), runs: sample.values.length });

/** The medians and failures of all variants that have runs, in sentences. */
export const summaryText = (
  labels: readonly string[],
  samples: readonly Sample[],
  measure: Measure,
  experiment: Experiment,
  say: Say,
): string =>
  samples
    .map((sample, k) => {
      const summary = summaryOf(sample);
      if (!summary) return '';
      return say('sentence', {
        variant: labels[k]!,
        value: valueText(summary.median, measure, experiment, say),
        failed: failures(sample),
        runs: sample.values.length,
      });
    })
    .filter(Boolean)
    .join(' ');

/** Whether the reader's runs agree with the recorded ones, and in what they differ. */
export function agreementText(
  found: readonly { readonly label: string; readonly differences: readonly Difference[] }[],
  runs: number,
  rateChanged: boolean,
  text: (value: number) => string,
  say: Say,
): string {
  if (runs < leastRuns) return say('tooFew', { least: leastRuns });
  const sentences = found.flatMap(({ label, differences }) =>
    differences.map((difference) =>
      difference.kind === 'median'
        ? say(difference.lowerQuartile === Infinity ? 'differ.slow' : 'differ.median', {
            variant: label,
            value: text(difference.median),
            lower: text(difference.lowerQuartile),
            upper: text(difference.upperQuartile),
          })
        : say('differ.failed', {
            variant: label,
            share: formatNumber(100 * difference.share, 0),
            recorded: formatNumber(100 * difference.recorded, 0),
          }),
    ),
  );
  if (sentences.length === 0) return say('agree');
  return [say('differ'), ...(rateChanged ? [say('changedRate')] : []), ...sentences].join(' ');
}
