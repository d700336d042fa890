/** The PDF of the whole book would be set in its own fonts alone, so that its bytes depend on no machine's. */
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readManuscript } from '#publish/manuscript/index.ts';
import { documentOf } from '#publish/pdf/document.ts';
import { learnToSpeak } from '#publish/pdf/formulas.ts';
import { papers } from '#publish/pdf/style.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builds } from './builds.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${inject('port')}`);
  folder = await mkdtemp(join(tmpdir(), 'pdf-fonts-'));
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Runs in the page: leaves in it one line for each font that the text asks for, with each character once. */
async function gather(): Promise<number> {
  const asked = new Map<string, Set<string>>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.nodeValue!.trim()) continue;
    const { fontFamily, fontWeight, fontStyle } = getComputedStyle(node.parentElement!);
    const font = `font-family: ${fontFamily}; font-weight: ${fontWeight}; font-style: ${fontStyle}`;
    const characters = asked.get(font) ?? new Set();
    for (const character of node.nodeValue!) characters.add(character);
    asked.set(font, characters);
  }
  document.body.replaceChildren(
    ...[...asked].map(([font, characters]) => {
      const line = document.createElement('p');
      line.style.cssText = font;
      line.textContent = [...characters].join('');
      return line;
    }),
  );
  await document.fonts.ready;
  return asked.size;
}

/** Fonts of this machine that the page had to borrow, with the characters of their line. */
async function borrowed(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'body > p',
  });
  const found: string[] = [];
  for (const [i, nodeId] of nodeIds.entries()) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont, glyphCount } of fonts)
      if (!isCustomFont) {
        const line = page.locator('body > p').nth(i);
        found.push(`${familyName}, ${glyphCount} of: ${await line.textContent()}`);
      }
  }
  return found;
}

test(
  'every character of the book is in the fonts that come with it',
  { timeout: 120_000 },
  async () => {
    const site = 'https://book.example/read/';
    const book = resolve(builds.root.folder);
    await learnToSpeak('en');
    const manuscript = readManuscript({ book, locale: 'en', site, chart: 'wide' });
    const file = join(folder, 'book.html');
    await writeFile(file, documentOf(manuscript, papers[0]!, new Date(0)));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(gather)).toBeGreaterThan(8);
    expect(await borrowed(page)).toEqual([]);
    await page.close();
  },
);
