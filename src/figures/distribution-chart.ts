/**
 * Runs as dots on a common scale, one row for each variant of an experiment, with the median and the
 * middle half marked; runs without a value stand in a column of their own. Drawn by hand, because it is
 * drawn anew for every frame while results come in.
 */
import { along, ticksOf, type DistributionScale } from './distribution-scale.ts';
import { dotsPath, inBlock, swarm, type Place } from './distribution-dots.ts';

export interface DistributionRow {
  readonly label: string;
  /** A few words under the label, such as the median. */
  readonly note: string;
  readonly colour: string;
  /** One for each run; infinite for one that did not get there. */
  readonly values: readonly number[];
  /** Runs with a value that failed all the same; drawn hollow. */
  readonly failed?: readonly boolean[];
  /** May be infinite: the mark is then left out, or runs to the end of the scale. */
  readonly summary?: Quartiles;
  /** A band behind the dots, for comparison. */
  readonly reference?: Quartiles;
  /** What stands in the column of the runs that did not get there: `12 of 100`. */
  readonly count: string;
}

interface Quartiles {
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

export interface DistributionLabels {
  /** The name of the scale. */
  readonly measure: string;
  /** The head of the column for runs that did not get there. */
  readonly failed: string;
  readonly tick: (value: number) => string;
}

export type DistributionSize = 'wide' | 'narrow';

/** Pixels. In the narrow size names stand over their rows. */
const sizes = {
  wide: { width: 700, left: 112, column: 128, row: 76, head: 0, lanes: 11, dot: 5, ticks: 9 },
  narrow: { width: 328, left: 6, column: 92, row: 92, head: 24, lanes: 13, dot: 4, ticks: 5 },
} as const;
const [top, bottom, gap] = [26, 44, 24];

export interface DistributionChart {
  readonly svg: string;
  /** Where each run of each row stands, in the units of the view box. */
  readonly places: readonly (readonly Place[])[];
}

export function distributionChart(
  rows: readonly DistributionRow[],
  scale: DistributionScale,
  labels: DistributionLabels,
  size: DistributionSize,
): DistributionChart {
  const { width, left, column, row: rowHeight, ticks } = sizes[size];
  const height = top + rows.length * rowHeight + bottom;
  const right = width - column - gap;
  const toX = (value: number) => left + along(scale, value) * (right - left);
  const drawn = rows.map((row, k) => drawRow(row, top + k * rowHeight, toX, size));
  const floor = height - bottom;
  const axis = ticksOf(scale, ticks).map((tick) => {
    const x = round(toX(tick));
    return `<path class="grid" d="M${x} ${top}V${floor}"/><text x="${x}" y="${floor + 17}" text-anchor="middle">${escape(labels.tick(tick))}</text>`;
  });
  const heads =
    text(labels.failed, width - column, 14, '') +
    text(labels.measure, right, floor + 36, 'text-anchor="end" font-style="italic"');
  const rule = `<path class="grid" d="M${width - column - gap / 2} ${top}V${floor}"/>`;
  return {
    svg: `<svg class="chart distribution" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="currentColor" aria-hidden="true">${axis.join('')}${rule}${heads}${drawn.map(({ svg }) => svg).join('')}</svg>`,
    places: drawn.map(({ places }) => places),
  };
}

function drawRow(
  row: DistributionRow,
  y: number,
  toX: (value: number) => number,
  size: DistributionSize,
): { svg: string; places: Place[] } {
  const { width, left, column, row: height, head, lanes, dot } = sizes[size];
  const pitch = dot + 0.2;
  const middle = y + head + (height - head) / 2;
  const [bandTop, bandBottom] = [middle - (lanes / 2) * pitch, middle + (lanes / 2) * pitch];
  const band = round(bandBottom - bandTop);

  const inSwarm = swarm(
    row.values.map((value) => (Number.isFinite(value) ? toX(value) : NaN)),
    middle,
    pitch,
    lanes,
  );
  const perRow = Math.floor(column / pitch);
  const block = { x: width - column + pitch / 2, y: (size === 'wide' ? bandTop : y + 6) + 20 };
  let missing = 0;
  const places = inSwarm.map((place) =>
    Number.isNaN(place.x) ? inBlock(missing++, block, pitch, perRow) : place,
  );
  const isHollow = (k: number) => row.failed?.[k] ?? !Number.isFinite(row.values[k]);
  const dots = (hollow: boolean) => dotsPath(places.filter((_, k) => isHollow(k) === hollow));
  const stroke = (d: string, colour: string, thickness: number) =>
    d &&
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${thickness}" stroke-linecap="round"/>`;

  const label =
    size === 'wide'
      ? text(row.label, 0, middle - 3, 'font-weight="600"') + text(row.note, 0, middle + 14, '')
      : `<text x="0" y="${y + 17}"><tspan font-weight="600">${escape(row.label)}</tspan> ${escape(row.note)}</text>`;
  const rect = ({ lowerQuartile, upperQuartile }: Quartiles, style: string) => {
    if (!Number.isFinite(lowerQuartile)) return '';
    const [x1, x2] = [toX(lowerQuartile), toX(upperQuartile)];
    return `<rect x="${round(x1)}" y="${round(bandTop)}" width="${round(Math.max(x2 - x1, 1))}" height="${band}" ${style}/>`;
  };
  const { reference, summary } = row;
  const median =
    summary && Number.isFinite(summary.median)
      ? `<path class="median" d="M${round(toX(summary.median))} ${round(bandTop)}v${band}"/>`
      : '';
  return {
    places,
    svg:
      `<path class="grid" d="M${left} ${y}H${width}"/>${label}` +
      (reference ? rect(reference, `fill="${row.colour}" fill-opacity="0.2"`) : '') +
      stroke(dots(false), row.colour, dot) +
      stroke(dots(true), row.colour, dot) +
      stroke(dots(true), 'var(--paper, white)', dot - 2.4) +
      (summary ? rect(summary, 'class="quartiles"') : '') +
      median +
      text(row.count, width - column, block.y - 9, ''),
  };
}

const text = (content: string, x: number, y: number, style: string) =>
  `<text x="${round(x)}" y="${round(y)}" ${style}>${escape(content)}</text>`;

const escape = (content: string) => content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const round = (value: number) => Math.round(value * 10) / 10;
