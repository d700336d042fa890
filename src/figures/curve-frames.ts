/** The sizes and the vertical range of a picture of curves. */
import { curveOf, type Curve } from './curve.ts';
import type { Frame } from './frame.ts';

type Extent = readonly [number, number];

/** What a function without bound is cut at. */
const common: Extent = [-2.4, 4.4];

/** Two sizes: text in a picture that is shrunk to a phone could not be read. */
export const frames = ({ x, y }: Pick<Frame, 'x' | 'y'>): { wide: Frame; narrow: Frame } => ({
  wide: { width: 640, height: 384, margin: { top: 12, right: 84, bottom: 28, left: 36 }, x, y },
  narrow: { width: 360, height: 300, margin: { top: 12, right: 78, bottom: 28, left: 30 }, x, y },
});

/**
 * A vertical range that holds f and f′ for every setting of the sliders, so that the axes stand still
 * while a curve moves; a function without bound is cut.
 */
export function verticalRange(
  functions: readonly { id: string; parameters: Readonly<Record<string, number>> }[],
  x: Extent,
): Extent {
  const bounds = functions
    .flatMap(({ id, parameters }) => {
      const { min, max } = curveOf(id, parameters).facts;
      return [min.value, max.value];
    })
    .filter(Number.isFinite)
    .map((value) => 1.06 * value);
  const limit = [Math.min(common[0], ...bounds), Math.max(common[1], ...bounds)] as const;
  const settings = functions.flatMap(({ id, parameters }) => {
    const { activation } = curveOf(id, parameters);
    const sliders = Object.entries(activation.parameters);
    return [
      curveOf(id, parameters),
      ...sliders.flatMap(([name, { min, max }]) =>
        [min, max].flatMap((value) => {
          try {
            return [curveOf(id, { ...parameters, [name]: value })];
          } catch {
            return []; // An end of a slider where the function is not defined.
          }
        }),
      ),
    ];
  });
  return heightOf(settings, x, limit);
}

/** A vertical range that holds these curves and their slopes, cut at `limit`. */
export function heightOf(
  curves: readonly Pick<Curve, 'f' | 'df'>[],
  x: Extent,
  limit: Extent = common,
): Extent {
  let [low, high] = [-0.2, 1];
  for (const { f, df } of curves) {
    for (let i = 0; i <= 60; i++) {
      const z = x[0] + ((x[1] - x[0]) * i) / 60;
      for (const value of [f(z), df(z)]) {
        if (Number.isFinite(value)) [low, high] = [Math.min(low, value), Math.max(high, value)];
      }
    }
  }
  const pad = 0.06 * (Math.min(high, limit[1]) - Math.max(low, limit[0]));
  return [Math.max(low - pad, limit[0]), Math.min(high + pad, limit[1])];
}
