/** What pages weigh on their way to a reader with a slow line, compressed as hosts send them. */
import { parseHTML } from 'linkedom';
import { expect, inject } from 'vitest';
import { gzipped, kB, read } from './builds.ts';

/** Bytes for one page. Raise one only with a reason that a reader on a slow line would accept. */
export const budget = { html: 68_000, styles: 12_000, scripts: 15_000, preloadedFonts: 180_000 };

/**
 * Libraries that come when a reader first touches a figure and not before, each known by a text of
 * its own that survives minification, and by a published file that proves it does.
 */
export const lazyLibraries = [
  {
    name: 'Observable Plot',
    mark: '--plot-background',
    published: 'node_modules/@observablehq/plot/dist/plot.umd.min.js',
  },
  {
    name: 'KaTeX',
    mark: 'KaTeX parse error',
    published: 'node_modules/katex/dist/katex.min.js',
  },
];

/** What the page itself contains in such elements. */
export const textsOf = (html: string, selector: string): string[] =>
  [...parseHTML(html).document.querySelectorAll(selector)].map(
    (element) => element.textContent ?? '',
  );

/** The files of the root build that such elements of a page link to. */
export const filesLinked = (html: string, selector: string): Buffer[] =>
  [...parseHTML(html).document.querySelectorAll(selector)].map((link) =>
    fileAt(new URL(link.getAttribute('href')!, inject('urls').root).href),
  );

/** The file of the root build behind a URL. */
export const fileAt = (url: string): Buffer =>
  read('root', decodeURI(url.slice(inject('urls').root.length).split(/[?#]/)[0]!));

/** Fails when `parts`, each compressed for itself, are more than `limit` bytes. */
export function expectWithin(limit: number, parts: (string | Buffer)[], size = gzipped): void {
  const bytes = parts.reduce((total, part) => total + size(part), 0);
  expect(bytes, `${kB(bytes)} of ${kB(limit)}`).toBeLessThanOrEqual(limit);
}
