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

test('the landmarks lead to all parts that reading systems know', () => {
  const nav = documents().find(({ path }) => path === 'EPUB/nav.xhtml')!.document;
  const links = [...nav.querySelectorAll('#landmarks a')];
  const types = links.map((link) => link.getAttribute('epub:type'));
  expect(types).toEqual(['cover', 'toc', 'bodymatter', 'glossary', 'bibliography', 'index']);
  for (const link of links)
    expect(files).toHaveProperty([`EPUB/${link.getAttribute('href')!.split('#')[0]}`]);
});

test('it says what it offers to whom, and on whose word', () => {
  const opf = strFromU8(files['EPUB/package.opf']!);
  for (const name of ['accessMode', 'accessModeSufficient', 'accessibilityFeature'])
    expect(opf).toContain(`property="schema:${name}"`);
  for (const name of ['accessibilityHazard', 'accessibilitySummary'])
    expect(opf).toContain(`property="schema:${name}"`);
  expect(opf).toContain('>EPUB Accessibility 1.1 - WCAG 2.1 Level AA</meta>');
  expect(opf).toContain('property="a11y:certifiedBy" refines="#conformance"');
});

test('every picture says in words what it shows, and not what its caption says', () => {
  const pictures = documents().flatMap(({ path, document }) =>
    [...document.querySelectorAll('[role="img"], img')].map((picture) => ({ path, picture })),
  );
  expect(pictures.length).toBeGreaterThan(150);
  for (const { path, picture } of pictures) {
    const words = picture.getAttribute('aria-label') ?? picture.getAttribute('alt') ?? '';
    const caption = picture.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
    const where = `${path}: ${words.slice(0, 60)}`;
    expect(words.length, where).toBeGreaterThan(20);
    // A reader hears it in one breath; what takes longer is text.
    expect(words.length, where).toBeLessThanOrEqual(400);
    expect(caption.replace(/\s+/g, ' '), where).not.toContain(words);
  }
});

test('nothing asks the reader to press, drag or slide', () => {
  for (const { path, document } of documents()) {
    for (const code of document.querySelectorAll('.listing, code, math, .live')) code.remove();
    const text = document.body.textContent.replace(/\s+/g, ' ');
    const asked = /(?:^|[.:?!] )(?:Drag|Press|Move|Click|Watch|Slide)\b.{0,40}|\bslider\b/;
    expect(asked.exec(text)?.[0], path).toBeUndefined();
  }
});

test('the font of formulas has every letter that they are written in', async () => {
  const style = strFromU8(files['EPUB/book.css']!);
  const [, listed = ''] = /'Bend Formula';[^}]*unicode-range:\s*([^;]+);/.exec(style) ?? [];
  const ranges = listed.split(',').map((range) => {
    const [from, to] = range.trim().slice(2).split('-');
    return [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)] as const;
  });
  const has = (sign: string) =>
    ranges.some(([from, to]) => sign.codePointAt(0)! >= from && sign.codePointAt(0)! <= to);
  // Of no shape: what applies a function, spaces of several widths.
  const written = documents().flatMap(({ document }) =>
    [...document.querySelectorAll('math')].flatMap(({ textContent }) => [
      ...textContent.replace(/[\s\u2061\u2063]/g, ''),
    ]),
  );
  expect(written.length).toBeGreaterThan(5000);
  expect(new Set(written.filter((sign) => !has(sign)))).toEqual(new Set());
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
    'cover.xhtml',
    'nav.xhtml',
    'text/cover.xhtml',
    'text/why-nonlinearity-matters.xhtml',
    'text/relu-for-and-against.xhtml',
    'text/answers_tanh-versus-sigmoid.xhtml',
    'text/atlas_relu.xhtml',
    'text/claims.xhtml',
    'text/glossary.xhtml',
    'text/index.xhtml',
  ])('%s is accessible', async (path) => {
    const address = pathToFileURL(join(folder, 'EPUB', path)).href;
    await visit(address, { width: 600, height: 800, colorScheme }, async ({ page, complaints }) => {
      expect(complaints).toEqual([]);
      await page.evaluate(axe.source);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
      expect(await page.evaluate(runAxe, { runOnly: tags })).toEqual([]);
    });
  });
});

test.each([360, 768])('nothing reaches out of a page of %d pixels', async (width) => {
  const folderOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const paths = Object.keys(files).filter((path) => path.endsWith('.xhtml'));
  await visit(folderOf(paths[0]!), { width, height: 800 }, async ({ page }) => {
    for (const path of paths) {
      await page.goto(folderOf(path));
      const reach = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(reach, path).toBeLessThanOrEqual(width);
    }
  });
});
