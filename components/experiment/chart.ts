/** The picture of an experiment, from its runs: the same in the page and live. */
import { isShare, type Experiment, type Measure } from '#experiments/experiment.ts';
import { summaryOf, type Sample } from '#experiments/sample.ts';
import {
  distributionChart,
  type DistributionChart,
  type DistributionRow,
  type DistributionSize,
} from '#figures/distribution-chart.ts';
import { distributionScale, type DistributionScale } from '#figures/distribution-scale.ts';
import { formatSetting } from '#i18n/numbers.ts';
import type { ExperimentConfig } from './config.ts';
import { countText, valueText, type Say } from './words.ts';

type Shown = Pick<ExperimentConfig, 'experiment' | 'measure' | 'rows' | 'recorded'>;

/** What may change by factors has a logarithmic scale; shares have a linear one. */
function scaleFor(measure: Measure, values: readonly number[], epochs: number): DistributionScale {
  if (isShare(measure)) return distributionScale('linear', values, 1);
  return distributionScale('log', values, measure === 'solvedAfter' ? epochs : undefined);
}

/** @param samples the runs to show; the recorded ones then stand behind them as bands */
export function experimentChart(
  { experiment, measure, rows, recorded }: Shown,
  samples: readonly Sample[],
  size: DistributionSize,
  say: Say,
): DistributionChart {
  // The recorded runs count even where they are not shown, so that axes stand still.
  const values = [...recorded, ...samples].flatMap((sample) => sample.values);
  const text = (value: number) => valueText(value, measure, experiment, say);
  const drawn = rows.map(({ label, colour }, k): DistributionRow => {
    const sample = samples[k]!;
    const summary = summaryOf(sample);
    return {
      label,
      colour,
      values: sample.values,
      failed: sample.failed,
      summary,
      reference: samples === recorded ? undefined : summaryOf(recorded[k]!),
      note: summary ? say('note', { value: text(summary.median) }) : '',
      count: countText(sample, say),
    };
  });
  const tick = (value: number) =>
    isShare(measure) ? formatSetting(100 * value) : formatSetting(value);
  return distributionChart(
    drawn,
    scaleFor(measure, values, experiment.epochs),
    { measure: say(`measure.${measure}`), failed: say('failed'), tick },
    size,
  );
}

/** The runs of a variant, without any yet. */
export const noRuns = ({ variants }: Experiment): Sample[] =>
  Object.keys(variants).map(() => ({ values: [], failed: [] }));
