/** The book as an app: pages without a network, editions that never mix, and nothing that locks a reader out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  cachesOf,
  chapter,
  download,
  keepAll,
  kept,
  reading,
  relu,
  searchOf,
  status,
} from './app-reader.ts';
import { read } from './builds.ts';
import { lastEdition, removeEditions } from './editions.ts';
import { desk, visit } from './page.ts';
import { drag } from './reader.ts';

let last = '';
beforeAll(async () => {
  last = await lastEdition();
});
afterAll(removeEditions);

describe('without a network', () => {
  test('a page that was opened once opens again, its figures alive, and is searched from', () =>
    reading(relu, async (page, host) => {
      await kept(page);
      await host.stop();
      await page.reload();
      await drag(page);
      await page.getByRole('button', { name: 'Search' }).first().click();
      await page.getByRole('searchbox').fill('swish');
      await page.locator('.search-results li a').first().waitFor();
    }));

  test('a page that was not opened is said to be missing, and the cover is there', () =>
    reading(relu, async (page, host) => {
      await kept(page);
      await host.stop();
      await page.goto(host.url + chapter);
      expect(await page.locator('h1').innerText()).toBe('This page is not on this device');
      expect(await searchOf(page)).toMatch(/A word, a function/);
      await page.locator('main a[href="/en/"]').click();
      await page.waitForURL(`${host.url}en/`);
      expect(await page.locator('h1').innerText()).toBe('Why Neurons Bend');
    }));

  test('a book that is kept whole opens anywhere', () =>
    reading(download, async (page, host) => {
      await expect.poll(() => status(page).innerText()).toMatch(/^\d+ of \d+ pages .* MB to load/);
      await keepAll(page);
      await expect.poll(() => status(page).innerText()).toMatch(/^The whole book, \d+ pages/);
      await host.stop();
      await page.goto(host.url + chapter);
      const epoch = page.locator('#circle-relu [data-number=epoch]');
      await page.locator('#circle-relu [data-action=reset]').click();
      await page.locator('#circle-relu [data-action=step]').click();
      await expect.poll(() => epoch.innerText()).toBe('1');
      // An address as people type it.
      await page.goto(`${host.url}en/glossary`);
      expect(page.url()).toBe(`${host.url}en/glossary/`);
    }));
});

describe('nobody is locked out', () => {
  test('what is kept and damaged is fetched anew', () =>
    reading(relu, async (page, host) => {
      await kept(page);
      const damage = () =>
        page.evaluate(async () => {
          const [name] = await caches.keys();
          const cache = await caches.open(name!);
          const html = { headers: { 'content-type': 'text/html' } };
          for (const request of await cache.keys()) {
            if (request.url.endsWith('.js')) await cache.put(request, new Response('throw 1'));
            else await cache.put(request, new Response('<p>Nonsense', html));
          }
        });
      await damage();
      await page.reload();
      await drag(page);
      // What was fetched is kept in its place.
      await host.stop();
      await page.reload();
      expect(await page.locator('h1').innerText()).toBe('ReLU');
    }));

  test('a book whose caches are gone comes from the network', () =>
    reading(relu, async (page) => {
      await kept(page);
      await page.evaluate(async () => {
        for (const name of await caches.keys()) await caches.delete(name);
      });
      await page.reload();
      await drag(page);
    }));

  test('a full device reads online, and is told', () =>
    reading('en/lab/embed/', async (page, host) => {
      const session = await page.context().newCDPSession(page);
      const origin = new URL(host.url).origin;
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 200_000 });
      await page.goto(host.url + download);
      await kept(page);
      await keepAll(page);
      await expect.poll(() => status(page).innerText()).toMatch(/^There is not enough room/);
      await page.goto(host.url + relu);
      await drag(page);
    }));

  test('the reader takes the book away again, and it stays away', () =>
    reading(download, async (page) => {
      await kept(page);
      await page.locator('keep-book button').last().click();
      await expect.poll(() => status(page).innerText()).toMatch(/^Nothing of the book is kept/);
      await page.reload();
      await expect.poll(() => status(page).innerText()).toMatch(/^Nothing of the book is kept/);
      expect(await cachesOf(page)).toEqual([]);
      const workers = await page.evaluate(() => navigator.serviceWorker.getRegistrations());
      expect(workers).toEqual([]);
      await keepAll(page);
      await expect.poll(() => status(page).innerText()).toMatch(/^The whole book/);
    }));

  test('a book that is no app any more takes away what it left', () =>
    reading(relu, async (page, host) => {
      await kept(page);
      await host.restart(last);
      await page.reload();
      const left = () =>
        page
          .evaluate(async () => [
            (await caches.keys()).length,
            (await navigator.serviceWorker.getRegistrations()).length,
          ])
          .catch(() => []);
      await expect.poll(left).toEqual([0, 0]);
    }));
});

test('a frame on another site keeps nothing', () =>
  reading('en/lab/embed/', async (page) => {
    await page.locator('#lab [data-action=step]').click();
    await expect.poll(() => page.locator('#lab [data-number=epoch]').innerText()).toBe('61');
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
  }));

test.each(['root', 'subpath'] as const)('the manifest of the %s build is at home there', (build) =>
  visit('en/', { ...desk, build }, async ({ page }) => {
    const href = await page.locator('link[rel=manifest]').getAttribute('href');
    const address = new URL(href!, page.url());
    const base = build === 'root' ? '/' : '/book/';
    const manifest = JSON.parse(read(build, 'en/app.webmanifest').toString()) as {
      name: string;
      start_url: string;
      scope: string;
      icons: { src: string; sizes: string }[];
    };
    expect(manifest.name).toBe('Why Neurons Bend');
    expect(new URL(manifest.start_url, address).pathname).toBe(`${base}en/`);
    expect(new URL(manifest.scope, address).pathname).toBe(base);
    for (const { src, sizes } of manifest.icons) {
      const file = new URL(src, address).pathname.slice(base.length);
      const picture = read(build, file);
      // Width and height of a PNG.
      expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`, file).toBe(sizes);
    }
  }),
);
