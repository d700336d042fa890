/** The chart of a slice: values solid, slopes dashed, what the function is made of thin. */
import * as Plot from '@observablehq/plot';
import { axisName, chartBase, curveLine, curveName, zeroLine } from '#figures/chart-parts.ts';
import { thin, type Frame } from '#figures/frame.ts';
import { cut, sample, type Polyline } from '#figures/sample.ts';
import { cursorMark } from './slice-cursor.ts';
import { namesAt } from './slice-labels.ts';
import type { SliceScene } from './slice-scene.ts';

/** A curve as it is drawn, before it is cut to a frame. */
interface Drawn {
  label: string;
  g: (x: number) => number;
  points: Polyline;
  slope: boolean;
  colour: string;
  thickness: number;
}

function curvesOf({ slice, lines, derivative }: SliceScene, x: Frame['x']): Drawn[] {
  const { colour } = slice;
  return lines.flatMap(({ label, slopeLabel, f, df, kinks }, k): Drawn[] => {
    // A corner is a point of the curve, wherever the grid falls.
    const corners: Polyline = kinks.filter((at) => at > x[0] && at < x[1]).map((at) => [at, f(at)]);
    const points = [...sample(f, x), ...corners].sort((a, b) => a[0] - b[0]);
    if (!slopeLabel)
      return [{ label, g: f, points, slope: false, colour: 'currentColor', thickness: 1 }];
    // The output whose own input moves comes first, and stands out.
    const thickness = k === 0 ? 2.5 : 1.75;
    const value: Drawn = { label, g: f, points, slope: false, colour, thickness };
    const rate = { ...value, label: slopeLabel, g: df, points: sample(df, x, kinks), slope: true };
    return derivative ? [value, rate] : [value];
  });
}

export function sliceChart(scene: SliceScene, frame: Frame): Plot.PlotOptions {
  const curves = curvesOf(scene, frame.x);
  const values = curves.filter(({ slope }) => !slope);
  const slopes = curves.filter(({ slope }) => slope);
  const thickest = [...curves].sort((a, b) => a.thickness - b.thickness);
  return {
    ...chartBase(frame),
    marks: [
      Plot.ruleY([0], zeroLine),
      Plot.ruleX([0], zeroLine),
      Plot.axisX({ ticks: frame.width < 480 ? 5 : 7, tickSize: 4, label: null }),
      Plot.axisY({ ticks: 5, tickSize: 4, label: null }),
      axisName(scene.slice.moving.symbol, frame),
      ...thickest.map(({ points, ...style }) =>
        curveLine(thin(cut(points, frame.y), frame), style),
      ),
      Plot.text(namesAt([...values, ...slopes], frame), { ...curveName, textAnchor: 'start' }),
      cursorMark(scene, frame),
    ],
  };
}
