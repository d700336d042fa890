/** Training and test loss by epoch: axes, and the curves that move while a network trains. */
import * as Plot from '@observablehq/plot';
import type { EpochRecord } from '#nn/train.ts';
import { chartBase, zeroLine } from './chart-parts.ts';
import type { Frame } from './frame.ts';
import { lossCurvesMark, type LossLabels } from './loss-chart-curves.ts';

export function lossChart(
  history: readonly EpochRecord[],
  frame: Frame,
  labels: LossLabels,
): Plot.PlotOptions {
  const { width, margin } = frame;
  return {
    ...chartBase(frame),
    marks: [
      Plot.ruleY([0], zeroLine),
      Plot.axisX({ ticks: width < 400 ? 3 : 5, tickSize: 4, label: null }),
      Plot.axisY({ ticks: 4, tickSize: 4, label: null }),
      Plot.text([labels.x], {
        frameAnchor: 'bottom-right',
        dy: 32,
        textAnchor: 'end',
        fontStyle: 'italic',
        fill: 'currentColor',
      }),
      Plot.text([labels.y], {
        frameAnchor: 'top-left',
        dx: -margin.left,
        dy: -margin.top,
        lineAnchor: 'top',
        textAnchor: 'start',
        fontStyle: 'italic',
        fill: 'currentColor',
      }),
      lossCurvesMark(history, frame, labels),
    ],
  };
}
