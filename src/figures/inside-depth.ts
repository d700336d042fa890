/** Norms by depth on a logarithmic scale, as SVG paths: one place for each layer, from the first on. */

export const depthSize = { width: 320, height: 190 } as const;
const margin = { top: 10, right: 10, bottom: 38, left: 40 };

/** Smaller than this a norm is drawn at the foot of the chart, as 0 is. */
const leastExponent = -16;
const greatestExponent = 12;

/** Powers of ten at the lower and the upper end of the chart. */
export type Decades = readonly [lower: number, upper: number];

/**
 * The decades that hold all norms; at least three.
 *
 * @param previous Those of the chart as it stands. They grow and do not shrink, so that the chart holds still.
 */
export function decadesOf(norms: readonly number[], previous?: Decades): Decades {
  const exponents = norms
    .filter((norm) => norm > 0 && norm < Infinity)
    .map((norm) => Math.min(greatestExponent, Math.max(leastExponent, Math.log10(norm))));
  if (exponents.length === 0) return previous ?? [-3, 0];
  const lower = Math.floor(Math.min(...exponents, ...(previous ?? [])));
  // Not −0: the axis would show it.
  const upper = Math.ceil(Math.max(...exponents, ...(previous ?? []))) + 0;
  return [Math.min(lower, upper - 3), upper];
}

export const depthX = (layer: number, layers: number): number =>
  tenth(
    margin.left +
      ((depthSize.width - margin.left - margin.right) * (layer + 0.5)) / Math.max(1, layers),
  );

/** Where a norm stands; 0 at the foot, what is not a number nowhere. */
export function depthY(norm: number, [lower, upper]: Decades): number {
  const foot = depthSize.height - margin.bottom;
  const exponent = Math.min(upper, Math.max(lower, Math.log10(norm)));
  return tenth(foot - ((exponent - lower) / (upper - lower)) * (foot - margin.top));
}

/** The line from layer to layer. */
export function depthPath(norms: readonly number[], decades: Decades): string {
  return norms
    .map((norm, layer) => {
      if (Number.isNaN(norm)) return '';
      const pen = layer === 0 || Number.isNaN(norms[layer - 1]) ? 'M' : 'L';
      return `${pen}${depthX(layer, norms.length)} ${depthY(norm, decades)}`;
    })
    .join('');
}

/** A dot at each layer: lines of next to no length, that their round caps make visible. */
export const dotsPath = (norms: readonly number[], decades: Decades): string =>
  dots(norms, decades, (norm) => norm > 0);

/** The same for norms of 0, which have no place on the scale: at its foot. */
export const zerosPath = (norms: readonly number[], decades: Decades): string =>
  dots(norms, decades, (norm) => norm === 0);

const dots = (
  norms: readonly number[],
  decades: Decades,
  shown: (norm: number) => boolean,
): string =>
  norms
    .map((norm, layer) =>
      shown(norm) ? `M${depthX(layer, norms.length)} ${depthY(norm, decades)}h.1` : '',
    )
    .join('');

/** Exponents to write at the axis: few, whatever the range. */
export function depthTicks([lower, upper]: Decades): number[] {
  const every = Math.ceil((upper - lower) / 6);
  const ticks: number[] = [];
  for (let exponent = lower; exponent <= upper; exponent += every) ticks.push(exponent);
  return ticks;
}

/** The ends of the axes. */
export const depthFrame = {
  left: margin.left,
  right: depthSize.width - margin.right,
  top: margin.top,
  foot: depthSize.height - margin.bottom,
} as const;

const tenth = (value: number) => Math.round(value * 10) / 10;
