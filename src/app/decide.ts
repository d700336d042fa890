/** What the service worker decides, apart from doing it. */
import { isNamedByContent, isPage, isShared, notKeptPage, type Edition } from './edition.ts';

export interface Asked {
  url: string;
  method: string;
  /** As in `Request.mode`: `navigate` for a page that the reader opens. */
  mode: string;
}

/** The address that a URL has in the book that lies at `top`; `undefined` when it is none of its files. */
export function addressOf(url: string, top: string): string | undefined {
  const [whole = ''] = url.split(/[?#]/, 1);
  if (!whole.startsWith(top)) return undefined;
  const address = whole.slice(top.length).replace(/(^|\/)index\.html$/, '$1');
  try {
    return decodeURI(address);
  } catch {
    return undefined;
  }
}

export type Plan =
  /** The browser asks the network, as if there were no worker. */
  | 'leave'
  /** An address without its last slash. */
  | { readonly go: string }
  /**
   * From what is kept, else from the network, and kept then. A `part` of a page is the same in every edition;
   * `data` is only for a page of this edition.
   */
  | { readonly file: string; readonly as: 'page' | 'part' | 'data' }
  /** A page that is no part of this edition: from the network, or the page for pages that are not kept. */
  | { readonly unknown: true };

export function planFor({ url, method, mode }: Asked, top: string, edition: Edition): Plan {
  const address = addressOf(url, top);
  if (method !== 'GET' || address === undefined) return 'leave';
  const navigates = mode === 'navigate';
  if (Object.hasOwn(edition.files, address)) {
    return { file: address, as: navigates ? 'page' : isNamedByContent(address) ? 'part' : 'data' };
  }
  if (!navigates) return 'leave';
  if (Object.hasOwn(edition.files, `${address}/`)) return { go: `${address}/` };
  return /\.[^/]*$/.test(address) ? 'leave' : { unknown: true };
}

/** The page that stands in for one that is neither kept nor to be had, in that page's language. */
export function standInFor(address: string, edition: Edition): string | undefined {
  const pages = Object.keys(edition.files).filter((one) => one.endsWith(`/${notKeptPage}`));
  const [language] = address.split('/', 1);
  return pages.find((page) => page === `${language}/${notKeptPage}`) ?? pages[0];
}

export interface Before {
  /** Addresses that the edition before kept. */
  kept: readonly string[];
  /** Whether the reader asked for the whole book. */
  whole: boolean;
  /** URLs of pages that stand open. */
  open: readonly string[];
}

/** What a new edition keeps before it takes over: all that the reader had of the one before. */
export function toKeep(edition: Edition, { kept, whole, open }: Before, top: string): string[] {
  const had = new Set([...kept, ...open.map((url) => addressOf(url, top) ?? '')]);
  return Object.keys(edition.files).filter(
    (address) => whole || isShared(address) || had.has(address),
  );
}

/** How many pages there are, and how many of them are among the `kept` addresses. */
export function countPages(edition: Edition, kept: readonly string[]) {
  const pages = Object.keys(edition.files).filter((address) => address !== '' && isPage(address));
  const there = new Set(kept);
  return { pages: pages.length, kept: pages.filter((address) => there.has(address)).length };
}
