/** Prints a document until its page numbers are those of the pages it has. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { pagesOf } from './destinations.ts';
import { fitFigures, fitFormulas, groundLabels, loadFonts, type Area } from './in-page.ts';
import { emptyPages, unknown, writePages, type Pages } from './references.ts';

/** The first has no numbers, the second those of the first; a third is for numbers that changed a line. */
const most = 4;

/** @returns the PDF whose written page numbers are true */
export async function print(browser: Browser, html: string, area: Area): Promise<PDFDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'book-pdf-'));
  const page = await browser.newPage({ viewport: { ...area, height: Math.round(area.height) } });
  const pressed = async (pages: Pages, empty: ReadonlySet<string>) => {
    const text = writePages(html, pages, empty);
    const bytes = await printed(page, join(folder, 'book.html'), text, area);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    return { pdf, pages: pagesOf(pdf) };
  };
  try {
    const first = await pressed(unknown, new Set());
    const empty = emptyPages(html, first.pages);
    let pages = moved(first.pages, empty);
    for (let pass = 2; pass <= most; pass++) {
      const next = await pressed(pages, empty);
      if (same(pages, next.pages)) return next.pdf;
      pages = next.pages;
    }
    throw new Error(`The pages do not come to rest in ${most} printings.`);
  } finally {
    await page.close();
    await rm(folder, { recursive: true });
  }
}

/** Where things will stand when the empty pages are in. */
function moved(pages: Pages, empty: ReadonlySet<string>): Pages {
  const starts = [...empty].map((id) => pages.get(id)!);
  return new Map(
    [...pages].map(([id, page]) => [id, page + starts.filter((start) => start <= page).length]),
  );
}

async function printed(page: Page, file: string, html: string, area: Area): Promise<Uint8Array> {
  await writeFile(file, html);
  await page.goto(pathToFileURL(file).href);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(loadFonts);
  await page.evaluate(fitFormulas);
  await page.evaluate(groundLabels);
  await page.evaluate(fitFigures, area);
  return page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
}

const same = (one: Pages, other: Pages) =>
  one.size === other.size && [...one].every(([id, page]) => other.get(id) === page);
