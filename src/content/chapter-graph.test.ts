import { expect, test } from 'vitest';
import { arrowsOf, needsOf, placeChapters, rowsOf, type GraphChapter } from './chapter-graph.ts';

/** `c: a b` -> c needs a and b. */
const chapters = (...lines: string[]): GraphChapter[] =>
  lines.map((line) => {
    const [id = '', needs = ''] = line.split(':');
    return { id, needs: needs.trim().split(' ').filter(Boolean) };
  });

const book = chapters('a:', 'b: a', 'c: a b', 'd: a b', 'e: a b d', 'f: a c', 'g: a b c d e f');

test('needs reach through others', () => {
  expect([...needsOf(chapters('a:', 'b: a', 'c: b')).get('c')!].sort()).toEqual(['a', 'b']);
});

test('an unknown chapter and a circle are named', () => {
  expect(() => needsOf(chapters('a:', 'b: x'))).toThrow('b needs "x", which is no chapter');
  expect(() => needsOf(chapters('a: b', 'b: a'))).toThrow('a needs b needs a');
});

test('what follows from other arrows is not drawn', () => {
  expect(arrowsOf(book).map(({ from, to }) => from + to)).toEqual([
    'ab',
    'bc',
    'bd',
    'de',
    'cf',
    'eg',
    'fg',
  ]);
});

test('every chapter stands after what it needs, and near it', () => {
  expect(rowsOf(book, 4)).toEqual([['a'], ['b'], ['c', 'd'], ['f', 'e'], ['g']]);
});

test.each([1, 2, 3])('with room for %i a row is never longer, and no need comes later', (room) => {
  const rows = rowsOf(chapters('a:', 'b:', 'c:', 'd:', 'e: a', 'f: d', 'g: e'), room);
  expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(room);
  expect(rows.flat().sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  const row = (id: string) => rows.findIndex((ids) => ids.includes(id));
  for (const [need, id] of ['ae', 'df', 'eg']) expect(row(need!)).toBeLessThan(row(id!));
});

test('a chapter before what it needs waits for it', () => {
  expect(rowsOf(chapters('a: b', 'b:'), 2)).toEqual([['b'], ['a']]);
});

test.each(['down', 'right'] as const)(
  'towards %s no two boxes touch, and all lie inside',
  (towards) => {
    const box = { width: 100, height: 40 };
    const gap = { along: 10, across: 30 };
    const { width, height, boxes, arrows } = placeChapters(book, { towards, room: 2, box, gap });
    const all = [...boxes.values()];
    expect(all).toHaveLength(book.length);
    for (const [i, one] of all.entries()) {
      expect(one.x).toBeGreaterThan(0);
      expect(one.y).toBeGreaterThan(0);
      expect(one.x + box.width).toBeLessThan(width);
      expect(one.y + box.height).toBeLessThan(height);
      for (const other of all.slice(i + 1)) {
        const apart =
          Math.abs(one.x - other.x) >= box.width + 10 ||
          Math.abs(one.y - other.y) >= box.height + 10;
        expect(apart).toBe(true);
      }
    }
    expect(arrows[0]!.path).toMatch(/^M[\d. ]+C[\d. ]+$/);
  },
);

test('an arrow runs from the edge of one box to the edge of the other', () => {
  const placing = { room: 1, box: { width: 100, height: 40 }, gap: { along: 0, across: 30 } };
  const two = chapters('a:', 'b: a');
  const down = placeChapters(two, { ...placing, towards: 'down' });
  expect(down.arrows[0]!.path).toBe('M51 41C51 56 51 56 51 71');
  const right = placeChapters(two, { ...placing, towards: 'right' });
  expect(right.arrows[0]!.path).toBe('M101 21C116 21 116 21 131 21');
});
