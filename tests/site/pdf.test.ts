/** The PDF: numbered truly, tagged, with its fonts, on the paper that it says, the same every time. */
import { resolve } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { excerpt, readManuscript, type Manuscript } from '#publish/manuscript/index.ts';
import { learnToSpeak } from '#publish/pdf/formulas.ts';
import { pdfOf } from '#publish/pdf/index.ts';
import { papers } from '#publish/pdf/style.ts';
import { builds } from './builds.ts';

const date = new Date('2026-01-02T03:04:05Z');
const slug = 'tanh-versus-sigmoid';
const points = { a4: [595, 842], letter: [612, 792] } as const;

let browser: Browser;
let chapter: Manuscript;

beforeAll(async () => {
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${inject('port')}`);
  const book = resolve(builds.root.folder);
  const site = 'https://book.example/read/';
  chapter = excerpt(readManuscript({ book, locale: 'en', site, chart: 'wide' }), slug);
  await learnToSpeak('en');
}, 300_000);

afterAll(() => browser.close());

/** What pdf.js calls a node of the outline, as far as it matters here. */
interface Item {
  title: string;
  dest: string | unknown[] | null;
  items: Item[];
}

const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...flat(item.items)]);
const squeezed = (text: string) => text.replace(/[\s\u2060]+/g, '');

async function textOf(pdf: PDFDocumentProxy, page: number): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return squeezed(items.map((item) => ('str' in item ? item.str : '')).join(''));
}

async function pageOf(pdf: PDFDocumentProxy, dest: Item['dest']): Promise<number> {
  const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
  return 1 + (await pdf.getPageIndex(place![0] as never));
}

describe.each(papers)('a chapter on $name', (paper) => {
  let bytes: Uint8Array;
  let pdf: PDFDocumentProxy;
  let texts: string[];
  let outline: Item[];

  beforeAll(async () => {
    bytes = await pdfOf(browser, chapter, paper, date);
    pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    texts = [];
    for (let page = 1; page <= pdf.numPages; page++) texts.push(await textOf(pdf, page));
    outline = (await pdf.getOutline()) as Item[];
  }, 300_000);

  test('every page has the size of the paper', async () => {
    expect(pdf.numPages).toBeGreaterThan(12);
    expect(pdf.numPages).toBeLessThan(80);
    for (let page = 1; page <= pdf.numPages; page++) {
      const [, , width, height] = (await pdf.getPage(page)).view;
      expect([Math.round(width!), Math.round(height!)]).toEqual(points[paper.name]);
    }
  });

  test('nothing is wider than the page, so that Chromium has not shrunk it', async () => {
    const heights = new Map<number, number>();
    for (let page = 1; page <= pdf.numPages; page++)
      for (const item of (await (await pdf.getPage(page)).getTextContent()).items)
        if ('str' in item)
          heights.set(item.height, (heights.get(item.height) ?? 0) + item.str.length);
    const [commonest] = [...heights].sort(([, a], [, b]) => b - a)[0]!;
    expect(commonest).toBeCloseTo(10.25, 1);
  });

  test('the contents send the reader to the pages where the headings are', async () => {
    const contents = texts.findIndex((text) => text.startsWith('Contents')) + 1;
    // The title and what a librarian asks have a page each.
    expect(contents).toBe(3);
    const headings = [...chapter.sections[0]!.html.matchAll(/<h2 id="([^"]+)"/g)]
      .map(([, id]) => id!)
      .filter((id) => !/_(summary|further-reading|claims-on-trial)$/.test(id));
    expect(headings.length).toBeGreaterThan(4);
    for (const id of headings) {
      const page = await pageOf(pdf, id);
      const { title } = (await titled(outline, page, id))!;
      expect(texts[page - 1]).toContain(squeezed(title));
      expect(texts[contents - 1]).toContain(`${squeezed(title)}${page}`);
    }
  });

  /** The entry of the outline for a heading of the manuscript. */
  async function titled(items: Item[], page: number, id: string): Promise<Item | undefined> {
    const heading = new RegExp(`<h2 id="${id}"[^>]*>(.*?)</h2>`).exec(
      chapter.sections[0]!.html,
    )![1]!;
    const text = squeezed(heading.replace(/<[^>]+>/g, ''));
    for (const item of flat(items))
      if (squeezed(item.title) === text && (await pageOf(pdf, item.dest)) === page) return item;
    return undefined;
  }

  test('every entry of the outline leads to a page that says it', async () => {
    const entries = flat(outline);
    expect(entries.length).toBeGreaterThan(20);
    for (const { title, dest } of entries) {
      const page = await pageOf(pdf, dest);
      const start = squeezed(title).slice(0, 12);
      expect(`${texts[page - 1]}${texts[page] ?? ''}`, title).toContain(start);
    }
  });

  test('it is tagged, in a language, under a title, and pictures and formulas have words', async () => {
    expect((await pdf.getMarkInfo()) as unknown).toContainEqual(['Marked', true]);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Language: 'en',
      CreationDate: expect.stringContaining('20260102030405'),
    });
    expect((info as { Title: string }).Title).toContain(chapter.sections[0]!.title);
    const roles = new Map<string, number>();
    const silent: unknown[] = [];
    for (let page = 1; page <= pdf.numPages; page++) {
      const walk = (node: { role?: string; alt?: string; children?: object[] }) => {
        if (node.role) roles.set(node.role, (roles.get(node.role) ?? 0) + 1);
        if ((node.role === 'Figure' || node.role === 'Formula') && !node.alt) silent.push(page);
        for (const child of node.children ?? []) walk(child);
      };
      const tree = await (await pdf.getPage(page)).getStructTree();
      if (tree) walk(tree as never);
    }
    expect(silent).toEqual([]);
    for (const role of [
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Table',
      'TH',
      'TD',
      'Figure',
      'Formula',
      'Link',
    ])
      expect(roles.get(role), role).toBeGreaterThan(0);
  });

  test('running heads stand on all pages but those that a part begins on', async () => {
    const opener = await pageOf(pdf, slug);
    const heads: boolean[] = [];
    for (let page = opener; page < opener + 6; page++) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      const top = points[paper.name][1] - 60;
      heads.push(items.some((item) => 'str' in item && item.str.trim() && item.transform[5] > top));
    }
    expect(heads).toEqual([false, true, true, true, true, true]);
  });

  test('all fonts are in it, and they are the book’s own', async () => {
    const { context } = await PDFDocument.load(bytes);
    const fonts = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((one) => one.lookup(PDFName.of('Type')) === PDFName.of('Font'));
    const names = fonts.map((font) => String(font.lookup(PDFName.of('BaseFont'))));
    for (const name of [
      'BendSerifRegular',
      'BendSansRegular',
      'BendMonoRegular',
      'KaTeX_Math-Italic',
    ])
      expect(names.join(' ')).toContain(name);
    for (const font of fonts) {
      // Others would be the machine's, or, without a name, drawings of glyphs.
      const called = String(font.lookup(PDFName.of('BaseFont')));
      expect(called).toMatch(/^\/[A-Z]{6}\+(Bend|KaTeX)/);
      if (font.lookup(PDFName.of('Subtype')) === PDFName.of('Type0')) continue;
      const holder = font.lookup(PDFName.of('FontDescriptor'), PDFDict);
      const files = ['FontFile', 'FontFile2', 'FontFile3'];
      expect(
        files.some((key) => holder.has(PDFName.of(key))),
        called,
      ).toBe(true);
    }
  });
});

test('the same chapter gives the same bytes', { timeout: 300_000 }, async () => {
  const [one, other] = [
    await pdfOf(browser, chapter, papers[0]!, date),
    await pdfOf(browser, chapter, papers[0]!, date),
  ];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});
