/** The decision boundary: where the output unit's pre-activation z changes its sign. */

/** Corners of a cell, clockwise from its top left, and the sides between a corner and the next. */
const corners = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
] as const;

/**
 * The line z = 0 through a square grid, as an SVG path of straight pieces (marching squares).
 *
 * @param logits Row by row from the top left; z > 0 is class 1. A cell with a corner that is not a
 *   number is left out.
 * @param extent The side of the picture in the units of the path.
 */
export function boundaryPath(logits: ArrayLike<number>, extent: number): string {
  const size = Math.sqrt(logits.length);
  // The values belong to the centres of pixels. The outermost count as the edge itself, so that the
  // line reaches the frame.
  const at = (pixel: number) =>
    pixel === 0 ? 0 : pixel === size - 1 ? extent : ((pixel + 0.5) * extent) / size;
  let path = '';
  for (let row = 0; row + 1 < size; row++) {
    for (let column = 0; column + 1 < size; column++) {
      const z = corners.map(([down, right]) => logits[(row + down) * size + column + right]!);
      for (const [from, to] of pieces(z)) {
        const [start, end] = [from, to].map((side) => {
          const share = crossing(z[side]!, z[(side + 1) % 4]!);
          const [[down, right], [nextDown, nextRight]] = [corners[side]!, corners[(side + 1) % 4]!];
          const between = (a: number, b: number) => at(a) + share * (at(b) - at(a));
          const x = between(column + right, column + nextRight);
          const y = between(row + down, row + nextDown);
          return `${round(x)} ${round(y)}`;
        });
        if (start !== end) path += `M${start}L${end}`;
      }
    }
  }
  return path;
}

/** Pairs of sides that the line connects within a cell. */
function pieces(z: readonly number[]): [number, number][] {
  if (z.some(Number.isNaN)) return [];
  const crossed = [0, 1, 2, 3].filter((side) => z[side]! > 0 !== z[(side + 1) % 4]! > 0);
  if (crossed.length === 0) return [];
  if (crossed.length === 2) return [[crossed[0]!, crossed[1]!]];
  // A saddle: the middle decides which two corners are connected.
  const middle = z.reduce((sum, value) => sum + limited(value), 0) > 0;
  return middle === z[0]! > 0
    ? [
        [0, 1],
        [2, 3],
      ]
    : [
        [3, 0],
        [1, 2],
      ];
}

/** Where a straight line from `a` to `b` is 0. */
const crossing = (a: number, b: number): number => limited(a) / (limited(a) - limited(b));

/** Infinite values, too, are somewhere between others. */
const limited = (z: number) => Math.min(1e30, Math.max(-1e30, z));

const round = (value: number) => Math.round(value * 10) / 10;
