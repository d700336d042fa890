import type { Polyline } from '#figures/sample.ts';

/**
 * Leaves out points of a curve that a reader could not miss: those closer than `tolerance` to the line
 * between the points that stay (Ramer, Douglas and Peucker). A lifted pen (y = NaN) and the points at
 * its sides stay.
 *
 * @param scale pixels per unit, across and up; `tolerance` is in pixels
 */
export function simplify(
  points: Polyline,
  scale: readonly [number, number],
  tolerance: number,
): Polyline {
  const lift = points.findIndex(([, y]) => Number.isNaN(y));
  if (lift >= 0) {
    return [
      ...simplify(points.slice(0, lift), scale, tolerance),
      points[lift]!,
      ...simplify(points.slice(lift + 1), scale, tolerance),
    ];
  }
  if (points.length < 3) return points;

  const [first, last] = [points[0]!, points.at(-1)!];
  const [dx, dy] = [(last[0] - first[0]) * scale[0], (last[1] - first[1]) * scale[1]];
  const length = Math.hypot(dx, dy);
  const distance = ([x, y]: readonly [number, number]) => {
    const [px, py] = [(x - first[0]) * scale[0], (y - first[1]) * scale[1]];
    return length === 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
  };
  const distances = points.map(distance);
  const far = distances.indexOf(Math.max(...distances));
  if (distances[far]! <= tolerance) return [first, last];
  return [
    ...simplify(points.slice(0, far + 1), scale, tolerance),
    ...simplify(points.slice(far), scale, tolerance).slice(1),
  ];
}
