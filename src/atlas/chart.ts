/** The small pictures of the atlas, all on the same axes, and the key to them. */
import * as Plot from '@observablehq/plot';
import type { Activation, Elementwise } from '#activations/types.ts';
import { chartBase, curveLine, curveName, zeroLine } from '#figures/chart-parts.ts';
import { thin, type Frame } from '#figures/frame.ts';
import { placeLabels } from '#figures/labels.ts';
import { cut } from '#figures/sample.ts';
import { strandsOf, type Strand } from './strands.ts';

/** The axes of every card: the same units across and up, so that a slope of 1 is a line at 45°. */
export const cardFrame: Frame = {
  width: 240,
  height: 165,
  margin: { top: 0, right: 0, bottom: 0, left: 0 },
  x: [-4, 4],
  y: [-2, 3.5],
};

/** The same axes, larger and with their numbers: the key to the cards. */
const keyFrame: Frame = {
  ...cardFrame,
  width: 400,
  height: 269,
  margin: { top: 8, right: 40, bottom: 24, left: 24 },
};

/** Ticks on a zero line, their numbers on a ground of their own. */
const onLine = { tickSize: 4, label: null, textStroke: 'var(--paper, white)', textStrokeWidth: 3 };

const line = ({ points, colour, role }: Strand, thickness: number) =>
  curveLine(points, {
    colour,
    slope: role === 'slope',
    thickness: role === 'piece' ? 1 : thickness,
  });

const base = (frame: Frame): Plot.PlotOptions => {
  const options = chartBase(frame);
  return { ...options, x: { ...options.x, axis: null }, y: { ...options.y, axis: null } };
};

/** The strands as they are seen in a frame, with no more points than the eye needs. */
const visible = (activation: Activation, frame: Frame): Strand[] =>
  strandsOf(activation, frame.x).map((strand) => ({
    ...strand,
    points: thin(cut(strand.points, frame.y), frame),
  }));

/** A card's picture: two zero lines with a few ticks, and the curves. */
export const cardChart = (activation: Activation): Plot.PlotOptions => ({
  ...base(cardFrame),
  marks: [
    Plot.ruleY([0], zeroLine),
    Plot.ruleX([0], zeroLine),
    ...visible(activation, cardFrame).map((strand) => line(strand, 2.25)),
    // Two numbers give the scale, where hardly a curve passes; one that does makes room.
    Plot.axisX([2], { ...onLine, y: 0, tickPadding: 2 }),
    Plot.axisY([2], { ...onLine, x: 0 }),
  ],
});

/** A card's picture without its ticks, for a place where the curve only has to be known again. */
export const sparkChart = (activation: Activation): Plot.PlotOptions => ({
  ...base(cardFrame),
  marks: [
    Plot.ruleY([0], zeroLine),
    Plot.ruleX([0], zeroLine),
    ...visible(activation, cardFrame).map((strand) => line(strand, 2)),
  ],
});

/** The key: one function on the axes of the cards, with numbers and with names at the curves. */
export function keyChart(activation: Elementwise): Plot.PlotOptions {
  const names: Partial<Record<Strand['role'], string>> = { value: 'f', slope: 'f′' };
  const strands = visible(activation, keyFrame).map((strand) => ({
    ...strand,
    label: names[strand.role] ?? strand.label,
  }));
  return {
    ...base(keyFrame),
    marks: [
      Plot.ruleY([0], zeroLine),
      Plot.ruleX([0], zeroLine),
      Plot.axisX({ ticks: 5, tickSize: 4, label: null }),
      Plot.axisY({ ticks: 5, tickSize: 4, label: null }),
      Plot.text(['z'], {
        x: keyFrame.x[1],
        y: keyFrame.y[0],
        dx: 10,
        textAnchor: 'start',
        fontStyle: 'italic',
        fill: 'currentColor',
      }),
      ...strands.map((strand) => line(strand, 2.5)),
      Plot.text(placeLabels(strands, keyFrame), { ...curveName, textAnchor: 'start', dx: 6 }),
    ],
  };
}
