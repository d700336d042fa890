/** Where the dots of a distribution stand: at their values, beside each other where values are alike. */

import { dot, marksAt } from './path-steps.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Dots at the given places along a line, moved across it so that they do not cover each other: the
 * nearest free lane, beginning at the middle. A dot's place depends only on those before it, so that
 * dots which are there already stand still when others come. Where all lanes are full, dots overlap by half.
 *
 * @param xs NaN for a dot that has no place here
 * @param pitch from one dot's centre to the next, in pixels
 * @param lanes odd, so that there is a middle one
 */
export function swarm(
  xs: readonly number[],
  middle: number,
  pitch: number,
  lanes: number,
): Place[] {
  const taken: number[][] = Array.from({ length: lanes }, () => []);
  const half = (lanes - 1) / 2;
  const order = Array.from({ length: lanes }, (_, k) => (k % 2 === 0 ? k / 2 : -(k + 1) / 2));
  return xs.map((x) => {
    if (Number.isNaN(x)) return { x: NaN, y: NaN };
    const near = taken.map((lane) => lane.filter((other) => Math.abs(other - x) < pitch).length);
    const free = order.find((lane) => near[lane + half] === 0);
    const crowd = near.reduce((sum, dots) => sum + dots, 0);
    const lane = free ?? order[crowd % lanes]!;
    taken[lane + half]!.push(x);
    // Between two lanes a dot still shows where it is one more.
    return { x, y: middle + (free === undefined ? lane + 0.5 : lane) * pitch };
  });
}

/** The k-th of dots that stand in a block, row by row from its top left. */
export const inBlock = (k: number, { x, y }: Place, pitch: number, perRow: number): Place => ({
  x: x + (k % perRow) * pitch,
  y: y + Math.floor(k / perRow) * pitch,
});

/** Dots as one path with round caps. */
export const dotsPath = (places: readonly Place[]): string =>
  marksAt(
    places.map(({ x, y }) => [Math.round(x * 10), Math.round(y * 10)]),
    dot,
  );
