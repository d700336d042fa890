import { frameX, frameY, type Frame } from './frame.ts';
import type { Polyline } from './sample.ts';

export interface Label {
  label: string;
  /** Where the text stands, in the units of the chart. */
  x: number;
  y: number;
  /** From the text to beside the end of its curve, where labels share a place; begins with a raised pen. */
  leader?: Polyline;
}

interface End {
  label: string;
  x: number;
  y: number;
}

interface Labelled {
  label: string;
  points: readonly (readonly [x: number, y: number])[];
}

/** Labels that would stand on each other, and the height around which they stand instead. */
interface Stack {
  labels: End[];
  /** Pixels from the top of the picture. */
  centre: number;
}

const lineHeight = 15;
/** Labels further apart than this do not meet, whatever their heights. */
const reach = 70;

/** Pixels that a leader keeps from its curve. */
const gap = 3;

/**
 * Puts each label at the last visible point of its curve. Labels that would stand on each other become a
 * stack around the middle of their curves, highest curve first. Curves that leave the frame at the top are
 * labelled where they leave.
 *
 * @param room pixels between a curve and a stack, for leaders; without it there are none
 */
export function placeLabels(series: readonly Labelled[], frame: Frame, room = 0): Label[] {
  const toX = frameX(frame);
  const toY = frameY(frame);
  const perPixel = 1 / Math.abs(toY(1) - toY(0));
  const across = 1 / (toX(1) - toX(0));

  const ends = series
    .map(({ label, points }) => ({ label, end: points.findLast(([, y]) => !Number.isNaN(y)) }))
    .filter((item) => item.end !== undefined)
    .map(({ label, end }): End => ({ label, x: end![0], y: end![1] }))
    .sort((a, b) => b.y - a.y);

  const stacks: Stack[] = [];
  for (const label of ends) {
    let stack: Stack = { labels: [label], centre: toY(label.y) };
    let above: number;
    // A stack that grows upwards may meet the next one above it.
    while ((above = stacks.findLastIndex((other) => collide(other, stack, toX))) >= 0) {
      const [met] = stacks.splice(above, 1);
      const labels = [...met!.labels, ...stack.labels];
      const centre = labels.reduce((sum, { y }) => sum + toY(y), 0) / labels.length;
      stack = { labels, centre };
    }
    stacks.push(stack);
  }

  const top = frame.margin.top + lineHeight / 2;
  return stacks.flatMap(({ labels, centre }) => {
    const first = Math.max(top, centre - ((labels.length - 1) * lineHeight) / 2);
    const edge = Math.max(...labels.map(({ x }) => x)) + room * across;
    return labels.map((end, i): Label => {
      const { label } = end;
      const y = (toY(0) - first - i * lineHeight) * perPixel;
      if (room === 0 || labels.length === 1) return { label, x: end.x, y };
      return {
        label,
        x: edge,
        y,
        leader: [
          [edge, NaN],
          // From here, since a dashed line begins with a dash.
          [edge + 2 * across, y],
          [end.x + gap * across, end.y],
        ],
      };
    });
  });
}

function collide(a: Stack, b: Stack, toX: (x: number) => number): boolean {
  const near = a.labels.some((p) => b.labels.some((q) => Math.abs(toX(p.x) - toX(q.x)) < reach));
  const room = ((a.labels.length + b.labels.length) / 2) * lineHeight;
  return near && Math.abs(a.centre - b.centre) < room;
}
