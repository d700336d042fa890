/** The book as an EPUB 3, one for each language. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locales } from '#i18n/locales.ts';
import { readManuscript } from '#publish/manuscript/index.ts';
import type { Step } from '#publish/step.ts';
import { zip } from '#publish/zip.ts';
import { epubFiles } from './build.ts';

export const epub: Step = {
  name: 'epub',
  needs: [],
  async run({ book, out, date, site }) {
    return Promise.all(
      locales.map(async (locale) => {
        const file = `why-neurons-bend-${locale}.epub`;
        // The small drawings: a page of a telephone or an e-reader is seldom wider.
        const manuscript = readManuscript({ book, locale, site, chart: 'narrow' });
        const content = zip(epubFiles(manuscript, date), date, { stored: ['mimetype'] });
        await writeFile(join(out, file), content);
        return { file, kind: 'epub' as const, locale };
      }),
    );
  },
};
