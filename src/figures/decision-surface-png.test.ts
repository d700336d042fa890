import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { coarser, surfaceDataUri } from './decision-surface-png.ts';

const size = 20;
/** Opaque, clear and in between. */
const pixel = (k: number, greens: number) => [10, k % greens, 7, [255, 0, 90][k % 3]!];

/** The RGBA pixels that a browser would show. */
function shown(uri: string): number[] {
  const { data, palette } = decode(Buffer.from(uri.split(',')[1]!, 'base64'));
  return palette ? [...data].flatMap((number) => [...palette[number]!]) : [...data];
}

test.each([
  ['few', 2],
  ['more than a byte counts', 100],
])('a picture keeps its pixels when its colours are %s', (_name, greens) => {
  const pixels = Array.from({ length: size ** 2 }, (_, k) => pixel(k, greens)).flat();
  expect(shown(surfaceDataUri(Uint8ClampedArray.from(pixels)))).toEqual(pixels);
});

test('a coarser grid has the means of four points, unit by unit', () => {
  const first = [1, 3, 0, 0, 5, 7, 0, 8, 1, 1, 2, 2, 1, 1, 2, 2];
  const second = first.map((z) => 10 * z);
  expect([...coarser([...first, ...second], 2)]).toEqual([4, 2, 1, 2, 40, 20, 10, 20]);
});
