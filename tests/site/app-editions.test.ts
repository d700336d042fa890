/** New editions of the app: they come whole or not at all, and no page is half of one and half of another. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cachesOf, chapter, kept, reading, relu, searchOf, silu } from './app-reader.ts';
import { brokenEdition, editionOf, removeEditions, second, secondEdition } from './editions.ts';
import { drag } from './reader.ts';

let next = '';
let broken = '';
beforeAll(async () => {
  [next, broken] = await Promise.all([secondEdition(), brokenEdition()]);
});
afterAll(removeEditions);

test('a new edition is offered, and comes with every page at once when the reader agrees', () =>
  reading(relu, async (page, host) => {
    await kept(page);
    await page.goto(host.url + chapter);
    await host.restart(next);
    await page.goto(host.url + relu);
    expect(await editionOf(page)).toBe(1);
    await page.locator('.new-edition button').click();
    await expect.poll(() => page.title()).toContain(second.title);
    // All that was kept is kept again.
    await host.stop();
    for (const path of [relu, chapter, 'en/']) {
      await page.goto(host.url + path);
      expect(await editionOf(page), path).toBe(2);
    }
    expect(await cachesOf(page)).toHaveLength(1);
  }));

test('a new edition comes by itself with the next page, and no page is half of each', () =>
  reading(relu, async (page, host) => {
    await kept(page);
    await host.restart(next);
    const seen: number[] = [];
    const turnPage = async () => {
      // The second was never kept: it is whatever the host has.
      await page.goto(host.url + (seen.length % 2 ? silu : relu), { waitUntil: 'load' });
      await page.waitForFunction(() => document.title !== '');
      seen.push(await editionOf(page));
      return seen.slice(-4);
    };
    // As a reader turns them: a page asks for a new edition only when it has had time to rest.
    await expect.poll(turnPage, { interval: 2500, timeout: 50_000 }).toEqual([2, 2, 2, 2]);
    expect(seen[0]).toBe(1);
  }));

test('a new edition waits while several pages stand open, and each is of one edition with all that it asks for', () =>
  reading(relu, async (page, host) => {
    await kept(page);
    const other = await page.context().newPage();
    await other.goto(host.url + chapter);
    await host.restart(next);
    await page.reload();
    await page.locator('.new-edition button').waitFor();
    // Never kept: it is what the host has.
    await other.goto(host.url + silu);
    const session = await page.context().newCDPSession(page);
    await session.send('ServiceWorker.enable');
    for (const look of ['at once', 'when the worker has begun anew']) {
      expect(await editionOf(other), look).toBe(2);
      expect(await searchOf(other), look).toContain(second.title);
      expect(await editionOf(page), look).toBe(1);
      expect(await searchOf(page), look).not.toContain(second.title);
      await session.send('ServiceWorker.stopAllWorkers');
      await other.goto(`${host.url}en/atlas/elu/`);
      await page.goto(host.url + chapter);
    }
    await page.locator('.new-edition button').click();
    for (const one of [page, other]) {
      await expect.poll(() => one.title().catch(() => '')).toContain(second.title);
      await expect.poll(() => editionOf(one).catch(() => 1)).toBe(2);
    }
  }));

test('a new edition lends nothing to a page of the one before, not even where that has lost a part', () =>
  reading(relu, async (page, host) => {
    await kept(page);
    await page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0]!);
      for (const { url } of await cache.keys()) {
        if (url.endsWith('/words.js')) await cache.delete(url);
      }
    });
    await host.restart(next);
    await page.reload();
    expect(await editionOf(page)).toBe(1);
    expect(await searchOf(page)).toMatch(/did not load/);
  }));

test('one that is not whole on its host leaves the reader the one before', () =>
  reading(relu, async (page, host) => {
    await kept(page);
    await host.restart(broken);
    await page.reload();
    const outcome = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const worker = registration.installing!;
      while (worker.state === 'installing') {
        await new Promise((resolve) => worker.addEventListener('statechange', resolve));
      }
      return worker.state;
    });
    expect(outcome).toBe('redundant');
    await page.reload();
    expect(await editionOf(page)).toBe(1);
    await drag(page);
    // The reload tried once more; nothing is left of that either.
    await expect.poll(() => cachesOf(page)).toHaveLength(1);
  }));
