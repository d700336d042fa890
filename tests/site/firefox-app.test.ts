/** The book as an app in Firefox: pages without a network, editions that never mix, and the way out. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  editionOf,
  removeEditions,
  second,
  secondEdition,
  withHost,
  type Host,
} from './editions.ts';
import { useFirefox, visit } from './firefox.ts';
import { click, drag, text } from './firefox-reader.ts';

const relu = 'en/atlas/relu/';
const chapter = 'en/chapters/why-nonlinearity-matters/';
const download = 'en/download/';

let next = '';
useFirefox();
beforeAll(async () => {
  next = await secondEdition();
});
afterAll(removeEditions);

/** A reader with a host that can fail. */
const reading = (path: string, use: (page: Page, host: Host) => Promise<void>) =>
  withHost((host) =>
    visit(host.url + path, async ({ page }) => {
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
      await use(page, host);
    }),
  );

const status = (page: Page) => text(page, 'keep-book [role=status]');

test('a page that was opened once opens again without a network, its figures alive', () =>
  reading(relu, async (page, host) => {
    await host.stop();
    await page.reload();
    await drag(page);
    await page.goto(host.url + chapter);
    expect(await text(page, 'h1')).toBe('This page is not on this device');
  }));

test('a book that is kept whole opens anywhere, until it is removed', () =>
  reading(download, async (page, host) => {
    await expect.poll(() => status(page)).toMatch(/^\d+ of \d+ pages .* MB to load/);
    await click(page, 'keep-book button:first-of-type');
    await expect
      .poll(() => status(page), { timeout: 30_000 })
      .toMatch(/^The whole book, \d+ pages/);
    await host.stop();
    await page.goto(host.url + chapter);
    await click(page, '#circle-relu [data-action=reset]');
    await click(page, '#circle-relu [data-action=step]');
    await expect.poll(() => text(page, '#circle-relu [data-number=epoch]')).toBe('1');
    await page.goto(host.url + download);
    await click(page, 'keep-book button:last-of-type');
    await expect.poll(() => status(page)).toMatch(/^Nothing of the book is kept/);
    expect(
      await page.evaluate(async () => [
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ]),
    ).toEqual([0, 0]);
  }));

test('a new edition is offered, and comes with every page at once when the reader agrees', () =>
  reading(relu, async (page, host) => {
    await page.goto(host.url + chapter);
    await host.restart(next);
    await page.goto(host.url + relu);
    expect(await editionOf(page)).toBe(1);
    await page.locator('.new-edition button').click();
    await expect.poll(() => page.title().catch(() => '')).toContain(second.title);
    await host.stop();
    for (const path of [relu, chapter, 'en/']) {
      await page.goto(host.url + path);
      expect(await editionOf(page), path).toBe(2);
    }
  }));
