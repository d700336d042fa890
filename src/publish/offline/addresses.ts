/** Addresses of the built book as a copy on disk needs them: relative, and down to the file. */
import { posix } from 'node:path';

/** Paths of the book's files, with `/` between folders and none before the first. */
export type Files = ReadonlySet<string>;

/**
 * The file that an absolute address of the book leads to: `/en/atlas/#relu` -> `en/atlas/index.html`.
 *
 * @returns `undefined` when it leads to none
 */
export function fileAt(address: string, files: Files): string | undefined {
  const path = decodeURI(address.replace(/[?#].*$/s, '')).replace(/^\//, '');
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return files.has(file) ? file : undefined;
}

/** The same address as seen from the file `from`, query and fragment kept; `undefined` as in `fileAt`. */
export function relativeAddress(address: string, from: string, files: Files): string | undefined {
  const file = fileAt(address, files);
  if (file === undefined) return undefined;
  const path = posix.relative(posix.dirname(from), file);
  return encodeURI(path) + (/[?#].*$/s.exec(address)?.[0] ?? '');
}

/**
 * A link as a page has it, from the top of the site: `../claims/#C61` -> `/en/claims/#C61`. Links within
 * the page and to other sites stay.
 */
export function fromTop(link: string, page: string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|[/#?]|$)/i.test(link)) return link;
  const { pathname, search, hash } = new URL(link, `https://book.invalid/${page}`);
  return pathname + search + hash;
}

/** Whether an attribute's value is an address within the site, not a sentence that begins with a slash. */
export const isSiteAddress = (value: string): boolean => /^\/[\w-]\S*$/.test(value);

/**
 * A style sheet for a page on disk.
 *
 * @param change is given each `url(…)` that begins with a slash, bare of quotes
 */
export const styleOnDisk = (css: string, change: (address: string) => string): string =>
  css
    // A site's late font waits for the next page, and by then is at hand. Nothing is ever at hand on disk.
    .replaceAll(/font-display:\s*optional/g, 'font-display:swap')
    .replace(
      /url\(\s*(["']?)(\/[^"')]*)\1\s*\)/g,
      (_all, _quote, address: string) => `url("${change(address)}")`,
    );

/**
 * An attribute's value with every address of the book in it changed: one address, or JSON for a script
 * that has addresses among its values. Anything else stays as it is.
 *
 * @param change `undefined` for what is no address of the book
 */
export function mapValue(value: string, change: (address: string) => string | undefined): string {
  if (isSiteAddress(value)) return change(value) ?? value;
  if (!/^[{[].*"\//s.test(value)) return value;
  return JSON.stringify(
    JSON.parse(value, (_key, one: unknown) =>
      typeof one === 'string' && isSiteAddress(one) ? (change(one) ?? one) : one,
    ),
  );
}
