/** The files of the built book, read once. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { strFromU8 } from 'fflate';
import { fileAt } from './addresses.ts';

export class BookFiles {
  /** Path with `/` between folders -> content, in the order of the paths. */
  readonly #contents: ReadonlyMap<string, Uint8Array>;
  readonly paths: ReadonlySet<string>;

  constructor(contents: ReadonlyMap<string, Uint8Array>) {
    this.#contents = contents;
    this.paths = new Set(contents.keys());
  }

  bytes(path: string): Uint8Array {
    const content = this.#contents.get(path);
    if (!content) throw new Error(`${path} is no file of the book.`);
    return content;
  }

  text(path: string): string {
    return strFromU8(this.bytes(path));
  }

  /** The file at an address of the book as a `data:` address. */
  dataUrl(address: string): string {
    const file = fileAt(address, this.paths);
    const type = file && types[file.replace(/^.*\./, '')];
    if (!type) throw new Error(`${address} can not be written into a page.`);
    return `data:${type};base64,${Buffer.from(this.bytes(file)).toString('base64')}`;
  }
}

/** What pages load as a part of themselves, or offer to save. */
const types: Readonly<Record<string, string>> = {
  bib: 'application/x-bibtex',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
};

export async function readBook(folder: string): Promise<BookFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(folder, file).split(sep).join('/'), file] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const contents = new Map<string, Uint8Array>();
  for (const [path, file] of files) contents.set(path, await readFile(file));
  return new BookFiles(contents);
}
