/**
 * Leaves out points that a drawn line does not need (Douglas and Peucker): no point left out lies further than
 * `tolerance` from the line that remains. A straight curve keeps its two ends.
 *
 * @param points in the units of the drawing; a point with y = NaN lifts the pen and stays
 */
export function simplify(
  points: readonly (readonly [number, number])[],
  tolerance: number,
): boolean[] {
  const keep = points.map(([, y]) => Number.isNaN(y));
  let start = 0;
  for (let i = 0; i <= points.length; i++) {
    if (i < points.length && !keep[i]) continue;
    if (i - 1 >= start) simplifyStroke(points, start, i - 1, tolerance, keep);
    start = i + 1;
  }
  return keep;
}

function simplifyStroke(
  points: readonly (readonly [number, number])[],
  first: number,
  last: number,
  tolerance: number,
  keep: boolean[],
): void {
  keep[first] = true;
  keep[last] = true;
  let furthest = -1;
  let most = tolerance;
  for (let i = first + 1; i < last; i++) {
    const distance = distanceToSegment(points[i]!, points[first]!, points[last]!);
    if (distance > most) [furthest, most] = [i, distance];
  }
  if (furthest < 0) return;
  simplifyStroke(points, first, furthest, tolerance, keep);
  simplifyStroke(points, furthest, last, tolerance, keep);
}

type Point = readonly [number, number];

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
