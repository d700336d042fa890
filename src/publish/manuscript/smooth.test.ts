import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { surfaceDataUri } from '#figures/decision-surface-png.ts';
import { smoothed } from './smooth.ts';

/** The pixels of a row. */
const row = (uri: string, at: number) => {
  const { width, data } = decode(Buffer.from(uri.split(',')[1]!, 'base64'));
  return Array.from({ length: width }, (_, k) => [
    ...data.slice(4 * (at * width + k), 4 * (at * width + k) + 4),
  ]);
};
const picture = (...pixels: number[][]) => surfaceDataUri(Uint8ClampedArray.from(pixels.flat()));

test('between two pixels the colour goes evenly from one to the other', () => {
  const [black, white] = [
    [0, 0, 0, 255],
    [255, 255, 255, 255],
  ];
  const reds = row(smoothed(picture(black, white, black, white)), 3).map(([red]) => red);
  expect(reds).toEqual([0, 0, 32, 96, 159, 223, 255, 255]);
});

test('a clear pixel gives its neighbours nothing of its colour', () => {
  const [clear, orange] = [
    [0, 0, 0, 0],
    [200, 100, 0, 80],
  ];
  for (const [red, green, blue, opacity] of row(smoothed(picture(clear, orange, clear, orange)), 0))
    expect([red, green, blue]).toEqual(opacity === 0 ? [0, 0, 0] : [200, 100, 0]);
});
