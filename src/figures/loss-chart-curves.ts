/** The moving part of a loss chart: two curves with their names at their ends. */
import type { RenderFunction } from '@observablehq/plot';
import type { EpochRecord } from '#nn/train.ts';
import { frameX, frameY, thin, type Frame } from './frame.ts';
import { cut, type Polyline } from './sample.ts';

export interface LossLabels {
  /** The names of the axes. */
  x: string;
  y: string;
  /** The names of the curves. */
  train: string;
  test: string;
}

type Curve = 'train' | 'test';

/** The test loss is what counts: it is drawn over the other, and stronger. */
const strokes: Record<Curve, { width: number; opacity: number }> = {
  train: { width: 1.5, opacity: 0.6 },
  test: { width: 2.75, opacity: 1 },
};
const curves: readonly Curve[] = ['train', 'test'];

/** More corners than this a curve does not need at the width of the chart. */
const corners = 300;

const lineHeight = 16;

/** A curve as it is seen: thinned where epochs are many or it runs straight, cut at the edges of the frame. */
function visible(history: readonly EpochRecord[], curve: Curve, frame: Frame): Polyline {
  const { x, y } = frame;
  const inside = history.filter(({ epoch }) => epoch <= x[1]);
  const stride = Math.ceil(inside.length / corners);
  const shown = inside.filter((_, i) => i % stride === 0 || i === inside.length - 1);
  const points = cut(
    shown.map((record) => [record.epoch, record[curve].loss]),
    y,
  );
  return thin(points, frame);
}

function pathOf(points: Polyline, frame: Frame): string {
  const [toX, toY] = [frameX(frame), frameY(frame)];
  const round = (value: number) => Math.round(value * 10) / 10;
  let pen = 'M';
  let path = '';
  for (const [x, y] of points) {
    if (Number.isNaN(y)) pen = 'M';
    else {
      path += `${pen}${round(toX(x))} ${round(toY(y))}`;
      pen = 'L';
    }
  }
  // A single epoch is a dot: a length of exactly 0 has no caps in some renderers.
  return path && !path.includes('L') ? `${path}h.1` : path;
}

/** Where the two names stand, in pixels: at the ends of the curves, apart, and above the axis. */
function labelPlaces(
  history: readonly EpochRecord[],
  frame: Frame,
): Record<Curve, { x: number; y: number }> | null {
  const last = history.at(-1);
  if (!last) return null;
  const [lowest, highest] = [frame.height - frame.margin.bottom - 8, frame.margin.top + 2];
  const end = (curve: Curve) => frameY(frame)(Math.min(last[curve].loss, frame.y[1]));
  const [upper, lower]: [Curve, Curve] =
    end('train') < end('test') ? ['train', 'test'] : ['test', 'train'];
  let bottom = Math.min(end(lower), lowest);
  const top = Math.max(Math.min(end(upper), bottom - lineHeight), highest);
  bottom = Math.max(bottom, top + lineHeight);
  const x = frameX(frame)(Math.min(last.epoch, frame.x[1])) + 6;
  return { [upper]: { x, y: top }, [lower]: { x, y: bottom } } as Record<
    Curve,
    { x: number; y: number }
  >;
}

/** The curves as a mark of the chart. */
export const lossCurvesMark =
  (history: readonly EpochRecord[], frame: Frame, labels: LossLabels): RenderFunction =>
  (_index, _scales, _values, _dimensions, context) => {
    const { document } = context as unknown as { document: Document };
    const svg = (tag: string, attributes: Record<string, string | number>) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
      for (const [name, value] of Object.entries(attributes))
        element.setAttribute(name, String(value));
      return element;
    };
    const group = svg('g', { class: 'losses' }) as SVGGElement;
    for (const curve of curves) {
      const { width, opacity } = strokes[curve];
      group.append(
        svg('path', {
          fill: 'none',
          stroke: 'currentColor',
          'stroke-width': width,
          'stroke-opacity': opacity,
          'stroke-linejoin': 'round',
          'stroke-linecap': 'round',
        }),
      );
    }
    for (const curve of curves) {
      const text = svg('text', {
        dy: '0.32em',
        'text-anchor': 'start',
        fill: 'currentColor',
        stroke: 'var(--paper, white)',
        'stroke-width': 5,
        'stroke-linejoin': 'round',
        'paint-order': 'stroke',
        'font-weight': curve === 'test' ? 600 : 400,
      });
      text.textContent = labels[curve];
      group.append(text);
    }
    moveLossCurves(group, history, frame);
    return group;
  };

/** Redraws the curves of a chart that was drawn with the same frame, without drawing the axes again. */
export function moveLossCurves(
  group: Element,
  history: readonly EpochRecord[],
  frame: Frame,
): void {
  const places = labelPlaces(history, frame);
  curves.forEach((curve, i) => {
    group.children[i]!.setAttribute('d', pathOf(visible(history, curve, frame), frame));
    const text = group.children[curves.length + i]!;
    text.setAttribute('visibility', places ? 'visible' : 'hidden');
    if (!places) return;
    text.setAttribute('x', places[curve].x.toFixed(1));
    text.setAttribute('y', places[curve].y.toFixed(1));
  });
}
