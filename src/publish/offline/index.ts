/** The book as a folder that opens by double click, in a zip; and each chapter as one file. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8 } from 'fflate';
import { locales, type Locale } from '#i18n/locales.ts';
import { messagesFor } from '#i18n/messages.ts';
import type { Made, Step } from '../step.ts';
import { zip } from '../zip.ts';
import { fileAt } from './addresses.ts';
import { readBook, type BookFiles } from './book-files.ts';
import { bundle, type Entry } from './bundle.ts';
import { singlePage } from './chapter.ts';
import { escapeText, Html } from './html.ts';
import { moduleScriptsOf, offlinePage } from './page.ts';

/** The folder in the zip, and the beginning of the names of files. */
const name = 'why-neurons-bend';
/** The one script of the folder. */
const script = 'book.js';

export const offline: Step = {
  name: 'offline',
  needs: [],
  async run({ book: folder, out, date, site }) {
    const book = await readBook(folder);
    const code = await bundle([{ path: inPage }, ...scriptsOf(book, folder)]);
    const made: Made[] = [];
    const write = async (one: Made, content: Uint8Array) => {
      const file = join(out, one.file);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      made.push(one);
    };
    await write(
      { file: `${name}-offline.zip`, kind: 'offline' },
      zip(folderOf(book, code, site), date),
    );
    for (const { file, locale, chapter } of chaptersOf(book)) {
      const words = { site, onlyHere: onlyHereFor(locale), note: noteFor(locale, site) };
      const page = singlePage({ book, file, script: code, ...words });
      const one = `chapters/${name}-${locale}-${chapter}.html`;
      await write({ file: one, kind: 'html', locale, chapter }, strToU8(page));
    }
    return made;
  },
};

const inPage = fileURLToPath(new URL('in-page.ts', import.meta.url));

const isPage = (path: string) => path.endsWith('.html');

/** The module scripts of all pages, each once. */
function scriptsOf(book: BookFiles, folder: string): Entry[] {
  const scripts = new Map<string, Entry>();
  for (const path of [...book.paths].filter(isPage)) {
    for (const found of moduleScriptsOf(new Html(book.text(path)))) {
      if ('code' in found) {
        scripts.set(found.code, found);
        continue;
      }
      const file = fileAt(found.address, book.paths);
      if (file === undefined) throw new Error(`${path}: the script ${found.address} is not there.`);
      scripts.set(file, { path: join(folder, file) });
    }
  }
  return [...scripts.values()];
}

/** Of no use on disk: scripts that are bundled, pages for what is missing, the picture for shared links, the app. */
const isLeftOut = (path: string) =>
  /^_astro\/.*\.js$|(^|\/)not-kept\/|\.webmanifest$/.test(path) ||
  /^(404\.html|card\.png|sw\.js|icons\/.*|\..*|_headers)$/.test(path);

function folderOf(book: BookFiles, code: string, site?: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([[script, strToU8(code)]]);
  for (const path of book.paths) {
    if (isLeftOut(path)) continue;
    const page = () => {
      const locale = localeOf(path);
      const foot = locale ? footFor(locale) : '';
      const onlyHere = locale ? onlyHereFor(locale) : '';
      const copy = { files: book.paths, script, foot, site, onlyHere };
      return offlinePage(book.text(path), path, copy);
    };
    files.set(path, isPage(path) ? strToU8(page()) : book.bytes(path));
  }
  return new Map([...files].map(([path, content]) => [`${name}/${path}`, content]));
}

const localeOf = (path: string) => locales.find((one) => path.startsWith(`${one}/`));

const onlyHereFor = (locale: Locale) => escapeText(messagesFor(locale)('offline.onlyHere'));

function footFor(locale: Locale): string {
  return `<span data-kept-apart hidden>${escapeText(messagesFor(locale)('offline.apart'))}</span>`;
}

function* chaptersOf(book: BookFiles) {
  for (const file of book.paths) {
    const [, folder, chapter] = /^([^/]+)\/chapters\/([^/]+)\/index\.html$/.exec(file) ?? [];
    const locale = locales.find((one) => one === folder);
    if (locale && chapter) yield { file, locale, chapter };
  }
}

function noteFor(locale: Locale, site: string | undefined): string {
  const t = messagesFor(locale);
  const text = site ? t('offline.chapter.online', { address: site }) : t('offline.chapter.alone');
  return `<p class="edition-note">${escapeText(text)}</p>`;
}
