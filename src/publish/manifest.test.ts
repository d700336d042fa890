import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { downloads, measure, measureFolder } from './manifest.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'manifest-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('what was measured is what the site offers', async () => {
  writeFileSync(join(folder, 'a.zip'), 'abc');
  const one = await measure({ file: 'a.zip', kind: 'offline' }, folder);
  expect(one.bytes).toBe(3);
  // Of "abc", as FIPS 180-2 gives it.
  expect(one.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify([one]));
  expect(downloads(manifest)).toEqual({ folder, files: [one] });
});

test('without a manifest there is nothing to offer, and a wrong one is refused', () => {
  expect(downloads('').files).toEqual([]);
  writeFileSync(join(folder, 'manifest.json'), '[{"file": "a.zip"}]');
  expect(() => downloads(join(folder, 'manifest.json'))).toThrow(/kind/);
});

test('a folder is measured by all that is in it', async () => {
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'a'), 'x');
  writeFileSync(join(folder, 'b/c'), 'yz');
  const before = await measureFolder(folder);
  expect(before.bytes).toBe(3);
  writeFileSync(join(folder, 'b/c'), 'yy');
  expect((await measureFolder(folder)).sha256).not.toBe(before.sha256);
});
