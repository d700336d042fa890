/** What a reader of the app does, and what the tests of it look at. */
import type { Page } from 'playwright-core';
import { withHost, type Host } from './editions.ts';
import { desk, visit } from './page.ts';

/** Pages that the tests open. */
export const relu = 'en/atlas/relu/';
export const silu = 'en/atlas/silu/';
export const chapter = 'en/chapters/why-nonlinearity-matters/';
export const download = 'en/download/';

/** A reader with a browser that keeps pages, and a host that can fail them. */
export const reading = (path: string, use: (page: Page, host: Host) => Promise<void>) =>
  withHost((host) =>
    visit(host.url + path, { ...desk, keeps: true }, ({ page }) => use(page, host)),
  );

/** Waits until a worker is at work for this page. */
export const kept = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');

export const cachesOf = (page: Page) => page.evaluate(() => caches.keys());
export const status = (page: Page) => page.locator('keep-book [role=status]');
export const keepAll = (page: Page) => page.locator('keep-book button').first().click();

/** Opens the search of a page: what it says before anything is searched for. */
export async function searchOf(page: Page): Promise<string> {
  await page.bringToFront();
  await page.keyboard.press('/');
  const dialog = page.locator('dialog.search');
  await dialog.locator('.search-results p, [role=status]:not(:empty)').first().waitFor();
  const said = await dialog.innerText();
  await page.keyboard.press('Escape');
  return said;
}
