import { simplify } from './simplify.ts';

/** The drawing area of a chart: its size in pixels and what part of the plane it shows. */
export interface Frame {
  width: number;
  height: number;
  margin: { top: number; right: number; bottom: number; left: number };
  x: readonly [number, number];
  y: readonly [number, number];
}

export const frameX =
  ({ width, margin, x: [from, to] }: Frame) =>
  (value: number) =>
    margin.left + ((value - from) / (to - from)) * (width - margin.left - margin.right);

export const frameY =
  ({ height, margin, y: [from, to] }: Frame) =>
  (value: number) =>
    height - margin.bottom - ((value - from) / (to - from)) * (height - margin.top - margin.bottom);

/** The value under a horizontal position in pixels, kept inside the frame. */
export const valueAtX = ({ width, margin, x: [from, to] }: Frame, px: number) => {
  const share = (px - margin.left) / (width - margin.left - margin.right);
  return from + Math.min(1, Math.max(0, share)) * (to - from);
};

/** A curve without the points that would not show: none left out is off the line by a tenth of a pixel. */
export function thin<P extends readonly [number, number]>(points: readonly P[], frame: Frame): P[] {
  const toX = frameX(frame);
  const toY = frameY(frame);
  const keep = simplify(
    points.map(([x, y]) => [toX(x), toY(y)] as const),
    0.1,
  );
  return points.filter((_, i) => keep[i]);
}
