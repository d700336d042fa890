/** Pictures that mislead, each beside one that does not: for the page about code. */
import * as Plot from '@observablehq/plot';
import { bind, getActivation } from '#activations/index.ts';
import { gridPoints } from '#nn/grid.ts';
import { createObjective } from '#nn/objective.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { startRun } from '#nn/train.ts';
import { axisName, chartBase } from './chart-parts.ts';
import { predictions } from './decision-surface-lines.ts';
import { heatColour } from './decision-surface.ts';
import type { Frame } from './frame.ts';
import { colourOf } from './palette.ts';

/** Values over a square: row by row from the top left. */
export interface Field {
  readonly values: ArrayLike<number>;
  /** Between which coordinates the square lies, both ways. */
  readonly domain: readonly [lower: number, upper: number];
  /** The least and the greatest value that there can be. */
  readonly range: readonly [least: number, greatest: number];
}

const relu = bind(getActivation('relu')).f;

/** Points along each side of a field. */
const side = 48;
const levels = 10;

const margin = { top: 10, right: 12, bottom: 28, left: 34 };
const size = { width: 320, height: 320, margin } as const;

/** ReLU of the first coordinate over the popular mesh. The second is not in it. */
export function stripesField(): Field {
  const domain = [-10, 10] as const;
  const points = gridPoints(domain, side);
  return { values: points.slice(0, side * side).map(relu), domain, range: [0, 10] };
}

/** A network of two inputs, trained on disc and ring: what a contour plot is good for. */
const surfaceSetup: TrainingSetup = {
  dataset: 'circle',
  samples: 500,
  noise: 0,
  trainShare: 0.5,
  hidden: [8],
  activation: { id: 'tanh' },
  initialization: 'xavier',
  loss: 'binary-cross-entropy',
  learningRate: 0.1,
  batchSize: 10,
  seed: 1,
};
const surfaceEpochs = 60;

export function surfaceField(): Field {
  const run = startRun(surfaceSetup, { core: 'typescript' });
  while (run.epochs < surfaceEpochs) run.epoch();
  const domain = [-6, 6] as const;
  const objective = createObjective(run.task, surfaceSetup.loss);
  const values = predictions(run.logits(gridPoints(domain, side)), objective);
  return { values, domain, range: [0, 1] };
}

/** Filled contours in ten steps. */
export function contourChart({
  values,
  domain,
  range: [least, greatest],
}: Field): Plot.PlotOptions {
  const frame: Frame = { ...size, x: domain, y: domain };
  const [lower, upper] = domain;
  const thresholds = Array.from(
    { length: levels - 1 },
    (_, i) => least + ((greatest - least) * (i + 1)) / levels,
  );
  const css = (share: number) => `rgb(${heatColour(share).join(',')})`;
  return {
    ...chartBase(frame),
    color: { type: 'linear', domain: [least, greatest], interpolate: css },
    marks: [
      Plot.rect([0], { x1: lower, x2: upper, y1: lower, y2: upper, fill: css(0) }),
      Plot.contour(Array.from(values), {
        width: side,
        height: side,
        x1: lower,
        y1: upper,
        x2: upper,
        y2: lower,
        fill: Plot.identity,
        thresholds: [least - 1, ...thresholds],
      }),
      Plot.axisX({ ticks: 3, tickSize: 4, label: null }),
      Plot.axisY({ ticks: 3, tickSize: 4, label: null }),
    ],
  };
}

/** The logits of the popular tutorial. */
export const nineLogits = [0.2, 0.02, 0.15, 1.3, 0.5, 0.06, 1.1, 0.05, 3.75] as const;

const shares = () => getActivation('softmax').f(nineLogits);

/** The points (zₖ, pₖ) joined in the order of the list: a zigzag where there is one rising curve. */
export function joinedChart(): Plot.PlotOptions {
  const points = shares().map((p, k) => [nineLogits[k]!, p] as const);
  const frame: Frame = { ...size, x: [0, 4], y: [0, 0.8] };
  const colour = colourOf('softmax');
  return {
    ...chartBase(frame),
    marks: [
      Plot.ruleY([0], { stroke: 'currentColor', strokeOpacity: 0.45 }),
      Plot.line(points, { x: '0', y: '1', stroke: colour, strokeWidth: 1.5 }),
      Plot.dot(points, { x: '0', y: '1', r: 4, fill: colour }),
      Plot.axisX({ ticks: 4, tickSize: 4, label: null }),
      Plot.axisY({ ticks: 4, tickSize: 4, label: null, tickFormat: '.0%' }),
      axisName('z', frame),
    ],
  };
}

/** A bar for each class, in the order of the list. */
export function barsChart(): Plot.PlotOptions {
  const frame: Frame = { ...size, x: [0, 0], y: [0, 0.8] };
  const bars = shares().map((p, k) => ({ p, k: k + 1 }));
  return {
    ...chartBase(frame),
    x: { type: 'band', padding: 0.25 },
    marks: [
      Plot.ruleY([0], { stroke: 'currentColor', strokeOpacity: 0.45 }),
      Plot.barY(bars, { x: 'k', y: 'p', fill: colourOf('softmax') }),
      Plot.axisX({ tickSize: 0, label: null }),
      Plot.axisY({ ticks: 4, tickSize: 4, label: null, tickFormat: '.0%' }),
    ],
  };
}

/** By name: the picture that misleads, and the one that does not. */
export const traps = {
  stripes: { wrong: () => contourChart(stripesField()), right: () => contourChart(surfaceField()) },
  zigzag: { wrong: joinedChart, right: barsChart },
} as const satisfies Record<string, Record<'wrong' | 'right', () => Plot.PlotOptions>>;

export type TrapId = keyof typeof traps;
