/** What a search engine, a shared link, a browser tab and a screen reader's outline need of each page. */
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { pagesOf, type Page } from './builds.ts';

// The build with an address of its own, because only there are canonical addresses known.
const pages = pagesOf('subpath');
const site = 'https://book.example/book/';

const headOf = ({ html }: Page) => {
  const { document } = parseHTML(html);
  return {
    document,
    title: document.title,
    meta: (name: string) =>
      document
        .querySelector(`meta[name="${name}"], meta[property="${name}"]`)
        ?.getAttribute('content'),
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
  };
};

describe.each(pages.map((page) => [page.path, page] as const))('/%s', (_path, page) => {
  const { document, title, meta } = headOf(page);

  test('says what it is, in its language', () => {
    expect(document.documentElement.getAttribute('lang')).toMatch(/^[a-z]{2}(-[A-Za-z]+)?$/);
    expect(title.trim()).not.toBe('');
    expect(meta('description')?.length ?? 0).toBeGreaterThan(30);
    expect(meta('viewport')).toContain('width=device-width');
  });

  test('shows a title, a text and a picture where its link is shared', () => {
    for (const property of ['og:title', 'og:description', 'og:type', 'og:image']) {
      expect.soft(meta(property), property).toBeTruthy();
    }
    expect(meta('og:image')).toMatch(/^https:\/\//);
  });

  test('has one first heading, and skips no level below it', () => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) =>
      Number(localName[1]),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? level) + 1));
  });
});

const addressed = pages.filter(({ unlisted }) => !unlisted);

test.each(addressed.map((page) => [page.path, page] as const))(
  '/%s has one address',
  (path, page) => {
    const { canonical, meta } = headOf(page);
    expect(canonical).toBe(site + path);
    expect(meta('og:url')).toBe(site + path);
  },
);

test('no two pages have the same title or description', () => {
  for (const what of ['title', 'description'] as const) {
    const seen = new Map<string, string>();
    for (const page of addressed) {
      const head = headOf(page);
      const text = what === 'title' ? head.title : (head.meta('description') ?? '');
      expect.soft(seen.get(text), `${what} of ${page.path}`).toBeUndefined();
      seen.set(text, page.path);
    }
  }
});
