/**
 * Names at curves that a reader bends: at the right end where there is room, otherwise at the place where a
 * name is furthest from all that it could be mistaken for.
 */
import { frameX, frameY, type Frame } from '#figures/frame.ts';
import type { Label } from '#figures/labels.ts';

interface Named {
  label: string;
  g: (x: number) => number;
}

/** In pixels, by its left end and its middle. */
interface Place {
  x: number;
  y: number;
}

/** Half the height of a name, and as much again to be sure whose it is. */
const near = 10;
const clear = 20;
/** How far above or below its curve a name stands. */
const off = 13;
const widthOf = (label: string) => 8 * label.length;

/** The labels in the units of the frame, each by the left end of its text. */
export function namesAt(curves: readonly Named[], frame: Frame): Label[] {
  const [toX, toY] = [frameX(frame), frameY(frame)];
  const [left, right] = [toX(frame.x[0]), toX(frame.x[1])];
  const [bottom, top] = [toY(frame.y[0]), toY(frame.y[1])];
  const perPixel = (frame.x[1] - frame.x[0]) / (right - left);
  const height = ({ g }: Named, x: number) => toY(g(frame.x[0] + (x - left) * perPixel));
  const inside = (y: number) => y <= bottom && y >= top;

  /** At first the name of the axis. */
  const taken: (Place & { width: number })[] = [{ x: right - 18, y: bottom - 8, width: 18 }];

  /** How much a name at this place would be in the way, or be taken for another's. */
  function cost(curve: Named, { x, y }: Place): number {
    const width = widthOf(curve.label);
    const ends = [0, 0.25, 0.5, 0.75, 1].map((share) => Math.min(right, x + share * width));
    const lines = curves.map((other) => {
      const room = other === curve ? near : clear;
      const closest = Math.min(...ends.map((end) => Math.abs(height(other, end) - y)));
      return x > right && other === curve ? 0 : Math.max(0, room - closest);
    });
    const names = taken.map((other) => {
      const apart = Math.max(other.x - x - width, x - other.x - other.width);
      const above = Math.abs(other.y - y);
      return apart < 4 && above < 18 ? 100 - above : 0;
    });
    const edge = y - top < near ? 5 : 0;
    return [...lines, ...names].reduce((sum, one) => sum + one, edge);
  }

  /** The end of the curve, then places along it, above and below. */
  function places(curve: Named): Place[] {
    const steps = Array.from({ length: 97 }, (_, i) => left + ((right - left) * i) / 96);
    const end = steps.findLast((x) => inside(height(curve, x)));
    if (end === undefined) return [];
    const width = widthOf(curve.label);
    const along = steps
      .filter((x) => x - width / 2 > left && x + width / 2 < right && inside(height(curve, x)))
      .toReversed()
      .flatMap((x) => [-off, off].map((dy) => ({ x: x - width / 2, y: height(curve, x) + dy })))
      .filter(({ y }) => y > top && y < bottom - near);
    return [{ x: end + 6, y: Math.max(top + near, height(curve, end)) }, ...along];
  }

  return curves.flatMap((curve) => {
    let best: Place | undefined;
    let least = Infinity;
    for (const place of places(curve)) {
      // A later place has to be better by enough to be seen.
      const found = cost(curve, place);
      if (found < least - 1) [best, least] = [place, found];
    }
    if (!best) return [];
    taken.push({ ...best, width: widthOf(curve.label) });
    const x = frame.x[0] + (best.x - left) * perPixel;
    const y = frame.y[0] + ((bottom - best.y) * (frame.y[1] - frame.y[0])) / (bottom - top);
    return [{ label: curve.label, x, y }];
  });
}
