import { frameX, frameY, type Frame } from './frame.ts';

export interface Label {
  label: string;
  /** Where the text stands, in the units of the chart. */
  x: number;
  y: number;
}

interface Labelled {
  label: string;
  points: readonly (readonly [x: number, y: number])[];
}

const lineHeight = 17;

/**
 * Puts each label at the last visible point of its curve and moves labels apart that would stand on
 * each other. Curves that leave the frame at the top are labelled where they leave.
 */
export function placeLabels(series: readonly Labelled[], frame: Frame): Label[] {
  const toX = frameX(frame);
  const toY = frameY(frame);
  const [lower, upper] = frame.y;
  const perPixel = (upper - lower) / (frame.height - frame.margin.top - frame.margin.bottom);

  const placed: Label[] = [];
  const ends = series
    .map(({ label, points }) => ({ label, end: points.findLast(([, y]) => !Number.isNaN(y)) }))
    .filter(
      (item): item is { label: string; end: readonly [number, number] } => item.end !== undefined,
    )
    .sort((a, b) => b.end[1] - a.end[1]);

  for (const {
    label,
    end: [x, y],
  } of ends) {
    let top = Math.min(y, upper - perPixel * (lineHeight / 2));
    for (const other of placed) {
      const apart = Math.abs(toX(other.x) - toX(x)) > 70;
      if (!apart && toY(top) - toY(other.y) < lineHeight) top = other.y - perPixel * lineHeight;
    }
    placed.push({ label, x, y: top });
  }
  return placed;
}
