/** Whether runs that a reader has made agree with the recorded ones. */
import { failures, type Sample } from './sample.ts';
import { summarize } from './statistics.ts';

export type Difference =
  /** The reader's median lies outside the middle half of the recorded runs. */
  | {
      readonly kind: 'median';
      readonly median: number;
      readonly lowerQuartile: number;
      readonly upperQuartile: number;
    }
  /** More or fewer runs failed than chance explains; both as shares. */
  | { readonly kind: 'failed'; readonly share: number; readonly recorded: number };

/** With fewer runs than this the rule would often find differences where there are none. */
export const leastRuns = 20;

/**
 * A variant agrees with its record when (1) the median of the reader's runs lies between the quartiles
 * of the recorded ones, and (2) the shares that failed differ by at most three standard errors of
 * their difference. A coarse rule on purpose: it holds for other seeds, other machines and single
 * precision, and fails where a reader would draw another conclusion.
 */
export function differences(sample: Sample, recorded: Sample): Difference[] {
  const { median } = summarize(sample.values);
  const { lowerQuartile, upperQuartile } = summarize(recorded.values);
  const found: Difference[] = [];
  if (median < lowerQuartile || median > upperQuartile)
    found.push({ kind: 'median', median, lowerQuartile, upperQuartile });
  const [share, before] = [sample, recorded].map((one) => failures(one) / one.values.length);
  if (Math.abs(share! - before!) > 3 * standardError(sample, recorded))
    found.push({ kind: 'failed', share: share!, recorded: before! });
  return found;
}

/**
 * Of the difference of two shares that are equal in truth. One success and one failure are added to
 * each sample (Agresti and Caffo, 2000), so that it is not 0 where nothing, or everything, failed.
 */
function standardError(a: Sample, b: Sample): number {
  const [n, m] = [a.values.length + 2, b.values.length + 2];
  const share = (failures(a) + 1 + failures(b) + 1) / (n + m);
  return Math.sqrt(share * (1 - share) * (1 / n + 1 / m));
}
