/** A number and its per cent sign stay on one line: between them stands a no-break space. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Conditions on records are read by the build, not by readers. */
const conditions = /\bthat=\s*"[^"]*"/g;

test.each(globSync('content/*/{chapters,questions}/*'))('%s', (file) => {
  const prose = readFileSync(file, 'utf8').replace(conditions, '');
  expect(prose.match(/.{0,20}\d %.{0,10}/g) ?? []).toEqual([]);
});
