/** What the property dashboard draws of a function. */
import type { ActivationScene } from '#figures/activation-chart.ts';
import { frames, verticalRange } from '#figures/curve-frames.ts';
import { curveOf } from '#figures/curve.ts';
import type { Frame } from '#figures/frame.ts';

/** The part of the z-axis that is drawn. */
const x = [-6, 6] as const;

export const framesOf = (id: string): { wide: Frame; narrow: Frame } =>
  frames({ x, y: verticalRange([{ id, parameters: {} }], x) });

export const sceneOf = (id: string, threshold: number): ActivationScene => ({
  functions: [curveOf(id)],
  z: 0,
  derivative: true,
  tangent: true,
  threshold,
});
