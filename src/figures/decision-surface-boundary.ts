/** The decision boundary: where the output unit's pre-activation z changes its sign. */
import { step, type Tenths } from './path-steps.ts';
import { simplify } from './simplify.ts';

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
 * @param logits Row by row from the top left; z > 0 is class 1. Where a corner of a cell is not a
 *   number, the cell is left out.
 * @param extent The side of the picture in the units of the path. The line goes a little over it, to
 *   be cut off: the values belong to the centres of pixels, and the outermost lie inside the picture.
 */
export function boundaryPath(logits: ArrayLike<number>, extent: number): string {
  const size = Math.sqrt(logits.length);
  const side = size + 2;
  const z = withBorder(logits, size);
  const at = (place: number) => Math.round(((place - 0.5) * extent * 10) / size);
  const found: Piece[] = [];
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const place = row * side + column;
      const positive = z[place]! > 0;
      // Most cells lie on one side of the line.
      if (
        z[place + 1]! > 0 === positive &&
        z[place + side]! > 0 === positive &&
        z[place + side + 1]! > 0 === positive
      )
        continue;
      const values = corners.map(([down, right]) => z[place + down * side + right]!);
      for (const piece of pieces(values)) {
        const [start, end] = piece.map((from): Tenths => {
          const to = (from + 1) % 4;
          const share = crossing(values[from]!, values[to]!);
          const [down, right] = [0, 1].map(
            (axis) => (1 - share) * corners[from]![axis]! + share * corners[to]![axis]!,
          );
          return [at(column + right!), at(row + down!)];
        });
        if (key(start!) !== key(end!)) found.push([start!, end!]);
      }
    }
  }
  return joined(found);
}

type Piece = readonly [start: Tenths, end: Tenths];

const key = ([x, y]: Tenths) => `${x} ${y}`;

/** The pieces as one path: one that begins or ends where another does goes on from there. */
function joined(pieces: readonly Piece[]): string {
  const meeting = new Map<string, Piece[]>();
  for (const piece of pieces) {
    for (const end of piece) {
      const there = meeting.get(key(end));
      if (there) there.push(piece);
      else meeting.set(key(end), [piece]);
    }
  }
  const left = new Set(pieces);
  let path = '';
  /** Draws one piece after the other from `place` for as long as there is one. */
  const follow = (place: Tenths) => {
    const line = [place];
    for (;;) {
      const last = line.at(-1)!;
      const next = meeting.get(key(last))!.find((piece) => left.has(piece));
      if (!next) break;
      left.delete(next);
      line.push(key(next[0]) === key(last) ? next[1] : next[0]);
    }
    path += drawn(line);
  };
  // First the lines that have an end, from it; what is left then is closed.
  for (const piece of pieces) {
    for (const end of piece)
      if (left.has(piece) && meeting.get(key(end))!.length === 1) follow(end);
  }
  for (const piece of pieces) if (left.has(piece)) follow(piece[0]);
  return path;
}

/** A line through these places; none that is left out lies further from it than two tenths. */
function drawn(places: readonly Tenths[]): string {
  const keep = simplify(places, 2);
  let [x, y] = places[0]!;
  let path = `M${x / 10} ${y / 10}l`;
  for (const [toX, toY] of places.slice(1).filter((_, i) => keep[i + 1])) {
    const text = step(toX - x, toY - y);
    path += path.endsWith('l') || text.startsWith('-') ? text : ` ${text}`;
    [x, y] = [toX, toY];
  }
  return path;
}

/** The grid with one more value around it, continued straight. */
function withBorder(inner: ArrayLike<number>, size: number): Float64Array {
  const side = size + 2;
  const z = new Float64Array(side * side);
  for (let k = 0; k < inner.length; k++) {
    z[(Math.floor(k / size) + 1) * side + (k % size) + 1] = inner[k]!;
  }
  const extend = (place: number, inwards: number) => {
    z[place] = 2 * z[place + inwards]! - z[place + 2 * inwards]!;
  };
  for (let i = 1; i <= size; i++) {
    extend(i * side, 1);
    extend(i * side + size + 1, -1);
  }
  for (let i = 0; i < side; i++) {
    extend(i, side);
    extend((size + 1) * side + i, -side);
  }
  return z;
}

/** Pairs of sides that the line connects within a cell. */
function pieces(z: readonly number[]): [number, number][] {
  if (z.some(Number.isNaN)) return [];
  const crossed = [0, 1, 2, 3].filter((side) => z[side]! > 0 !== z[(side + 1) % 4]! > 0);
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
