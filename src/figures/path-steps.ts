/** Short texts for SVG paths that go from point to point. */

/** A place in tenths of the units of a path, so that steps between places add up exactly. */
export type Tenths = readonly [x: number, y: number];

/** A step as relative commands take it: `1.5-.3`, `0 2`. */
export function step(dx: number, dy: number): string {
  const down = number(dy);
  return number(dx) + (down.startsWith('-') ? '' : ' ') + down;
}

/** What a point is drawn with, and by how many tenths the pen has moved after it. */
export interface Mark {
  readonly path: string;
  readonly moved: Tenths;
}

/** A disc, with round caps. A length of exactly 0 has no caps in some renderers. */
export const dot: Mark = { path: 'h.1', moved: [1, 0] };

/** A mark at each place, from left to right, each from the one before: the numbers stay short. */
export function marksAt(places: readonly Tenths[], { path: mark, moved }: Mark): string {
  let path = '';
  let [x, y] = [0, 0];
  for (const [toX, toY] of places.toSorted((a, b) => a[0] - b[0])) {
    path += `m${step(toX - x, toY - y)}${mark}`;
    [x, y] = [toX + moved[0], toY + moved[1]];
  }
  return path;
}

/**
 * A path with coordinates to a tenth: more would not show and weighs a third of a page. Straight lines go by
 * steps, which are shorter and repeat themselves.
 */
export function shortened(path: string): string {
  if (/[^ML\d\s,.-]/.test(path)) return rounded(path);
  let short = '';
  let [x, y] = [0, 0];
  for (const [, pen, numbers] of path.matchAll(/([ML])([^ML]*)/g)) {
    const [toX, toY, ...more] = numbers!.match(/-?[\d.]+/g)!.map((n) => Math.round(Number(n) * 10));
    if (toX === undefined || toY === undefined || more.length > 0) return rounded(path);
    const text = step(toX - x, toY - y);
    // After a first step its letter holds on; a minus parts numbers as well as a space does.
    const goesOn = pen === 'L' && /l[^m]*$/.test(short);
    short += goesOn ? (text.startsWith('-') ? text : ` ${text}`) : pen!.toLowerCase() + text;
    [x, y] = [toX, toY];
  }
  return short;
}

/** Every number to a tenth. */
export const rounded = (numbers: string) =>
  numbers.replace(/\d+\.\d+/g, (text) => String(Math.round(Number(text) * 10) / 10));

/** Without the 0 before the point, which a page full of points would say a thousand times. */
const number = (tenths: number) => String(tenths / 10).replace(/^(-?)0\./, '$1.');
