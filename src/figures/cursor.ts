/**
 * The reader's place on the curves: a line at z, a point on each curve, the tangents. It moves by
 * changing attributes, without drawing the chart again, so that dragging stays smooth.
 */
import type { RenderFunction } from '@observablehq/plot';
import type { ActivationScene } from './activation-chart.ts';
import { hasSlope } from './curve.ts';
import { frameX, frameY, type Frame } from './frame.ts';
import { colourOf } from './palette.ts';

type Attributes = Record<string, string | number>;

interface Shape {
  tag: 'line' | 'circle';
  attributes: Attributes;
}

/** A tangent reaches this far to each side of z, in units of z, unless the frame ends it. */
const reach = 2;

/** The two ends of the tangent at (z, value), cut at the frame. `null` when nothing of it is visible. */
function tangentEnds(z: number, value: number, slope: number, { x, y }: Frame) {
  let [left, right] = [Math.max(x[0], z - reach), Math.min(x[1], z + reach)];
  if (slope !== 0) {
    const crossings = [z + (y[0] - value) / slope, z + (y[1] - value) / slope];
    left = Math.max(left, Math.min(...crossings));
    right = Math.min(right, Math.max(...crossings));
  } else if (value < y[0] || value > y[1]) {
    return null;
  }
  return left < right ? { left, right } : null;
}

/** Every shape of the cursor, in a fixed order; shapes that are off the chart are hidden, not left out. */
function shapes({ functions, z, derivative, tangent }: ActivationScene, frame: Frame): Shape[] {
  const toX = frameX(frame);
  const toY = frameY(frame);
  const [bottom, top] = frame.y;
  const hidden: Attributes = { visibility: 'hidden' };
  const rule: Shape = {
    tag: 'line',
    attributes: {
      x1: toX(z),
      x2: toX(z),
      y1: toY(bottom),
      y2: toY(top),
      stroke: 'currentColor',
      'stroke-opacity': 0.55,
    },
  };
  const dot = (value: number, colour: string, hollow: boolean, show: boolean): Shape => ({
    tag: 'circle',
    attributes: {
      cx: toX(z),
      cy: show ? toY(value) : 0,
      r: hollow ? 5 : 6,
      fill: hollow ? 'var(--paper, white)' : colour,
      stroke: hollow ? colour : 'var(--paper, white)',
      'stroke-width': 2,
      ...(show ? { visibility: 'visible' } : hidden),
    },
  });
  return [
    rule,
    ...functions.flatMap((curve): Shape[] => {
      const { activation, f, df } = curve;
      const colour = colourOf(activation.id);
      const [value, slope] = [f(z), df(z)];
      const visible = (v: number) => v >= bottom && v <= top;
      const ends = tangent && hasSlope(curve, z) ? tangentEnds(z, value, slope, frame) : null;
      return [
        {
          tag: 'line',
          attributes: ends
            ? {
                x1: toX(ends.left),
                x2: toX(ends.right),
                y1: toY(value + slope * (ends.left - z)),
                y2: toY(value + slope * (ends.right - z)),
                stroke: 'currentColor',
                'stroke-width': 1.25,
                visibility: 'visible',
              }
            : hidden,
        },
        dot(slope, colour, true, derivative && visible(slope)),
        dot(value, colour, false, visible(value)),
      ];
    }),
  ];
}

const apply = (element: Element, attributes: Attributes) => {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(
      name,
      typeof value === 'number' ? String(Math.round(value * 100) / 100) : value,
    );
  }
};

/** The line and the tangents lie under the curves, the points on them. */
type CursorLayer = 'under' | 'over';

const layerOf = ({ tag }: Shape): CursorLayer => (tag === 'line' ? 'under' : 'over');

/** One layer of the cursor as a mark of the chart. */
export const cursorMark =
  (scene: ActivationScene, frame: Frame, layer: CursorLayer): RenderFunction =>
  (_index, _scales, _values, _dimensions, context) => {
    const { document } = context as unknown as { document: Document };
    const svg = (tag: string) => document.createElementNS('http://www.w3.org/2000/svg', tag);
    const group = svg('g') as SVGGElement;
    group.setAttribute('class', `cursor-${layer}`);
    for (const shape of shapes(scene, frame)) {
      if (layerOf(shape) !== layer) continue;
      const { tag, attributes } = shape;
      const element = svg(tag);
      apply(element, attributes);
      group.append(element);
    }
    return group;
  };

/** Moves the cursor of a drawn chart to the scene's z. The functions must be those that were drawn. */
export function moveCursor(svg: ParentNode, scene: ActivationScene, frame: Frame): void {
  const all = shapes(scene, frame);
  for (const layer of ['under', 'over'] as const) {
    const elements = svg.querySelector(`.cursor-${layer}`)!.children;
    all
      .filter((shape) => layerOf(shape) === layer)
      .forEach(({ attributes }, i) => apply(elements[i]!, attributes));
  }
}
