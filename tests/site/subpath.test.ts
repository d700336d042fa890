/** The same book below a folder of somebody's site: `https://book.example/book/`. */
import { parseHTML } from 'linkedom';
import { expect, inject, test } from 'vitest';
import { pagesOf } from './builds.ts';
import { visit, type View } from './page.ts';

const view: View = { build: 'subpath' };
const pages = pagesOf('subpath');

/** `%s` in the name of each test is the kind of page; one page of each kind stands for all. */
const kinds = new Map(pages.map(({ path }) => [path.replace(/[^/]+\/$/, '…/'), path]));

test('every link of every page leads to something in the folder', async () => {
  const home = inject('urls').subpath;
  const { origin } = new URL(home);
  const queue = [`${home}en/`];
  const seen = new Set(queue);
  const missing: string[] = [];
  const outside: string[] = [];
  for (const url of queue) {
    const response = await fetch(url);
    const type = response.headers.get('content-type') ?? '';
    const text = /html|css/.test(type) ? await response.text() : '';
    if (!response.ok) missing.push(`${response.status} ${url}`);
    for (const target of targetsIn(text, type).map((target) => new URL(target, url))) {
      target.hash = '';
      if (target.origin !== origin || seen.has(target.href)) continue;
      seen.add(target.href);
      if (target.href.startsWith(home)) queue.push(target.href);
      else outside.push(`${target.href} on ${url}`);
    }
  }
  expect.soft(missing).toEqual([]);
  expect.soft(outside).toEqual([]);
  const listed = pages.filter(({ unlisted }) => !unlisted).map(({ path }) => path);
  expect(listed.filter((path) => !seen.has(home + path))).toEqual([]);
  expect(listed.length).toBeGreaterThan(30);
});

/** What a document or a style sheet refers to; in documents also addresses kept for scripts. */
function targetsIn(text: string, type: string): string[] {
  const inStyles = [...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, url]) => url!);
  if (!type.includes('html')) return inStyles.filter((url) => !url.startsWith('data:'));
  const { document } = parseHTML(text);
  return [...document.querySelectorAll('*')]
    .flatMap((element) => [...element.attributes])
    .filter(({ name, value }) => /^(href|src|poster)$/.test(name) || /^\/[\w-]/.test(value))
    .map(({ value }) => value);
}

test.each([...kinds])('%s loads everything from the folder', async (_kind, path) => {
  await visit(path, view, async ({ requests, complaints }) => {
    expect(requests.filter((url) => !url.startsWith(inject('urls').subpath))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('a figure comes to life', async () => {
  const live = pages.find(
    ({ path, html }) => path.includes('/chapters/') && /<input[^>]*type="range"/.test(html),
  );
  await visit(live!.path, view, async ({ page, requests, complaints }) => {
    const figure = page.locator('figure:has(input[type=range]):has(svg)').first();
    const drawing = () => figure.evaluate((element) => element.querySelector('svg')!.outerHTML);
    const before = await drawing();
    await figure.locator('input[type=range]').first().press('ArrowRight');
    await expect.poll(drawing, { timeout: 20_000 }).not.toBe(before);
    expect(requests.filter((url) => !url.startsWith(inject('urls').subpath))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('the folder itself leads to the cover, without JavaScript too', async () => {
  await visit('', { ...view, javaScript: false }, async ({ page }) => {
    await page.waitForURL(`${inject('urls').subpath}en/`);
  });
});

test('a missing address, however deep, leads back to the book', async () => {
  await visit('en/no/such/page/', view, async ({ page, requests }) => {
    const home = page.locator(`a[href^="/book/en/"]`).first();
    expect(await home.isVisible()).toBe(true);
    const others = await Promise.all(requests.slice(1).map((url) => fetch(url)));
    expect(others.filter(({ ok }) => !ok).map(({ url }) => url)).toEqual([]);
    await home.click();
    await page.waitForURL(/\/book\/en\//);
  });
});
