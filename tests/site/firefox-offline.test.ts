/** The copies to take away, in Firefox and on disk. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { offline } from '#publish/offline/index.ts';
import type { Made } from '#publish/step.ts';
import { pagesOf } from './builds.ts';
import { useFirefox, visit, type View, type Visit } from './firefox.ts';
import {
  answer,
  click,
  drag,
  experiment,
  search,
  slippedMarks,
  text,
  theme,
  train,
} from './firefox-reader.ts';

const disk = mkdtempSync(join(tmpdir(), 'offline-'));
const home = join(disk, 'Lehrbücher, 100 % 神经元', 'why-neurons-bend');
let made: Made[] = [];

useFirefox();
beforeAll(async () => {
  made = await offline.run({ book: resolve('dist'), out: disk, date: new Date('2026-11-21') });
  const zip = readFileSync(join(disk, made.find(({ kind }) => kind === 'offline')!.file));
  for (const [path, content] of Object.entries(unzipSync(zip))) {
    const file = join(dirname(home), path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
});
afterAll(() => rmSync(disk, { recursive: true }));

const onDisk = (path: string) => pathToFileURL(join(home, path)).href;
const chapter = 'en/chapters/why-nonlinearity-matters/index.html';

/** Opens a file, and afterwards looks at what it asked for and complained of. */
const open = (url: string, use: (visited: Visit) => Promise<void>, view?: View) =>
  visit(
    url,
    async (visited) => {
      await use(visited);
      expect(visited.complaints).toEqual([]);
      expect(visited.requests).toEqual([]);
    },
    view,
  );

test('what is asked of the network is noticed', async () => {
  const file = join(disk, 'asks.html');
  writeFileSync(file, '<!doctype html><img src="https://other.example/a.png">');
  await visit(pathToFileURL(file).href, async ({ requests, complaints }) => {
    expect(requests).toEqual(['https://other.example/a.png']);
    expect(complaints.join()).toContain('not loaded: <img');
  });
});

describe('the folder', () => {
  const pages = pagesOf('root')
    .map(({ file }) => file)
    .filter((file) => !/^404|not-kept/.test(file));

  test.each(pages)('%s has its fonts, asks for nothing and is set well on a phone', (file) =>
    open(
      onDisk(file),
      async ({ page }) => {
        const { fonts, wide } = await page.evaluate(() => ({
          fonts: [...document.fonts]
            .filter(({ family }) => !family.includes('fallback'))
            .map(({ family, status }) => `${family}: ${status}`)
            .join('; '),
          wide: document.documentElement.scrollWidth > innerWidth,
        }));
        expect(fonts).toMatch(/Bend (Serif|Sans)[^;]*: loaded/);
        expect(fonts).not.toContain('error');
        expect(wide).toBe(false);
        expect(await slippedMarks(page)).toEqual([]);
      },
      { width: 360, height: 740 },
    ),
  );

  test('has figures to drag', () => open(onDisk(chapter), ({ page }) => drag(page)));

  test('trains a network in a worker', () => open(onDisk(chapter), train));

  test('repeats an experiment', () => open(onDisk('en/lab/index.html'), experiment));

  test('finds what is searched for, and leads there', () =>
    open(onDisk(chapter), ({ page }) => search(page, /en\/atlas\/silu\/index\.html$/)));

  test('explains a term where it stands', () =>
    open(onDisk(chapter), async ({ page }) => {
      await click(page, 'button.term');
      expect(await text(page, '.popover:popover-open')).not.toBe('');
    }));

  test('keeps an answer for its page, and says that it keeps it for no other', () =>
    open(onDisk(chapter), async ({ page }) => {
      const given = '.question:has(input[type=radio]) input[type=radio]';
      await answer(page);
      await page.reload();
      await expect
        .poll(() => page.$eval(given, (input) => (input as HTMLInputElement).checked))
        .toBe(true);
      expect(await text(page, '[data-kept-apart]')).toMatch(/keeps answers for each page apart/);
      await page.goto(onDisk('en/about/index.html'));
      expect(await text(page, '.answers-count')).not.toMatch(/^1 answered/);
    }));

  test('takes the theme along to the next page', () =>
    open(onDisk('en/index.html'), async ({ page }) => {
      await click(page, '::-p-aria(Dark theme)');
      expect(await theme(page)).toBe('dark');
      await Promise.all([page.waitForNavigation(), click(page, 'main a[href*="chapters/"]')]);
      expect(await theme(page)).toBe('dark');
    }));
});

test('a chapter in one file has its figures, trainers and fonts', async () => {
  const { file } = made.find(({ chapter }) => chapter === 'why-nonlinearity-matters')!;
  await open(pathToFileURL(join(disk, file)).href, async (visited) => {
    await drag(visited.page);
    await train(visited);
    expect(await text(visited.page, '.edition-note')).toMatch(/one file/);
  });
});
