/** The axes of a loss chart. They grow in steps, so that they stand still most of the time. */
import type { EpochRecord } from '#nn/train.ts';
import type { Frame } from './frame.ts';

export type LossChartSize = 'wide' | 'narrow';

/** Two sizes: text in a picture that is shrunk to a phone could not be read. */
const sizes: Record<LossChartSize, Omit<Frame, 'x' | 'y'>> = {
  wide: { width: 440, height: 230, margin: { top: 24, right: 62, bottom: 36, left: 34 } },
  narrow: { width: 300, height: 190, margin: { top: 24, right: 60, bottom: 36, left: 30 } },
};

/** Tops of the loss axis. What is above the last leaves the picture; the numbers tell it. */
const tops = [1, 1.5, 2, 3, 5, 10];

/** The drawing area that holds a history. */
export function lossFrame(history: readonly EpochRecord[], size: LossChartSize): Frame {
  let epochs = 50;
  while (epochs < (history.at(-1)?.epoch ?? 0)) epochs *= 2;
  const most = history.reduce((max, { train, test }) => Math.max(max, train.loss, test.loss), 0);
  return {
    ...sizes[size],
    x: [0, epochs],
    y: [0, tops.find((top) => top >= most) ?? tops.at(-1)!],
  };
}

/** Whether a chart drawn in one frame also holds for the other. */
export const sameAxes = (a: Frame, b: Frame) => a.x[1] === b.x[1] && a.y[1] === b.y[1];
