/** What a reader does to a page in Firefox, wherever the page comes from. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Visit } from './firefox.ts';

/** The text of the first such element, as the reader sees it. */
export const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText.trim());

export const isShown = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.checkVisibility());

export const click = (page: Page, selector: string) => page.locator(selector).click();

async function middleOf(element: ElementHandle): Promise<{ x: number; y: number }> {
  await element.scrollIntoView();
  const { x, y, width, height } = (await element.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Presses a pointer on the middle of an element, moves it by so many pixels, and lets go. */
async function pull(page: Page, element: ElementHandle, right: number): Promise<void> {
  const { x, y } = await middleOf(element);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right, y, { steps: 5 });
  await page.mouse.up();
}

/** Drags the first slider of the page, then its picture itself; the figure follows both times. */
export async function drag(page: Page): Promise<void> {
  const figure = (await page.$('figure:has(activation-plot)'))!;
  const z = () => figure.$eval('input[type=range]', (input) => input.valueAsNumber);
  const drawing = () => figure.$eval('svg', (svg) => svg.outerHTML);
  for (const part of ['input[type=range]', 'svg']) {
    const [before, drawn] = [await z(), await drawing()];
    await pull(page, (await figure.$(part))!, 40);
    await expect.poll(z, { message: part }).not.toBe(before);
    await expect.poll(drawing, { message: part }).not.toBe(drawn);
  }
}

/** Trains chapter 1's network until it has learnt something, and away from the page's own thread. */
export async function train({ page, workers }: Visit): Promise<void> {
  const epoch = async () => Number(await text(page, '#circle-relu [data-number=epoch]'));
  await click(page, '#circle-relu [data-action=reset]');
  await expect.poll(epoch).toBe(0);
  await click(page, '#circle-relu [data-action=train]');
  await expect.poll(epoch).toBeGreaterThan(20);
  expect(workers).toHaveLength(1);
  expect(await isShown(page, '#circle-relu .trainer-in-page')).toBe(false);
}

/** Repeats 90 runs of an experiment on the page of the laboratory. */
export async function experiment({ page, workers }: Visit): Promise<void> {
  await page.select('#three-hundred select[name=seeds]', '30');
  await click(page, '#three-hundred [data-action=train]');
  await expect
    .poll(() => text(page, '#three-hundred .experiment-status'), { timeout: 60_000 })
    .toMatch(/^90 networks in .* This agrees with the recorded runs/);
  expect(workers.length).toBeGreaterThan(0);
}

/** Searches, and opens what is found first. */
export async function search(page: Page, found: RegExp): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('[type=search]').fill('swish');
  const results = await page.waitForSelector('.search-results li a');
  await Promise.all([page.waitForNavigation(), results!.click()]);
  expect(page.url()).toMatch(found);
}

/** Answers the first question of the page that has choices. */
export async function answer(page: Page): Promise<void> {
  const question = '.question:has(input[type=radio]) ';
  await click(page, `${question}input[type=radio]`);
  await click(page, `${question}[type=submit]`);
  await expect.poll(() => text(page, `${question}.mark`)).not.toBe('');
}

/** Text after a formula, a term or a link whose full stop or comma has slipped to the beginning of a line. */
export const slippedMarks = (page: Page) =>
  page.evaluate(() => {
    const slipped: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, previousSibling: before } = texts.currentNode as Text;
      const at = /^\u2060*(?=[.,;:)?!])/.exec(data)?.[0].length;
      if (at === undefined || !(before instanceof Element)) continue;
      const range = document.createRange();
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + 1);
      const mark = range.getBoundingClientRect();
      const end = [...before.getClientRects()].at(-1);
      if (end && mark.left < end.left && mark.top > end.top + end.height / 2) slipped.push(data);
    }
    return slipped;
  });

export const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);
