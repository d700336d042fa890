/** Signal and gradient by layer, on a scale of powers of ten. */
import * as Plot from '@observablehq/plot';
import type { DepthSignal } from '#depth/signal.ts';
import { superscript } from '#i18n/numbers.ts';
import { axisName, chartBase, curveLine, curveName } from './chart-parts.ts';
import type { Frame } from './frame.ts';
import { placeLabels } from './labels.ts';
import { colourOf } from './palette.ts';

export interface DepthLabels {
  layer: string;
  size: string;
  contrast: string;
  gradient: string;
}

const sizes = {
  wide: { width: 640, height: 330, margin: { top: 10, right: 128, bottom: 30, left: 48 } },
  narrow: { width: 360, height: 300, margin: { top: 10, right: 108, bottom: 30, left: 42 } },
} as const;

/** Powers of ten at the ends of the axis: in steps, so that it stands still most of the time. */
const ends = [3, 6, 12, 24, 48, 96, 192, 320];

/** Finite logarithms of what can be drawn; what is 0 or beyond all numbers becomes a gap. */
const logarithms = (values: readonly number[]): [number, number][] =>
  values.map((value, layer) => {
    const exponent = Math.log10(value);
    return [layer, Number.isFinite(exponent) ? exponent : NaN];
  });

export function depthFrame(signal: DepthSignal, size: keyof typeof sizes): Frame {
  const all = Object.values(signal)
    .flatMap((values: readonly number[]) => logarithms(values).map(([, exponent]) => exponent))
    .filter((exponent) => !Number.isNaN(exponent));
  const reach = (least: number) => ends.find((end) => end >= least) ?? ends.at(-1)!;
  return {
    ...sizes[size],
    x: [0, signal.gradient.length - 1],
    y: [-reach(-Math.min(...all, -2)), all.some((e) => e > 1) ? reach(Math.max(...all)) : 1],
  };
}

export function depthChart(
  signal: DepthSignal,
  activation: string,
  frame: Frame,
  labels: DepthLabels,
): Plot.PlotOptions {
  const colour = colourOf(activation);
  const series = (['size', 'contrast', 'gradient'] as const).map((name) => ({
    name,
    label: labels[name],
    points: logarithms(signal[name]),
  }));
  return {
    ...chartBase(frame),
    marks: [
      Plot.ruleY([0], { stroke: 'currentColor', strokeOpacity: 0.45 }),
      Plot.axisX({
        ticks: frame.x[1] <= 10 ? frame.x[1] : 5,
        tickSize: 4,
        label: null,
        tickFormat: 'd',
      }),
      Plot.axisY({
        ticks: 5,
        tickSize: 4,
        label: null,
        tickFormat: (exponent: number) =>
          Number.isInteger(exponent) ? (exponent === 0 ? '1' : `10${superscript(exponent)}`) : '',
      }),
      axisName(labels.layer, frame),
      ...series.map(({ name, points }) =>
        curveLine(points, {
          colour: name === 'contrast' ? 'currentColor' : colour,
          slope: name === 'gradient',
          thickness: name === 'contrast' ? 1.25 : 2.5,
        }),
      ),
      // The gradient begins at the top, 1 for everybody: its news stands at the inputs.
      Plot.dot([series[2]!.points[0]!], { x: '0', y: '1', r: 4, fill: colour }),
      Plot.text(placeLabels(series, frame), { ...curveName, textAnchor: 'start', dx: 8 }),
    ],
  };
}
