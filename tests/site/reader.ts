/** What a reader does to the figures of a page, wherever the page comes from. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Trains chapter 1's network until it has learnt something, and away from the page's own thread. */
export async function train(page: Page): Promise<void> {
  const figure = page.locator('#circle-relu');
  const epoch = async () =>
    Number.parseInt(await figure.locator('[data-number=epoch]').innerText());
  await figure.locator('[data-action=reset]').click();
  await expect.poll(epoch).toBe(0);
  await figure.locator('[data-action=train]').click();
  await expect.poll(epoch).toBeGreaterThan(20);
  expect(page.workers().length).toBe(1);
  expect(await figure.locator('.trainer-in-page').isVisible()).toBe(false);
}

/** Moves the first slider of the page, and waits for its figure to follow. */
export async function drag(page: Page): Promise<void> {
  const figure = page.locator('figure:has(input[type=range]):has(svg)').first();
  const drawing = () => figure.evaluate((element) => element.querySelector('svg')!.outerHTML);
  const before = await drawing();
  await figure.locator('input[type=range]').first().press('ArrowRight');
  await expect.poll(drawing).not.toBe(before);
}
