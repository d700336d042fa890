/** Draws the chart in the browser. Apart, so that Plot loads only when curves change. */
import * as Plot from '@observablehq/plot';
import { activationChart, type ActivationScene } from '#figures/activation-chart.ts';
import type { Frame } from '#figures/frame.ts';
import { tidy } from '#figures/tidy.ts';

export const drawActivationChart = (scene: ActivationScene, frame: Frame, axisLabel: string) =>
  tidy(Plot.plot(activationChart(scene, frame, axisLabel)) as SVGSVGElement);
