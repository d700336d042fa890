/** Five numbers that describe a sample. */
export interface Summary {
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
}

/**
 * The value below which a share of the sample lies, by linear interpolation between neighbours
 * (type 7 of Hyndman and Fan, 1996: the default of R and NumPy). Infinite values are allowed.
 *
 * @param sorted In ascending order; not empty.
 * @param share Between 0 and 1.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  // Also keeps Infinity − Infinity out of it.
  if (below === above) return below;
  return below + (above - below) * (place - Math.floor(place));
}

/** @throws RangeError for an empty sample, or one with NaN in it. */
export function summarize(sample: readonly number[]): Summary {
  if (sample.length === 0 || sample.some(Number.isNaN)) {
    throw new RangeError('only a sample of numbers can be summarized');
  }
  const sorted = sample.toSorted((a, b) => a - b);
  const at = (share: number) => quantile(sorted, share);
  return {
    min: at(0),
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    max: at(1),
  };
}
