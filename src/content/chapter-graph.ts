/**
 * Which chapter rests on which, as a drawing: every chapter stands in a row after all that it needs, and
 * only arrows that say something new are drawn. Rows may run down a phone or across a desk.
 */

export interface GraphChapter {
  readonly id: string;
  /** Ids of the chapters that it needs. */
  readonly needs: readonly string[];
}

/** An arrow from what is needed to what needs it. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** All that a chapter needs, also through others. @throws Error for an unknown chapter or a circle */
export function needsOf(chapters: readonly GraphChapter[]): Map<string, Set<string>> {
  const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  const found = new Map<string, Set<string>>();
  const visit = (id: string, trail: readonly string[]): Set<string> => {
    const chapter = byId.get(id);
    if (!chapter) throw new Error(`${trail.at(-1)} needs "${id}", which is no chapter`);
    if (trail.includes(id)) throw new Error(`a circle: ${[...trail, id].join(' needs ')}`);
    const known = found.get(id);
    if (known) return known;
    const all = new Set<string>();
    for (const need of chapter.needs) {
      all.add(need);
      for (const further of visit(need, [...trail, id])) all.add(further);
    }
    found.set(id, all);
    return all;
  };
  for (const { id } of chapters) visit(id, []);
  return found;
}

/** The arrows that are left when those which follow from others are taken away. */
export function arrowsOf(chapters: readonly GraphChapter[]): Arrow[] {
  const all = needsOf(chapters);
  return chapters.flatMap(({ id, needs }) =>
    needs
      .filter((need) => !needs.some((other) => other !== need && all.get(other)!.has(need)))
      .map((from) => ({ from, to: id })),
  );
}

/**
 * Rows of ids. Each chapter stands in the first row that comes after all that it needs and has room; in
 * a row, each stands as near as its neighbours allow to the middle of what it needs.
 *
 * @param room chapters that fit beside each other, at least 1
 */
export function rowsOf(chapters: readonly GraphChapter[], room: number): string[][] {
  const all = needsOf(chapters);
  const rows: string[][] = [];
  const rowOf = new Map<string, number>();
  const waiting = [...chapters];
  while (waiting.length > 0) {
    // In reading order, but never before what it needs.
    const next = waiting.findIndex(({ needs }) => needs.every((need) => rowOf.has(need)));
    const [{ id, needs }] = waiting.splice(next, 1) as [GraphChapter];
    let row = Math.max(-1, ...needs.map((need) => rowOf.get(need)!)) + 1;
    while ((rows[row]?.length ?? 0) >= room) row += 1;
    (rows[row] ??= []).push(id);
    rowOf.set(id, row);
  }
  const arrows = arrowsOf(chapters);
  const middle = new Map<string, number>();
  return rows.map((row) => {
    const wish = (id: string) => {
      const from = arrows.filter(({ to }) => to === id).map((arrow) => middle.get(arrow.from)!);
      return from.length ? from.reduce((sum, at) => sum + at, 0) / from.length : all.get(id)!.size;
    };
    const sorted = row
      .map((id, i) => ({ id, i, at: wish(id) }))
      .sort((a, b) => a.at - b.at || a.i - b.i)
      .map(({ id }) => id);
    sorted.forEach((id, i) => middle.set(id, i - (sorted.length - 1) / 2));
    return sorted;
  });
}

export interface Placing {
  /** Whether the rows follow each other downwards or to the right. */
  readonly towards: 'down' | 'right';
  readonly room: number;
  /** Size of a chapter's box and the space between boxes, along the row and from row to row. */
  readonly box: { readonly width: number; readonly height: number };
  readonly gap: { readonly along: number; readonly across: number };
}

export interface Placed {
  readonly width: number;
  readonly height: number;
  /** Left upper corner of each box. */
  readonly boxes: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** An SVG path for each arrow, from edge to edge. */
  readonly arrows: readonly (Arrow & { readonly path: string })[];
}

/** Every box and every arrow in a picture of its own size, with half a unit of room for strokes. */
export function placeChapters(chapters: readonly GraphChapter[], placing: Placing): Placed {
  const { towards, room, box, gap } = placing;
  const down = towards === 'down';
  const rows = rowsOf(chapters, room);
  const [along, across] = down ? [box.width, box.height] : [box.height, box.width];
  const widest = Math.max(...rows.map((row) => row.length));
  const extent = widest * along + (widest - 1) * gap.along;
  const boxes = new Map<string, { x: number; y: number }>();
  rows.forEach((row, r) => {
    const start = (extent - (row.length * along + (row.length - 1) * gap.along)) / 2;
    row.forEach((id, i) => {
      const [a, b] = [start + i * (along + gap.along), r * (across + gap.across)];
      boxes.set(id, down ? { x: a + 1, y: b + 1 } : { x: b + 1, y: a + 1 });
    });
  });
  const length = rows.length * across + (rows.length - 1) * gap.across;
  const arrows = arrowsOf(chapters).map((arrow) => {
    const [from, to] = [boxes.get(arrow.from)!, boxes.get(arrow.to)!];
    return { ...arrow, path: down ? pathDown(from, to, box) : pathRight(from, to, box) };
  });
  const [width, height] = down ? [extent, length] : [length, extent];
  return { width: width + 2, height: height + 2, boxes, arrows };
}

type Point = { x: number; y: number };
type Box = Placing['box'];

function pathDown(from: Point, to: Point, { width, height }: Box): string {
  const [x1, y1, x2, y2] = [from.x + width / 2, from.y + height, to.x + width / 2, to.y];
  const half = (y1 + y2) / 2;
  return `M${x1} ${y1}C${x1} ${half} ${x2} ${half} ${x2} ${y2}`;
}

function pathRight(from: Point, to: Point, { width, height }: Box): string {
  const [x1, y1, x2, y2] = [from.x + width, from.y + height / 2, to.x, to.y + height / 2];
  const half = (x1 + x2) / 2;
  return `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
}
