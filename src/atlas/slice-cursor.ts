/** The reader's place in a slice: a line, and a point on every curve. It moves without a new drawing. */
import type { RenderFunction } from '@observablehq/plot';
import { frameX, frameY, type Frame } from '#figures/frame.ts';
import { hasSlope } from './slice.ts';
import type { SliceScene } from './slice-scene.ts';

type Shape = readonly [tag: string, attributes: Record<string, string | number>];

/** In a fixed order; a point that is not to be seen is hidden, not left out. */
function shapes({ slice, lines, at, derivative }: SliceScene, frame: Frame): Shape[] {
  const [toX, toY] = [frameX(frame), frameY(frame)];
  const [bottom, top] = frame.y;
  const paper = 'var(--paper, white)';
  const dot = (value: number, shown: boolean, hollow: boolean): Shape => {
    const visible = shown && value >= bottom && value <= top;
    return [
      'circle',
      {
        cx: toX(at),
        cy: visible ? toY(value) : 0,
        r: hollow ? 4.5 : 5.5,
        fill: hollow ? paper : slice.colour,
        stroke: hollow ? slice.colour : paper,
        'stroke-width': 2,
        visibility: visible ? 'visible' : 'hidden',
      },
    ];
  };
  const x = toX(at);
  const ruler = { x1: x, x2: x, y1: toY(bottom), y2: toY(top) };
  return [
    ['line', { ...ruler, stroke: 'currentColor', 'stroke-opacity': 0.55 }],
    ...lines
      .filter(({ slopeLabel }) => slopeLabel)
      .flatMap((line) => [
        dot(line.df(at), derivative && hasSlope(line, at), true),
        dot(line.f(at), true, false),
      ]),
  ];
}

function apply(element: Element, [, attributes]: Shape): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = typeof value === 'number' ? Math.round(value * 100) / 100 : value;
    element.setAttribute(name, String(text));
  }
}

/** The cursor as a mark of the chart. */
export const cursorMark =
  (scene: SliceScene, frame: Frame): RenderFunction =>
  (_index, _scales, _values, _dimensions, context) => {
    const { document } = context as unknown as { document: Document };
    const svg = (tag: string) => document.createElementNS('http://www.w3.org/2000/svg', tag);
    const group = svg('g') as SVGGElement;
    group.setAttribute('class', 'cursor');
    for (const shape of shapes(scene, frame)) {
      const element = svg(shape[0]);
      apply(element, shape);
      group.append(element);
    }
    return group;
  };

/** Moves the cursor of a drawn chart to the scene's place. The lines must be those that were drawn. */
export function moveCursor(svg: ParentNode, scene: SliceScene, frame: Frame): void {
  const elements = svg.querySelector('.cursor')!.children;
  shapes(scene, frame).forEach((shape, i) => apply(elements[i]!, shape));
}
