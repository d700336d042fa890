import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { editionDate } from './date.ts';

test('SOURCE_DATE_EPOCH decides where it is set', () => {
  expect(editionDate('.', '86400')).toEqual(new Date('1970-01-02'));
});

test('a copy without history is as old as its citation says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'edition-'));
  try {
    cpSync('CITATION.cff', join(folder, 'CITATION.cff'));
    expect(editionDate(folder, '').getUTCFullYear()).toBeGreaterThan(2025);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
