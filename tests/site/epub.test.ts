/** The EPUB: sound for the checker that shops use, the same every time, and readable on a small screen. */
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { epub } from '#publish/epub/index.ts';
import { epubProblems } from '../tools/epubcheck.ts';
import { builds } from './builds.ts';
import { visit } from './page.ts';

const date = new Date('2026-01-02T03:04:05Z');
const site = 'https://book.example/read/';
let folder = '';
let file = '';
let files: Record<string, Uint8Array> = {};

/** Makes the EPUB in a folder of its own. */
async function make(address?: string): Promise<string> {
  const out = await mkdtemp(join(folder, 'out-'));
  const book = resolve(builds.root.folder);
  const [made] = await epub.run({ book, out, date, ...(address && { site: address }) });
  return join(out, made!.file);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'book-epub-'));
  file = await make(site);
  files = unzipSync(await readFile(file));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const documents = () =>
  Object.entries(files)
    .filter(([path]) => path.endsWith('.xhtml'))
    .map(([path, content]) => ({ path, document: parseHTML(strFromU8(content)).document }));

test('epubcheck finds nothing to report', { timeout: 900_000 }, async () => {
  expect(await epubProblems(file)).toEqual([]);
});

test('the same book gives the same bytes', async () => {
  expect((await readFile(await make(site))).equals(await readFile(file))).toBe(true);
});

test('every question has an answer at the back, and every answer its question', () => {
  const ids = new Map(
    documents().flatMap(({ path, document }) =>
      [...document.querySelectorAll('[id]')].map(({ id }) => [
        id,
        path.replace(/^EPUB\/text\//, ''),
      ]),
    ),
  );
  const links = (selector: string) =>
    documents().flatMap(({ document }) =>
      [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href')!.split('#')),
    );
  const toAnswers = links('.question .answer-link a');
  const toQuestions = links('.answer > h2 > a');
  expect(toAnswers.length).toBeGreaterThan(80);
  expect(toQuestions).toHaveLength(toAnswers.length);
  for (const [target, id] of [...toAnswers, ...toQuestions]) expect(ids.get(id!)).toBe(target);
});

test('every figure that lives on the site says what it does there, and leads there with a code', () => {
  const stills = documents().flatMap(({ document }) => [...document.querySelectorAll('.still')]);
  expect(stills.length).toBeGreaterThan(50);
  for (const still of stills) {
    const id = still.id.slice(still.id.lastIndexOf('_') + 1);
    const address = still.querySelector('.live a')!.getAttribute('href')!;
    expect(address).toMatch(/^https:\/\/book\.example\/read\/en\//);
    expect(address.endsWith(`#v1/${id}`), address).toBe(true);
    expect(still.querySelector('.live .qr')!.getAttribute('role')).toBe('img');
    expect(still.querySelector('[role="img"] svg, table'), still.id).not.toBeNull();
  }
});

test('without an address of the live book there is none in it', async () => {
  const plain = unzipSync(await readFile(await make()));
  for (const [path, content] of Object.entries(plain))
    if (/\.(xhtml|opf)$/.test(path))
      expect(strFromU8(content), path).not.toMatch(/book\.(example|invalid)/);
});

/** Runs in the page. */
async function runAxe(options: axe.RunOptions): Promise<string[]> {
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`);
}

describe.each(['light', 'dark'] as const)('on an e-reader, %s', (colorScheme) => {
  test.each([
    'nav.xhtml',
    'text/cover.xhtml',
    'text/why-nonlinearity-matters.xhtml',
    'text/relu-for-and-against.xhtml',
    'text/answers_tanh-versus-sigmoid.xhtml',
    'text/atlas_relu.xhtml',
    'text/claims.xhtml',
    'text/glossary.xhtml',
    'text/index.xhtml',
  ])('%s is accessible and nothing reaches out of the page', async (path) => {
    const address = pathToFileURL(join(folder, 'EPUB', path)).href;
    await visit(address, { width: 600, height: 800, colorScheme }, async ({ page, complaints }) => {
      expect(complaints).toEqual([]);
      await page.evaluate(axe.source);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
      expect(await page.evaluate(runAxe, { runOnly: tags })).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        600,
      );
    });
  });
});
