/** The test losses of two networks by epoch in one chart: the same at build and live. */
import { ticksOf } from '#figures/distribution-scale.ts';
import { frameX, frameY, type Frame } from '#figures/frame.ts';
import { placeLabels } from '#figures/labels.ts';
import { lossFrame, type LossChartSize } from '#figures/loss-chart-axes.ts';
import { cut } from '#figures/sample.ts';
import { formatSetting } from '#i18n/numbers.ts';
import type { EpochRecord } from '#nn/train.ts';
import type { Both } from './pair.ts';

export interface Curve {
  readonly label: string;
  readonly colour: string;
  readonly history: readonly EpochRecord[];
}

/** More corners than this a curve does not need at the width of the chart. */
const corners = 300;

/** Room for the names of functions at the ends of their curves. */
const right = 92;

export function pairChart(
  curves: Both<Curve>,
  labels: { readonly x: string; readonly y: string },
  size: LossChartSize,
): string {
  const frame = frameOf(curves, size);
  const { width, height, margin } = frame;
  const [toX, toY] = [frameX(frame), frameY(frame)];
  const floor = height - margin.bottom;
  const end = width - margin.right;
  const ticksX = ticksOf({ type: 'linear', domain: frame.x }, 5).map((tick) => {
    const x = round(toX(tick));
    return `<path class="grid" d="M${x} ${floor}v4"/>${text(formatSetting(tick), x, floor + 17, 'text-anchor="middle"')}`;
  });
  const ticksY = ticksOf({ type: 'linear', domain: frame.y }, 5).map((tick) => {
    const y = round(toY(tick));
    return `<path class="grid" d="M${margin.left} ${y}H${end}"/>${text(formatSetting(tick), margin.left - 6, y + 4, 'text-anchor="end"')}`;
  });
  const drawn = curves.map(({ label, colour, history }) => {
    const points = visible(history, frame);
    return { label, colour, points, path: pathOf(points, toX, toY) };
  });
  const lines = drawn.map(
    ({ colour, path }) =>
      `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"/>`,
  );
  const names = placeLabels(drawn, frame).map(({ label, x, y }) =>
    text(label, toX(x) + 6, toY(y) + 4, 'class="name"'),
  );
  return `<svg class="chart pair" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="currentColor" aria-hidden="true">${[
    ...ticksX,
    ...ticksY,
    text(labels.x, end, floor + 33, 'text-anchor="end" font-style="italic"'),
    text(labels.y, 0, 12, 'font-style="italic"'),
    ...lines,
    ...names,
  ].join('')}</svg>`;
}

/** Axes that hold both. */
function frameOf(curves: Both<Curve>, size: LossChartSize): Frame {
  const tests = curves
    .map(({ history }) => history.map((record) => ({ ...record, train: record.test })))
    .sort((a, b) => (a.at(-1)?.epoch ?? 0) - (b.at(-1)?.epoch ?? 0))
    .flat();
  const frame = lossFrame(tests, size);
  return { ...frame, margin: { ...frame.margin, right } };
}

function visible(history: readonly EpochRecord[], { y }: Frame): [number, number][] {
  const stride = Math.ceil(history.length / corners);
  const shown = history.filter((_, i) => i % stride === 0 || i === history.length - 1);
  return cut(
    shown.map(({ epoch, test }) => [epoch, test.loss]),
    y,
  );
}

function pathOf(
  points: readonly (readonly [number, number])[],
  toX: (x: number) => number,
  toY: (y: number) => number,
): string {
  let pen = 'M';
  let path = '';
  for (const [x, y] of points) {
    if (!Number.isNaN(y)) path += `${pen}${round(toX(x))} ${round(toY(y))}`;
    pen = Number.isNaN(y) ? 'M' : 'L';
  }
  // A single epoch is a dot: a length of exactly 0 has no caps in some renderers.
  return path && !path.includes('L') ? `${path}h.1` : path;
}

const text = (content: string, x: number, y: number, style: string) =>
  `<text x="${round(x)}" y="${round(y)}" ${style}>${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;

const round = (value: number) => Math.round(value * 10) / 10;
