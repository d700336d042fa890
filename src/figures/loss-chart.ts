/**
 * Training and test loss by epoch. While a network trains only the two curves and their labels move;
 * the axes are drawn again when the curves outgrow them.
 */
import * as Plot from '@observablehq/plot';
import type { Frame } from './frame.ts';
import { lossCurvesMark, type EpochRecord, type LossLabels } from './loss-chart-curves.ts';

export type LossChartSize = 'wide' | 'narrow';

/** Two sizes: text in a picture that is shrunk to a phone could not be read. */
const sizes: Record<LossChartSize, Omit<Frame, 'x' | 'y'>> = {
  wide: { width: 440, height: 230, margin: { top: 24, right: 62, bottom: 36, left: 34 } },
  narrow: { width: 300, height: 190, margin: { top: 24, right: 60, bottom: 36, left: 30 } },
};

/** Tops of the loss axis. What is above the last leaves the picture; the numbers tell it. */
const tops = [1, 1.5, 2, 3, 5, 10];

/** The axes that hold a history: they grow in steps, so that they stand still most of the time. */
export function lossFrame(history: readonly EpochRecord[], size: LossChartSize): Frame {
  let epochs = 50;
  while (epochs < (history.at(-1)?.epoch ?? 0)) epochs *= 2;
  const most = history.reduce((max, { train, test }) => Math.max(max, train.loss, test.loss), 0);
  return { ...sizes[size], x: [0, epochs], y: [0, tops.find((top) => top >= most) ?? tops.at(-1)!] };
}

/** Whether a chart drawn in one frame also holds for the other. */
export const sameAxes = (a: Frame, b: Frame) => a.x[1] === b.x[1] && a.y[1] === b.y[1];

export function lossChart(
  history: readonly EpochRecord[],
  frame: Frame,
  labels: LossLabels,
): Plot.PlotOptions {
  const { width, height, margin, x, y } = frame;
  return {
    width,
    height,
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    className: 'chart',
    x: { domain: [...x] },
    y: { domain: [...y] },
    marks: [
      Plot.ruleY([0], { stroke: 'currentColor', strokeOpacity: 0.45 }),
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
