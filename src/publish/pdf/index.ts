/** The book as PDFs: all of it and each chapter, on A4 and on US Letter. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { locales, type Locale } from '#i18n/locales.ts';
import { messagesFor } from '#i18n/messages.ts';
import { launchChromium } from '#publish/chromium.ts';
import { excerpt, readManuscript, type Manuscript } from '#publish/manuscript/index.ts';
import type { Made, Step } from '#publish/step.ts';
import { documentOf, titleOf } from './document.ts';
import { finish } from './finish.ts';
import { learnToSpeak } from './formulas.ts';
import { print } from './print.ts';
import { papers, type Paper } from './style.ts';

export const pdf: Step = {
  name: 'pdf',
  needs: ['chromium'],
  async run({ book, out, date, site }) {
    const { browser } = await launchChromium();
    try {
      const made: Made[] = [];
      for (const locale of locales) {
        const manuscript = readManuscript({ book, locale, site, chart: 'wide' });
        const write = async ({ paper, chapter }: { paper: Paper; chapter?: string }) => {
          const part = chapter ? excerpt(manuscript, chapter) : manuscript;
          const file = fileName(locale, paper, chapter);
          await mkdir(dirname(join(out, file)), { recursive: true });
          await writeFile(join(out, file), await pdfOf(browser, part, paper, date));
          made.push({ file, kind: `pdf-${paper.name}`, locale, ...(chapter && { chapter }) });
        };
        // Chromium prints each paper in a process of its own.
        await learnToSpeak(locale);
        const chapters = manuscript.sections.flatMap(({ kind, chapter }) =>
          kind === 'chapter' ? [chapter!] : [],
        );
        await Promise.all(
          papers.map(async (paper) => {
            await write({ paper });
            for (const chapter of chapters) await write({ paper, chapter });
          }),
        );
      }
      return made.sort((a, b) => (a.file < b.file ? -1 : 1));
    } finally {
      await browser.close();
    }
  },
};

const fileName = (locale: Locale, { name }: Paper, chapter?: string) =>
  chapter
    ? `chapters/why-neurons-bend-${locale}-${chapter}-${name}.pdf`
    : `why-neurons-bend-${locale}-${name}.pdf`;

/** @param book the whole book or an excerpt */
export async function pdfOf(
  browser: Browser,
  book: Manuscript,
  paper: Paper,
  date: Date,
): Promise<Uint8Array> {
  const html = documentOf(book, paper, date);
  const printed = await print(browser, html, paper.area);
  return finish(printed, html, book, titleOf(book, messagesFor(book.locale)), date);
}
