/** The copies to take away, made from the built book and opened from a folder as a reader's own disk has it. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { offline } from '#publish/offline/index.ts';
import type { Made } from '#publish/step.ts';
import { pagesOf } from './builds.ts';
import { desk, phone, visit, type View, type Visit } from './page.ts';
import { drag, train } from './reader.ts';

const disk = mkdtempSync(join(tmpdir(), 'offline-'));
const home = join(disk, 'Lehrbücher, 100 % 神经元', 'why-neurons-bend');
const exported = ['first', 'second'].map((name) => join(disk, name));
/** The same, made by somebody who has said where the book is published. */
const published = { out: join(disk, 'published'), site: 'https://book.example/b/' };
let made: Made[] = [];

function unpack(out: string, into: string): void {
  const zip = readFileSync(join(out, made.find(({ kind }) => kind === 'offline')!.file));
  for (const [path, content] of Object.entries(unzipSync(zip))) {
    const file = join(into, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

beforeAll(async () => {
  for (const out of exported) {
    made = await offline.run({ book: resolve('dist'), out, date: new Date('2026-11-21') });
  }
  unpack(exported[0]!, dirname(home));
  const context = { book: resolve('dist'), date: new Date('2026-11-21'), ...published };
  await offline.run(context);
  unpack(published.out, published.out);
});
afterAll(() => rmSync(disk, { recursive: true }));

const pages = pagesOf('root')
  .map(({ file }) => file)
  .filter((file) => !/^404|not-kept/.test(file));
const onDisk = (path: string) => pathToFileURL(join(home, path)).href;
const linksOf = (document: Document) =>
  [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')!);
const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);

/** The book's own fonts, with how each fares: their stand-ins are the machine's, and may not be there. */
const fontsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.fonts]
      .filter(({ family }) => !family.includes('fallback'))
      .map(({ family, status }) => `${family}: ${status}`)
      .join('; '),
  );

/** Opens a file, and afterwards looks at what it asked for and complained of. */
const open = (url: string, use: (page: Page) => Promise<void>, view: View = desk) =>
  visit(url, { ...view, reducedMotion: false }, async (visited: Visit) => {
    await use(visited.page);
    expect(visited.complaints).toEqual([]);
    expect(visited.requests.filter((request) => !request.startsWith('file:'))).toEqual([]);
  });

describe('the folder', () => {
  const chapter = 'en/chapters/why-nonlinearity-matters/index.html';

  test('opens at its top', async () => {
    await visit(onDisk('index.html'), { javaScript: false }, async ({ page }) => {
      await page.waitForURL(onDisk('en/index.html'));
      expect(await page.locator('h1').innerText()).toBe('Why Neurons Bend');
    });
  });

  test.each(pages)('%s has its fonts and its style, and asks for nothing else', async (file) => {
    const look = async (page: Page) => {
      const fonts = await fontsOf(page);
      expect(fonts).toMatch(/Bend (Serif|Sans)[^;]*: loaded/);
      expect(fonts).not.toContain('error');
    };
    await open(onDisk(file), look, phone);
  });

  test.each(pages)('every link of %s leads to a file', (file) => {
    const { document } = parseHTML(readFileSync(join(home, file), 'utf8'));
    for (const href of linksOf(document).filter((href) => !/^https?:/.test(href))) {
      const target = new URL(href, onDisk(file));
      expect(target.href).toMatch(/^file:[^?#]*\/[^/?#]+\.(html|bib|txt)([?#]|$)/);
      expect(existsSync(new URL(target.pathname, target)), href).toBe(true);
    }
  });

  test('has figures to drag', () => open(onDisk(chapter), drag));

  test('trains a network in a worker', () => open(onDisk(chapter), train));

  test('repeats an experiment', async () => {
    await open(onDisk('en/lab/index.html'), async (page) => {
      const figure = page.locator('#three-hundred');
      await figure.locator('select[name=seeds]').selectOption('30');
      await figure.locator('[data-action=train]').click();
      const status = figure.locator('.experiment-status');
      await expect
        .poll(() => status.innerText(), { timeout: 60_000 })
        .toMatch(/^90 networks in .* This agrees with the recorded runs/);
      expect(page.workers().length).toBe(1);
    });
  });

  test('finds what is searched for, and leads there', async () => {
    await open(onDisk(chapter), async (page) => {
      await page.keyboard.press('/');
      await page.getByRole('searchbox').fill('swish');
      await page.locator('.search-results li a').first().click();
      await page.waitForURL(onDisk('en/atlas/silu/index.html'));
    });
  });

  test('marks an answer, and keeps it', async () => {
    await open(onDisk('en/atlas/silu/index.html'), async (page) => {
      await page.goto(onDisk(chapter));
      const question = page.locator('.question:has(input[type=radio])').first();
      await question.locator('input[type=radio]').first().check();
      await question.locator('[type=submit]').click();
      await question.locator('.mark').waitFor();
      await page.goto(onDisk('en/about/index.html'));
      expect(await page.locator('.answers-count').innerText()).toMatch(/^1 answered/);
    });
  });

  test('keeps the theme from page to page', async () => {
    await open(onDisk('en/index.html'), async (page) => {
      await page.getByRole('button', { name: 'Dark theme' }).click();
      const chosen = await theme(page);
      await page.locator('a[href*="chapters/"]').first().click();
      await page.waitForURL(/chapters/);
      expect(await theme(page)).toBe(chosen);
    });
  });

  test('leads from a network in the text to the laboratory', async () => {
    await open(onDisk(chapter), async (page) => {
      await page.locator('.lab-link a').first().click();
      await page.waitForURL(/^file:.*\/en\/lab\/index\.html#/);
    });
  });
});

describe('a chapter in one file', () => {
  const alone = () => {
    const { file } = made.find(({ chapter }) => chapter === 'why-nonlinearity-matters')!;
    return pathToFileURL(join(exported[0]!, file)).href;
  };

  test('has its figures and trainers, and asks for no other file', async () => {
    await open(alone(), async (page) => {
      await drag(page);
      await train(page);
      expect(await page.locator('.edition-note').innerText()).toMatch(/one file/);
      expect(await fontsOf(page)).toMatch(/Bend Serif[^;]*: loaded/);
    });
    await visit(alone(), desk, async ({ requests }) => expect(requests).toEqual([alone()]));
  });

  test('leads nowhere where the live book has no known address', () => {
    for (const { file } of made.filter(({ kind }) => kind === 'html')) {
      const { document } = parseHTML(readFileSync(join(exported[0]!, file), 'utf8'));
      expect(
        linksOf(document).filter((href) => !/^(#|https?:|data:application\/x-bibtex)/.test(href)),
      ).toEqual([]);
    }
  });
});

describe('the link and the code of a figure', () => {
  const lab = 'en/lab/index.html';
  const note = 'A link or code from this copy names a file on this computer, and works only here.';

  /** What the laboratory puts on the clipboard and into the code for frames. */
  async function givenBy(page: Page): Promise<{ link: string; code: string }> {
    await page.evaluate(() => {
      navigator.clipboard.write = async ([item]) => {
        document.title = await (await item!.getType('text/plain')).text();
      };
    });
    await page.locator('#lab .share summary').click();
    await page.locator('#lab [data-copy=link]').click();
    await expect.poll(() => page.title()).toMatch(/#/);
    await page.locator('#lab .trainer-embed summary').click();
    const code = page.locator('#lab .trainer-embed textarea');
    await expect.poll(() => code.inputValue()).toMatch(/^<iframe/);
    return { link: await page.title(), code: await code.inputValue() };
  }

  test('lead to the published book, where its address is known', async () => {
    const file = join(published.out, 'why-neurons-bend', lab);
    await open(pathToFileURL(file).href, async (page) => {
      const { link, code } = await givenBy(page);
      expect(link).toMatch(/^https:\/\/book\.example\/b\/en\/lab\/#/);
      expect(code).toMatch(/ src="https:\/\/book\.example\/b\/en\/lab\/embed\/#/);
      expect(await page.getByText(note).count()).toBe(0);
    });
  });

  test('are said to work on this computer only, where it is not', async () => {
    await open(onDisk(lab), async (page) => {
      const { link, code } = await givenBy(page);
      expect(link.startsWith(`${onDisk(lab)}#`)).toBe(true);
      expect(code).toContain(` src="${onDisk('en/lab/embed/index.html')}#`);
      expect(await page.locator('#lab .share').innerText()).toContain(note);
      expect(await page.locator('#lab .trainer-embed').innerText()).toContain(note);
    });
  });
});

test('the same book gives the same bytes', () => {
  expect(made.length).toBeGreaterThan(5);
  for (const { file } of made) {
    const [first, second] = exported.map((out) => readFileSync(join(out, file)));
    expect(first!.equals(second!), file).toBe(true);
  }
});
