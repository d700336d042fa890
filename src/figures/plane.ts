/** A grid in the plane and what a map makes of it, as SVG paths. */

import { simplify } from './simplify.ts';

export type PlaneMap = (x: readonly [number, number]) => [number, number];

const lines = 9;
const steps = 48;

/** Grid lines of [−1, 1]², each sampled finely enough to show a fold. */
const grid: [number, number][][] = Array.from(
  { length: lines },
  (_, i) => -1 + (2 * i) / (lines - 1),
).flatMap((fixed) => {
  const along = Array.from({ length: steps + 1 }, (__, j) => -1 + (2 * j) / steps);
  return [
    along.map((t): [number, number] => [t, fixed]),
    along.map((t): [number, number] => [fixed, t]),
  ];
});

const circle = (radius: number): [number, number][] =>
  Array.from({ length: 97 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 96;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });

/** What each panel shows: the grid, a disc and the ring around it. */
const drawings = { grid, disc: [circle(0.42)], ring: [circle(0.85)] };
export type Drawing = keyof typeof drawings;

/** The paths of a mapped plane. The y-axis points up: SVG's points down. */
export function planePaths(map: PlaneMap): Record<Drawing, string> {
  const path = (polylines: [number, number][][]) =>
    polylines
      .map((points) => {
        const mapped = points.map((p) => map(p));
        const keep = simplify(mapped, 0.004);
        return `M${mapped
          .filter((_, i) => keep[i])
          .map(([x, y]) => `${round(x)} ${round(-y)}`)
          .join('L')}`;
      })
      .join('');
  return { grid: path(drawings.grid), disc: path(drawings.disc), ring: path(drawings.ring) };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** How far what a map makes of the grid reaches from the origin, along the axis on which it is further. */
export const reachOf = (map: PlaneMap): number =>
  Math.max(...grid.flat().flatMap((p) => map(p).map(Math.abs)));

/** A square frame about the origin that goes so far in every direction, and its axes. */
export const planeFrame = (reach: number): { viewBox: string; axes: string } => ({
  viewBox: `${-reach} ${-reach} ${2 * reach} ${2 * reach}`,
  axes: `M${-reach} 0H${reach}M0 ${-reach}V${reach}`,
});

/** The largest distance between what two maps make of a point, over the whole grid. */
export function largestDistance(a: PlaneMap, b: PlaneMap): number {
  return Math.max(
    ...grid.flat().map((p) => {
      const [[ax, ay], [bx, by]] = [a(p), b(p)];
      return Math.hypot(ax - bx, ay - by);
    }),
  );
}
