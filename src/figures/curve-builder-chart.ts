/** The curve that a reader builds from hinges or bumps, over the target and the units it is made of. */
import * as Plot from '@observablehq/plot';
import type { HandBuilt } from '#approximation/hinges.ts';
import { activations, bind } from '#activations/index.ts';
import { axisName, chartBase, curveName, zeroLine } from './chart-parts.ts';
import { thin, type Frame } from './frame.ts';
import { placeLabels } from './labels.ts';
import { colourOf } from './palette.ts';
import { cut, sample } from './sample.ts';

export interface BuilderScene {
  kind: 'hinges' | 'bumps';
  network: HandBuilt;
  target: (x: number) => number;
}

export function curveBuilderChart(
  { kind, network, target }: BuilderScene,
  frame: Frame,
  labels: { x: string; target: string; network: string },
): Plot.PlotOptions {
  const { x, y } = frame;
  const id = kind === 'hinges' ? 'relu' : 'sigmoid';
  const { f } = bind(activations[id]);
  const curve = (g: (at: number) => number) => thin(cut(sample(g, x), y), frame);
  const parts = network.units.map(({ outputWeight, weight, bias }) =>
    curve((at) => outputWeight * f(weight * at + bias)),
  );
  const shown = [
    { label: labels.target, points: curve(target) },
    { label: labels.network, points: curve(network.g) },
  ];
  const line = (points: [number, number][], options: Plot.LineOptions) =>
    Plot.line(points, { x: '0', y: '1', strokeLinejoin: 'round', ...options });
  return {
    ...chartBase(frame),
    marks: [
      Plot.ruleY([0], zeroLine),
      Plot.axisX({ ticks: 5, tickSize: 4, label: null }),
      // Past the handle that stands on the axis.
      Plot.axisY({ ticks: 5, tickSize: 4, tickPadding: 8, label: null }),
      axisName(labels.x, frame),
      ...parts.map((points) =>
        line(points, { stroke: colourOf(id), strokeOpacity: 0.4, strokeWidth: 1 }),
      ),
      line(shown[0]!.points, { stroke: 'currentColor', strokeOpacity: 0.55, strokeWidth: 5 }),
      line(shown[1]!.points, { stroke: colourOf(id), strokeWidth: 2.5 }),
      // Past the handle that stands at the curve's end.
      Plot.text(placeLabels(shown, frame), { ...curveName, textAnchor: 'start', dx: 16 }),
    ],
  };
}
