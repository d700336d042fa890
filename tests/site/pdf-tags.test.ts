/** The PDF for those who hear it: a structure of standard parts, words for what is seen, nothing outside of it. */
import { resolve } from 'node:path';
import type { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { PDFArray, PDFBool, PDFDict, PDFDocument, PDFHexString, PDFString } from '@cantoo/pdf-lib';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { excerpt, readManuscript, type Manuscript } from '#publish/manuscript/index.ts';
import { learnToSpeak } from '#publish/pdf/formulas.ts';
import { pdfOf } from '#publish/pdf/index.ts';
import { papers } from '#publish/pdf/style.ts';
import { builds } from './builds.ts';
import { annotationsOf, kindOf, name, structureOf, unmarked } from './pdf-structure.ts';

let browser: Browser;
let chapter: Manuscript;
let pdf: PDFDocument;
let elements: PDFDict[];
let links: Set<PDFDict>;

beforeAll(async () => {
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${inject('port')}`);
  const book = resolve(builds.root.folder);
  const site = 'https://book.example/read/';
  const manuscript = readManuscript({ book, locale: 'en', site, chart: 'wide' });
  chapter = excerpt(manuscript, 'tanh-versus-sigmoid');
  await learnToSpeak('en');
  const bytes = await pdfOf(browser, chapter, papers[0]!, new Date('2026-01-02T03:04:05Z'));
  pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  ({ elements, links } = structureOf(pdf));
}, 300_000);

afterAll(() => browser.close());

const words = (holder: PDFDict, key: string): string => {
  const text = holder.lookup(name(key));
  return text instanceof PDFHexString || text instanceof PDFString ? text.decodeText() : '';
};

test('it says its title and language, shows the title, and pages go by structure', () => {
  const { catalog } = pdf;
  expect(words(catalog, 'Lang')).toBe('en');
  const shown = catalog.lookup(name('ViewerPreferences'), PDFDict).get(name('DisplayDocTitle'));
  expect(shown).toBe(PDFBool.True);
  const xmp = Buffer.from((catalog.lookup(name('Metadata')) as PDFRawStream).contents).toString();
  expect(xmp).toContain(`chapter 3: ${chapter.sections[0]!.title}</rdf:li>`);
  expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>en</rdf:li>');
  for (const { node } of pdf.getPages()) expect(node.get(name('Tabs'))).toBe(name('S'));
});

test('every part is of a standard kind', () => {
  expect(kindOf(elements[0]!)).toBe('Document');
  const mapped = pdf.catalog
    .lookup(name('StructTreeRoot'), PDFDict)
    .lookup(name('RoleMap'), PDFDict)
    .keys()
    .map((key: PDFName) => key.decodeText());
  const standard =
    'Document Sect Div BlockQuote P H1 H2 H3 H4 H5 L LI Lbl LBody Table TR TH TD THead TBody Caption Span Quote Note Reference Code Link Figure Formula'.split(
      ' ',
    );
  const strange = new Set(elements.map(kindOf));
  for (const known of [...standard, ...mapped]) strange.delete(known);
  expect([...strange]).toEqual([]);
});

test('headings leave no level out', () => {
  const levels = elements.flatMap((one) => /^H(\d)$/.exec(kindOf(one))?.[1] ?? []).map(Number);
  expect(levels.length).toBeGreaterThan(20);
  expect(levels[0]).toBe(1);
  levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
});

test('pictures and formulas have words, and notes of the margin a name', () => {
  const of = (...kinds: string[]) => elements.filter((one) => kinds.includes(kindOf(one)));
  const seen = of('Figure', 'Formula');
  expect(seen.length).toBeGreaterThan(50);
  for (const one of seen) expect(words(one, 'Alt')).toMatch(/^[^\u2063]+$/);
  const notes = of('Note').map((note) => words(note, 'ID'));
  expect(notes.length).toBe(
    chapter.sections.flatMap((one) => one.notes).filter((one) => one.kind === 'margin').length,
  );
  expect(new Set(notes).size).toBe(notes.length);
  for (const head of of('TH')) expect(String(head.lookup(name('A')))).toMatch(/\/Scope|\/Headers/);
});

test('every link is in the structure and has words', () => {
  const annotations = annotationsOf(pdf);
  expect(annotations.length).toBeGreaterThan(100);
  for (const one of annotations) {
    expect(words(one, 'Contents').trim()).not.toBe('');
    expect(links.has(one), words(one, 'Contents')).toBe(true);
  }
  expect(annotations.map((one) => words(one, 'Contents'))).toContain('The flat ends');
  const boxes = annotations.map((one) => one.lookup(name('Rect'), PDFArray).size());
  expect(new Set(boxes)).toEqual(new Set([4]));
});

test('nothing is painted that is neither a part nor an artifact', () => {
  expect(unmarked(pdf)).toEqual([]);
});
