/** Draws the loss chart in the browser. Apart, so that Plot loads only when axes change. */
import * as Plot from '@observablehq/plot';
import type { Frame } from '#figures/frame.ts';
import type { LossLabels } from '#figures/loss-chart-curves.ts';
import { lossChart } from '#figures/loss-chart.ts';
import { tidy } from '#figures/tidy.ts';
import type { EpochRecord } from '#nn/train.ts';

export const drawLosses = (history: readonly EpochRecord[], frame: Frame, labels: LossLabels) =>
  tidy(Plot.plot(lossChart(history, frame, labels)) as SVGSVGElement);

export type DrawLosses = typeof drawLosses;
