/** A histogram as an SVG path in a box of 100 × 100, to be stretched to any size. */
import type { Histogram } from '#inside/types.ts';

/** The total of all numbers, those outside the bins too. */
const total = ({ counts, below, above, notFinite }: Histogram): number =>
  counts.reduce((sum, count) => sum + count, below + above + notFinite);

/**
 * The outline of the bars. The height of a bar is the square root of its share of the numbers: a bin with
 * all of them reaches the top, and a bin with a hundredth is still a tenth as high. So the scale never
 * moves, whatever the numbers do.
 */
export function histogramPath(histogram: Histogram): string {
  const { counts } = histogram;
  const all = Math.max(1, total(histogram));
  let path = 'M0 100';
  let before = 0;
  counts.forEach((count, bin) => {
    if (count !== before) {
      const x = tenth((100 * bin) / counts.length);
      path += `H${x}V${tenth(100 - 100 * Math.sqrt(count / all))}`;
    }
    before = count;
  });
  return `${path}H100V100Z`;
}

/** The stretches of the axis where the slope of f is under the threshold, as one path of full height. */
export function flatPath(
  slope: (z: number) => number,
  { from, to, counts }: Histogram,
  threshold: number,
): string {
  const width = 100 / counts.length;
  let path = '';
  let start: number | undefined;
  for (let bin = 0; bin <= counts.length; bin++) {
    const middle = from + ((to - from) * (bin + 0.5)) / counts.length;
    const flat = bin < counts.length && Math.abs(slope(middle)) < threshold;
    if (flat) start ??= bin;
    else if (start !== undefined) {
      path += `M${tenth(start * width)} 0H${tenth(bin * width)}V100H${tenth(start * width)}Z`;
      start = undefined;
    }
  }
  return path;
}

/** The number below which a share of all of them lies, to the width of a bin; the edge when it is outside. */
export function quantile(histogram: Histogram, share: number): number {
  const { from, to, counts, below, notFinite } = histogram;
  let left = share * (total(histogram) - notFinite) - below;
  if (left < 0) return from;
  for (const [bin, count] of counts.entries()) {
    if (count > 0 && left <= count)
      return from + ((to - from) * (bin + left / count)) / counts.length;
    left -= count;
  }
  return to;
}

const tenth = (value: number) => Math.round(value * 10) / 10;
