import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { headersFile } from './headers-file.ts';
import { writeHosting } from './index.ts';
import { nginxConfig } from './nginx.ts';
import { inlineOf } from './policy.ts';
import { always, groupsOf } from './rules.ts';

const page = (style: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><style>${style}</style></head></html>`;
const pages = new Map([
  ['404.html', page('n')],
  ['index.html', page('d')],
  ['en/index.html', page('c')],
  ['en/atlas/index.html', page('a')],
  ['en/atlas/relu/index.html', page('r')],
  ['en/lab/index.html', page('l')],
  ['en/lab/embed/index.html', page('e')],
]);
const groups = groupsOf(pages);
const hashes = (...styles: string[]) =>
  styles.flatMap((style) => [...inlineOf(page(style)).styles]).sort();

test('every page is in one group, with the hashes of what stands in it', () => {
  const found = groups.map(({ pattern, policy }) => [pattern, policy.match(/'sha256-[^']*'/g)]);
  expect(found).toEqual([
    ['', hashes('d')],
    ['404.html', hashes('n')],
    ['en/', hashes('c')],
    ['en/atlas/*', hashes('a', 'r')],
    ['en/lab/', hashes('l')],
    ['en/lab/embed/', hashes('e')],
  ]);
});

test('only what is made for frames may stand in those of other sites', () => {
  const framed = groups.filter(({ policy }) => !policy.includes('frame-ancestors'));
  expect(framed.map(({ pattern }) => pattern)).toEqual(['en/lab/embed/']);
  expect(groups.filter(({ policy }) => policy.endsWith("frame-ancestors 'self'")).length).toBe(5);
});

test('no header of a policy is given to an address by two rules', () => {
  const lines = headersFile(groups, '/book/').split('\n');
  const patterns = lines.filter((line, i) => {
    const next = lines.slice(i + 1).findIndex((other) => other.startsWith('/'));
    const block = lines.slice(i + 1, next < 0 ? undefined : i + 1 + next);
    return line.startsWith('/') && block.some((one) => one.includes('Content-Security-Policy'));
  });
  const covers = (pattern: string, path: string) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
  for (const file of pages.keys()) {
    const path = `/book/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    expect(
      patterns.filter((pattern) => covers(pattern, path)),
      path,
    ).toHaveLength(1);
  }
});

test('_headers has what every answer carries, and lets hashed files be kept', () => {
  const text = headersFile(groups, '/');
  for (const [name, value] of Object.entries(always)) expect(text).toContain(`  ${name}: ${value}`);
  expect(text).toMatch(/^\/_astro\/\*\n {2}Cache-Control: .*immutable$/m);
  expect(text).toMatch(/^\/en\/atlas\/\*\n {2}Cache-Control: no-cache$/m);
});

test('_headers that a host would cut off are an error', () => {
  const long = { pattern: 'a/', policy: 'x'.repeat(2000) };
  expect(() => headersFile([long], '/')).toThrow('longer than 2000');
  const many = Array.from({ length: 100 }, (_, i) => ({ pattern: `${i}/`, policy: 'x' }));
  expect(() => headersFile(many, '/')).toThrow('more than 100');
});

test('nginx has every policy, header and folder', () => {
  const text = nginxConfig(groups, '/a.b/');
  for (const { policy } of groups) expect(text).toContain(`"${policy}"`);
  for (const name of Object.keys(always)) expect(text).toContain(`add_header ${name} `);
  expect(text).toContain(String.raw`"~^/a\.b/en/atlas/"`);
  expect(text).toContain(String.raw`"~^/a\.b/en/lab/(index\.html)?$"`);
  expect(text).toContain('location /a.b/ {');
});

test('the other configurations can be read, and build what the export offers', async () => {
  const out = mkdtempSync(join(tmpdir(), 'hosting-'));
  try {
    await writeHosting(out, '/', join(out, 'hosting'));
    const read = (name: string) => readFileSync(join(out, 'hosting', name), 'utf8');
    const workflow = parse(read('github-pages.yml')) as { jobs: { publish: { steps: object[] } } };
    expect(JSON.stringify(workflow.jobs.publish.steps)).toContain('dist-export/site');
    expect(read('netlify.toml')).toContain('publish = "dist-export/site"');
  } finally {
    rmSync(out, { recursive: true });
  }
});
