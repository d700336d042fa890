/** What a page may weigh on its way to a reader with a slow line, compressed as hosts send it. */
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, test } from 'vitest';
import { filesOf, gzipped, kB, pagesOf, read } from './builds.ts';
import { phone, visit } from './page.ts';

/** Bytes. Raise one only with a reason that a reader on a slow line would accept. */
const budget = { html: 80_000, styles: 20_000, scripts: 15_000, preloadedFonts: 180_000 };

/**
 * Libraries that come when a reader first touches a figure and not before, each known by a text of
 * its own that survives minification, and by a published file that proves it does.
 */
const lazyLibraries = [
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

/** The file behind a URL of the root build. */
const fileOf = (url: string) => decodeURI(url.slice(inject('urls').root.length).split(/[?#]/)[0]!);

/** What the page links to, as files of the build. */
const linked = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((link) =>
    fileOf(new URL(link.getAttribute('href')!, inject('urls').root).href),
  );

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);

function expectWithin(bytes: number, limit: number): void {
  expect(bytes, `${kB(bytes)} of ${kB(limit)}`).toBeLessThanOrEqual(limit);
}

describe.each(pagesOf('root').map((page) => [page.path, page] as const))(
  '/%s',
  (path, { html }) => {
    const { document } = parseHTML(html);

    test('text', () => {
      expectWithin(gzipped(html), budget.html);
    });

    test('styles', () => {
      const own = [...document.querySelectorAll('style')].map((style) => style.textContent ?? '');
      const files = linked(document, 'link[rel="stylesheet"]').map((file) => read('root', file));
      expectWithin(sum([...own, ...files].map(gzipped)), budget.styles);
    });

    test('fonts that it asks for at once', () => {
      const fonts = linked(document, 'link[rel="preload"][as="font"]');
      expectWithin(sum(fonts.map((file) => read('root', file).length)), budget.preloadedFonts);
    });

    test.concurrent('scripts before the reader touches anything', async () => {
      const urls = await visit(path, phone, async ({ scripts }) => [...new Set(scripts)]);
      const own = [...document.querySelectorAll('script:not([src])')].map(
        (s) => s.textContent ?? '',
      );
      const all = [...own, ...urls.map((url) => read('root', fileOf(url)).toString())];
      expectWithin(sum(all.map(gzipped)), budget.scripts);
      for (const { name, mark } of lazyLibraries) {
        expect
          .soft(
            all.some((script) => script.includes(mark)),
            `${name} is loaded`,
          )
          .toBe(false);
      }
    });
  },
);

test.each(lazyLibraries)('$name can be recognised', ({ mark, published }) => {
  expect(readFileSync(published, 'utf8')).toContain(mark);
});

test('Observable Plot is there for the reader who touches a figure', () => {
  const scripts = filesOf('root').filter((file) => file.endsWith('.js'));
  const { mark } = lazyLibraries[0]!;
  expect(scripts.filter((file) => read('root', file).includes(mark))).not.toEqual([]);
});
