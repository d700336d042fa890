/** What a plot with a movable point is told by its page; the same at build and in the browser. */
import { frames } from '#figures/curve-frames.ts';
import { curveOf } from '#figures/curve.ts';
import type { ActivationScene } from '#figures/activation-chart.ts';
import type { QuestionOf } from '#questions/schema.ts';

export type PointConfig = Pick<
  QuestionOf<'point'>,
  'curves' | 'slope' | 'tangent' | 'x' | 'step'
> & { y: [number, number] };

export function pointConfig({ curves, slope, tangent, x, step }: QuestionOf<'point'>): PointConfig {
  const drawn = curves.map(({ fn, parameters }) => curveOf(fn, parameters));
  const zs = Array.from({ length: 121 }, (_, i) => x[0] + ((x[1] - x[0]) * i) / 120);
  const values = drawn
    .flatMap(({ f, df }) => zs.flatMap((z) => (slope ? [f(z), df(z)] : [f(z)])))
    .map((value) => Math.min(4.4, Math.max(-2.4, value)));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const pad = 0.08 * (high - low);
  return { curves, slope, tangent, x, step, y: [low - pad, high + pad] };
}

/** Lower than a figure's: it is one step of a question. */
export function pointFrames(config: Pick<PointConfig, 'x' | 'y'>) {
  const { wide, narrow } = frames(config);
  return { wide: { ...wide, height: 300 }, narrow: { ...narrow, height: 240 } };
}

export const pointScene = (
  { curves, slope, tangent }: PointConfig,
  z: number,
): ActivationScene => ({
  functions: curves.map(({ fn, parameters }) => curveOf(fn, parameters)),
  z,
  derivative: slope,
  tangent,
  threshold: null,
});
