/**
 * Writes what the search of the book reads: for each language a folder `search` with a classic script for
 * each kind of thing, made from the built pages. Classic scripts come from a folder on disk as well as from
 * a server, and need neither `fetch` nor `eval`. The same pages give the same bytes.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';
import { parse } from 'yaml';
import { locales, type Locale } from '#i18n/locales.ts';
import { messageData } from '#i18n/messages.ts';
import { recordsOf, type Found } from '#search/extract.ts';
import { kinds, type SearchRecord } from '#search/types.ts';

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        for (const locale of locales) {
          const folder = join(fileURLToPath(dir), locale);
          const found = addWords(await readRecords(folder), await wordsFor(locale), locale);
          const bytes = await writeIndex(folder, found, locale);
          logger.info(
            `${locale}: ${found.length} places to find, ${(bytes / 1000).toFixed(1)} kB compressed`,
          );
        }
      },
    },
  };
}

/** The records of every page that has the search itself: not of pages shown in frames. */
async function readRecords(folder: string): Promise<Found[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const found: Found[] = [];
  for (const file of files) {
    const { document } = parseHTML(await readFile(join(folder, file), 'utf8'));
    if (!document.querySelector('dialog.search')) continue;
    found.push(...recordsOf(document, file.replace(/index\.html$/, '')));
  }
  return found;
}

/** `content/<lang>/search-words.yml`: the address of a page -> what else it is looked for by. */
async function wordsFor(locale: Locale): Promise<Record<string, string[]>> {
  const file = wordsFile(locale);
  return existsSync(file) ? parse(await readFile(file, 'utf8')) : {};
}

const wordsFile = (locale: Locale) => `content/${locale}/search-words.yml`;

function addWords(
  found: readonly Found[],
  words: Readonly<Record<string, readonly string[]>>,
  locale: Locale,
): Found[] {
  const lost = Object.keys(words).filter((url) => !found.some((record) => record.url === url));
  if (lost.length) throw new Error(`${wordsFile(locale)}: no page at ${lost.join(', ')}.`);
  return found.map((record) => ({
    ...record,
    names: [...record.names, ...(words[record.url] ?? [])],
  }));
}

/** @returns how many bytes a reader who searches loads, compressed */
async function writeIndex(folder: string, found: readonly Found[], locale: Locale) {
  const target = join(folder, 'search');
  await mkdir(target, { recursive: true });
  const files = kinds.map((kind) => {
    const records: SearchRecord[] = found
      .filter((record) => record.kind === kind)
      .map(({ url, title, where, names, text }) => ({ url, title, where, names, text }));
    return [kind, records] as const;
  });
  let bytes = 0;
  for (const [name, content] of [
    ['words', messageData(locale, 'search.', 'nav.')] as const,
    ...files,
  ]) {
    const script = `document.currentScript.content=${JSON.stringify(content)};\n`;
    bytes += gzipSync(script).length;
    await writeFile(join(target, `${name}.js`), script);
  }
  return bytes;
}
