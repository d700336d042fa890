import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, test } from 'vitest';
import { bundle } from './bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
const file = (name: string, code: string) => {
  writeFileSync(join(folder, name), code);
  return { path: join(folder, name) };
};
afterAll(() => rmSync(folder, { recursive: true }));

test('modules become a script that may be loaded from disk; lazy parts wait until they are asked for', async () => {
  file('late.js', `told.push('late'); export const answer = 42;`);
  const first = file(
    'first.js',
    `told.push(import.meta.url); globalThis.ask = () => import('./late.js');`,
  );
  const code = await bundle([first, { code: `told.push('second');` }]);
  const told: string[] = [];
  const page = { told, document: { baseURI: 'file:///book/' }, ask: async () => ({ answer: 0 }) };
  // A classic script: a module's words would be errors here.
  runInNewContext(code, page);
  expect(told).toEqual(['file:///book/', 'second']);
  expect((await page.ask()).answer).toBe(42);
  expect(told).toEqual(['file:///book/', 'second', 'late']);
});

test('a module that lacks something is an error, with its name', async () => {
  const broken = file('broken.js', `import { none } from './nowhere.js'; none();`);
  await expect(bundle([broken])).rejects.toThrow('nowhere.js');
});
