/**
 * The chart of one or several activation functions with their slopes: f solid, f′ dashed, each in the
 * function's own colour, labels at the curves. The same function draws at build time and in the browser.
 */
import * as Plot from '@observablehq/plot';
import { axisName, chartBase, curveLine, curveName, zeroLine } from './chart-parts.ts';
import { cursorMark } from './cursor.ts';
import type { Curve } from './curve.ts';
import { thin, type Frame } from './frame.ts';
import { placeLabels } from './labels.ts';
import { colourOf } from './palette.ts';
import { cut, jumpsOf, sample, stretchesUnder, type Polyline } from './sample.ts';

/** What is drawn. */
export interface ActivationScene {
  functions: readonly Curve[];
  z: number;
  derivative: boolean;
  tangent: boolean;
  /** Shade where a function's |f′| is under this; `null` for no shade. */
  threshold: number | null;
}

export interface Series {
  /** `ReLU` or `ReLU′`. */
  label: string;
  colour: string;
  slope: boolean;
  points: Polyline;
}

/** The curves of a scene, before they are cut to a frame. */
export function seriesOf({ functions, derivative }: ActivationScene, x: Frame['x']): Series[] {
  return functions.flatMap(({ activation, f, df, facts }) => {
    const colour = colourOf(activation.id);
    const curve: Series = {
      label: activation.notation,
      colour,
      slope: false,
      points: sample(f, x, jumpsOf(facts.breaks, 0)),
    };
    const slope: Series = {
      label: `${activation.notation}′`,
      colour,
      slope: true,
      points: sample(df, x, jumpsOf(facts.breaks, 1)),
    };
    return derivative ? [slope, curve] : [curve];
  });
}

export function activationChart(
  scene: ActivationScene,
  frame: Frame,
  axisLabel: string,
): Plot.PlotOptions {
  const { width, x, y } = frame;
  const series = seriesOf(scene, x).map((s) => ({ ...s, points: thin(cut(s.points, y), frame) }));
  const names = placeLabels(series, frame, 10);
  const flat = scene.functions.flatMap(({ activation, df, facts }) =>
    scene.threshold === null
      ? []
      : stretchesUnder(sample(df, x, jumpsOf(facts.breaks, 1)), scene.threshold).map(
          ([from, to]) => ({ from, to, colour: colourOf(activation.id) }),
        ),
  );
  return {
    ...chartBase(frame),
    marks: [
      Plot.rectY(flat, {
        x1: 'from',
        x2: 'to',
        y1: y[0],
        y2: y[1],
        fill: 'colour',
        fillOpacity: 0.14,
      }),
      Plot.ruleY([0], zeroLine),
      Plot.ruleX([0], zeroLine),
      Plot.axisX({ ticks: width < 480 ? 5 : 7, tickSize: 4, label: null }),
      Plot.axisY({ ticks: 5, tickSize: 4, label: null }),
      axisName(axisLabel, frame),
      cursorMark(scene, frame, 'under'),
      ...series.map(({ points, ...style }) => {
        const leader = names.find(({ label }) => label === style.label)?.leader ?? [];
        return curveLine([...points, ...leader], style);
      }),
      Plot.text(names, { ...curveName, textAnchor: 'start', dx: 6 }),
      cursorMark(scene, frame, 'over'),
    ],
  };
}
