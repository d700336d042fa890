/** How heavy the built pages are, apart from their scripts: those are weighed as the browser loads them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesOf, pagesOf, read } from './builds.ts';
import { budget, expectWithin, filesLinked, lazyLibraries, textsOf } from './weight.ts';

describe.each(pagesOf('root').map((page) => [page.path, page] as const))(
  '/%s',
  (_path, { html }) => {
    test('text', () => {
      // Style that the page brings with it is weighed below.
      expectWithin(budget.html, [html.replace(/<style[^]*?<\/style>/g, '')]);
    });

    test('styles', () => {
      const files = filesLinked(html, 'link[rel="stylesheet"]');
      expectWithin(budget.styles, [...textsOf(html, 'style'), ...files]);
    });

    test('fonts that it asks for at once', () => {
      const fonts = filesLinked(html, 'link[rel="preload"][as="font"]');
      expectWithin(budget.preloadedFonts, fonts, (font) => font.length);
    });
  },
);

test('fonts are shipped in one format', () => {
  expect(filesOf('root').filter((file) => /\.(ttf|woff|otf)$/.test(file))).toEqual([]);
  expect(filesOf('root').filter((file) => file.endsWith('.woff2')).length).toBeGreaterThan(10);
});

test.each(lazyLibraries)('$name can be recognised', ({ mark, published }) => {
  expect(readFileSync(published, 'utf8')).toContain(mark);
});

test('Observable Plot is there for the reader who touches a figure', () => {
  const scripts = filesOf('root').filter((file) => file.endsWith('.js'));
  const { mark } = lazyLibraries[0]!;
  expect(scripts.filter((file) => read('root', file).includes(mark))).not.toEqual([]);
});
