import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { zip } from './zip.ts';

const date = new Date('2026-11-21T23:30:00Z');
const entries = new Map([
  ['mimetype', strToU8('application/epub+zip')],
  ['a/b.txt', strToU8('the same line again, the same line again, the same line again')],
]);
const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test('gives back what went in, in its order', () => {
  const files = unzipSync(zip(entries, date));
  expect(Object.entries(files).map(([path, content]) => [path, strFromU8(content)])).toEqual(
    [...entries].map(([path, content]) => [path, strFromU8(content)]),
  );
});

test('stores what is not to be deflated', () => {
  const text = strFromU8(zip(entries, date, { stored: ['mimetype'] }), true);
  expect(text).toContain('mimetypeapplication/epub+zip');
  expect(text).not.toContain('the same line again, the same line again');
});

test('gives the same bytes everywhere on Earth', () => {
  const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Apia'];
  const hours = new Set<number>();
  const [first, ...others] = zones.map((name) => {
    process.env.TZ = name;
    hours.add(date.getHours());
    return zip(entries, date);
  });
  expect(hours.size).toBeGreaterThan(2);
  for (const other of others) expect(other).toEqual(first);
});
