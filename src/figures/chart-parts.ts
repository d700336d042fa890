/** What all charts of the book share: the frame, the zero lines, the names at curves and axes. */
import * as Plot from '@observablehq/plot';
import type { Frame } from './frame.ts';

/** Size, margins and scales of a frame as the options of a chart. */
export const chartBase = ({ width, height, margin, x, y }: Frame): Plot.PlotOptions => ({
  width,
  height,
  marginTop: margin.top,
  marginRight: margin.right,
  marginBottom: margin.bottom,
  marginLeft: margin.left,
  className: 'chart',
  x: { domain: [...x] },
  y: { domain: [...y] },
});

/** The lines at zero: visible, and behind everything. */
export const zeroLine = { stroke: 'currentColor', strokeOpacity: 0.45 } as const;

/** The name of the horizontal axis, inside the frame at its end. */
export const axisName = (name: string, { x, y }: Frame): Plot.Markish =>
  Plot.text([name], {
    x: x[1],
    y: y[0],
    dy: -8,
    textAnchor: 'end',
    fontStyle: 'italic',
    fill: 'currentColor',
  });

/** How a name at a curve is set: on a rim of paper, so that lines do not run through it. */
export const curveName = {
  x: 'x',
  y: 'y',
  text: 'label',
  fill: 'currentColor',
  stroke: 'var(--paper, white)',
  strokeWidth: 5,
  fontWeight: 600,
} as const;

/** f is solid and f′ is dashed, everywhere in the book. */
export const curveLine = (
  points: readonly (readonly [x: number, y: number])[],
  { colour, slope, thickness = 2.5 }: { colour: string; slope: boolean; thickness?: number },
): Plot.Markish =>
  Plot.line(points as [number, number][], {
    x: '0',
    y: '1',
    stroke: colour,
    strokeWidth: slope ? thickness * 0.8 : thickness,
    strokeDasharray: slope ? '6 4' : undefined,
    strokeLinecap: slope ? 'butt' : 'round',
    strokeLinejoin: 'round',
  });
