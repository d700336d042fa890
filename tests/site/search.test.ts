/** Finding things in the book, on every page, by keyboard alone, from a server and from a folder on disk. */
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { createEngine } from '#search/engine.ts';
import { kinds, type SearchRecord } from '#search/types.ts';
import { filesOf, pagesOf, read } from './builds.ts';
import { desk, phone, visit } from './page.ts';
import { expectWithin, fileAt } from './weight.ts';

const chapter = 'en/chapters/why-nonlinearity-matters/';
const parts = filesOf('root').filter((file) => /^en\/search\/.*\.js$/.test(file));

/** What one of the index's scripts leaves on its element. */
const contentOf = (kind: string): SearchRecord[] => {
  const script = read('root', `en/search/${kind}.js`).toString();
  return JSON.parse(script.slice(script.indexOf('=') + 1, script.lastIndexOf(';')));
};
const status = (page: Page) => page.locator('dialog.search [role=status]');
const places = (page: Page) => page.locator('.search-results li a');
const field = (page: Page) => page.getByRole('searchbox');

/** Opens the search by its key, types, and waits until the count is said. */
async function find(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await field(page).fill(query);
  await expect.poll(() => status(page).textContent(), { timeout: 20_000 }).toMatch(/\d|No/);
}

describe('the built index', () => {
  const engine = createEngine();
  for (const kind of kinds) engine.add(kind, contentOf(kind));
  const first = (query: string) => engine.search(query).hits[0]?.url;

  test.each([
    ['sigmoid', 'atlas/sigmoid/'],
    ['σ', 'atlas/sigmoid/'],
    ['swish', 'atlas/silu/'],
    ['silu', 'atlas/silu/'],
    ['leaky', 'atlas/leaky-relu/'],
    ['leaky_relu', 'atlas/leaky-relu/'],
    ['vanishing gradient', 'glossary/#vanishing-gradient'],
    ['pre-activation', 'glossary/#pre-activation'],
    ['C09', 'claims/#C09'],
    ['two layers that are one', `${chapter.slice(3)}#two-layers-that-are-one`],
    ['dying relu', 'chapters/relu-for-and-against/#dead-units'],
    ['softmaks', 'atlas/softmax/'],
  ])('%s is found first at %s', (query, url) => expect(first(query)).toBe(url));

  test('has something of every kind', () => {
    expect(kinds.filter((kind) => contentOf(kind).length === 0)).toEqual([]);
  });

  test('every place is there', () => {
    const pages = new Map(pagesOf('root').map(({ path, html }) => [path, html]));
    const lost = kinds.flatMap(contentOf).filter(({ url }) => {
      const [path, hash = ''] = url.split('#');
      const html = pages.get(`en/${path}`);
      // A preset's address holds a state: the link check reads those.
      return (
        !html ||
        !(hash.startsWith('v1/') || !hash || html.includes(`id="${decodeURIComponent(hash)}"`))
      );
    });
    expect(lost.map(({ url }) => url)).toEqual([]);
  });

  test('has every formula once, as text', () => {
    const texts = kinds.flatMap(contentOf).map(({ text }) => text);
    expect(texts.filter((text) => /\\[a-z]{2,}\b|\\frac|[\u2060-\u2064]/.test(text))).toEqual([]);
  });

  test('no part is heavier than 100 kB', () => {
    for (const file of parts) expectWithin(100_000, [read('root', file)]);
  });
});

test('nothing of it is loaded before use, and it costs a page less than 1 kB', async () => {
  await visit('en/about/', {}, async ({ page, requests, scripts }) => {
    const own = scripts.filter((url) => /SiteSearch|preload-helper/.test(url));
    expect(scripts.filter((url) => /search/i.test(url) && !own.includes(url))).toEqual([]);
    const html = await page.locator('dialog.search').evaluate((dialog) => dialog.outerHTML);
    expectWithin(1000, [html, ...own.map(fileAt)]);
    await find(page, 'licence');
    expect(requests.filter((url) => /\/search\/\w+\.js$/.test(url))).toHaveLength(kinds.length + 1);
  });
});

test('finds the vanishing gradient in the glossary and the claims, with its words marked', async () => {
  await visit('en/', {}, async ({ page, complaints }) => {
    await find(page, 'vanishing gradient');
    expect(await page.locator('.search-results h2').allTextContents()).toEqual(
      expect.arrayContaining(['Glossary', 'Claims on trial']),
    );
    expect(await places(page).first().textContent()).toBe('vanishing gradient');
    expect(await places(page).first().locator('mark').allTextContents()).toEqual([
      'vanishing',
      'gradient',
    ]);
    expect(complaints).toEqual([]);
  });
});

test('finds a section of a chapter, and leads to it', async () => {
  await visit('en/glossary/', {}, async ({ page }) => {
    await find(page, 'disc that no line');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/${chapter}#a-disc-that-no-line-can-cut-out`);
  });
});

describe('by keyboard alone', () => {
  test('arrows go through the places, letters back to the field, Escape back to the page', async () => {
    await visit(chapter, {}, async ({ page }) => {
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      await find(page, 'sigmoid');
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('Sigmoid');
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe(await places(page).nth(1).textContent());
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await expect
        .poll(() => field(page).evaluate((field) => field === document.activeElement))
        .toBe(true);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('s');
      expect(await field(page).inputValue()).toBe('sigmoids');
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog.search').isVisible()).toBe(false);
    });
  });

  test('a place on the same page closes the search and is gone to', async () => {
    await visit(chapter, {}, async ({ page }) => {
      await find(page, 'two layers that are one');
      await page.keyboard.press('Enter');
      await page.waitForURL('**#two-layers-that-are-one');
      expect(await page.locator('dialog.search').isVisible()).toBe(false);
    });
  });

  test('in a field / is a letter; switched off it does nothing', async () => {
    await visit('en/atlas/own/', {}, async ({ page }) => {
      const dialog = page.locator('dialog.search');
      const formula = page.locator('main input[type=text]').first();
      await formula.focus();
      await formula.press('End');
      await formula.press('/');
      expect(await formula.inputValue()).toMatch(/\/$/);
      expect(await dialog.isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Search' }).click();
      await dialog.getByRole('checkbox').uncheck();
      await page.keyboard.press('Escape');
      await page.locator('h1').click();
      await page.keyboard.press('/');
      expect(await dialog.isVisible()).toBe(false);
    });
  });
});

test('what is typed before the index has come is looked for when it has', async () => {
  await visit('en/', {}, async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('swish', { delay: 1 });
    await expect.poll(() => places(page).first().textContent(), { timeout: 20_000 }).toBe('SiLU');
  });
});

test('who finds nothing is offered names spelt alike, and the lists of what there is', async () => {
  await visit('en/', {}, async ({ page }) => {
    await find(page, 'zigmod');
    expect(await status(page).textContent()).toContain('zigmod');
    expect(await places(page).allTextContents()).toContain('Sigmoid');
    expect(await page.locator('.search-elsewhere a').count()).toBe(3);
  });
});

test('says so when the index does not come, and can be tried again', async () => {
  await visit('en/', {}, async ({ page }) => {
    await page.route('**/search/words.js', (route) => route.abort());
    await page.keyboard.press('/');
    await expect.poll(() => status(page).textContent()).toContain('did not load');
    await page.getByRole('button', { name: 'Close' }).click();
    await page.unroute('**/search/words.js');
    await find(page, 'swish');
    expect(await places(page).first().textContent()).toBe('SiLU');
  });
});

test('leads to the places of a book that stands in a folder of a site', async () => {
  await visit('en/atlas/relu/', { build: 'subpath' }, async ({ page, complaints }) => {
    await find(page, 'swish');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/book/en/atlas/silu/');
    expect(complaints).toEqual([]);
  });
});

test('a reader without JavaScript sees no button that does nothing', async () => {
  await visit('en/', { javaScript: false }, async ({ page }) => {
    expect(await page.getByRole('button', { name: 'Search' }).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Glossary' }).first().isVisible()).toBe(true);
  });
});

describe.each([
  ['on a phone, in light', phone],
  ['at a desk, in dark', desk],
])('%s', (_name, view) => {
  test('nobody is shut out of the open search, and nothing sticks out of it', async () => {
    await visit(chapter, view, async ({ page }) => {
      await find(page, 'gradient');
      const wide = await page
        .locator('.search-results')
        .evaluate((results) => results.scrollWidth - results.clientWidth);
      expect(wide).toBe(0);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const run = (window as unknown as { axe: typeof axe }).axe.run;
        const { violations } = await run('dialog.search', {
          rules: { 'color-contrast-enhanced': { enabled: true } },
        });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      });
      expect(violations).toEqual([]);
    });
  });
});
