/** Listings in several libraries: what a reader does with them in a browser. */
import { expect, test } from 'vitest';
import { desk, phone, reload, settle, visit, type Visit } from './page.ts';

const path = 'en/code/';
const chapter = 'en/chapters/relu-for-and-against/';

/** The library that each group on the page shows. */
const shown = ({ page }: Visit) =>
  page.evaluate(() =>
    [...document.querySelectorAll('code-tabs:has(> details)')].map((group) =>
      [...group.querySelectorAll<HTMLElement>('details[open]')].map(
        (fold) => fold.dataset['library'],
      ),
    ),
  );

test('a library chosen by keyboard is opened in every listing, on this page and the next', async () => {
  const [first, here, there] = await visit(path, desk, async (site) => {
    const { page } = site;
    const before = await shown(site);
    await page.locator('#curves summary', { hasText: 'PyTorch' }).focus();
    await page.keyboard.press('Enter');
    const after = await shown(site);
    await page.goto(page.url().replace(path, chapter));
    await settle(page);
    return [before, after, await shown(site)];
  });
  expect(first.length).toBeGreaterThan(5);
  // The last group has no listing for NumPy.
  expect(first.slice(0, -1).every(([one]) => one === 'numpy')).toBe(true);
  expect(here).toEqual(first.map(() => ['pytorch']));
  expect(there).toEqual([['pytorch']]);
});

test('who wants Keras gets TensorFlow where there is no Keras', async () => {
  const after = await visit(path, desk, async (site) => {
    await site.page.locator('#leaky-defaults summary', { hasText: 'Keras' }).click();
    return shown(site);
  });
  expect(after[0]).toEqual(['tensorflow']);
  expect(after[1]).toEqual(['keras']);
});

test.each([phone, desk])('the tab stays where it was pressed, at $width px', async (view) => {
  const [before, after] = await visit(path, view, async ({ page }) => {
    const tab = page.locator('#stable-softmax summary', { hasText: 'JAX' });
    // Told by the press itself: before it, Playwright may scroll once more while the page finds its lengths.
    await tab.evaluate((one) =>
      one.addEventListener('pointerdown', () => {
        one.dataset['pressed'] = String(one.getBoundingClientRect().top);
      }),
    );
    await tab.click();
    await settle(page);
    return tab.evaluate((one) => [Number(one.dataset['pressed']), one.getBoundingClientRect().top]);
  });
  expect(Math.abs(after - before)).toBeLessThan(2);
});

test('where nothing may be stored, the choice holds for the page', async () => {
  const [after, complaints] = await visit(path, desk, async (site) => {
    const { page } = site;
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('closed', 'SecurityError');
        },
      }),
    );
    await reload(page);
    await page.locator('#curves summary', { hasText: 'JAX' }).click();
    // Loading again gives up what is still on its way.
    return [await shown(site), site.complaints.filter((text) => !/ERR_ABORTED/.test(text))];
  });
  expect(new Set(after.flat())).toEqual(new Set(['jax']));
  expect(complaints).toEqual([]);
});

test('without JavaScript every listing opens by itself, and nothing offers to copy', async () => {
  const view = { ...phone, javaScript: false };
  const [open, tabs, lengths, buttons] = await visit(path, view, async ({ page }) => {
    const folds = page.locator('#curves details');
    // The first is open: pressed first, it would close.
    for (const fold of (await folds.all()).reverse()) {
      await fold.locator('summary').click();
      await fold.locator('.code-output').waitFor({ state: 'visible' });
    }
    return [
      await page.locator('#curves details[open]').count(),
      await folds.count(),
      await folds.locator('.code-output').allTextContents(),
      await page.locator('code-tabs button:visible').count(),
    ];
  });
  expect(open).toBe(1);
  expect(tabs).toBe(4);
  for (const text of lengths) expect(text).toMatch(/^sigmoid .*\ntanh .*\nrelu /);
  expect(buttons).toBe(0);
});

test('on paper every listing of every library stands with what it prints', async () => {
  const [all, visible] = await visit(path, { ...desk, javaScript: false }, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    return page.evaluate(() => {
      const parts = [...document.querySelectorAll('code-tabs pre')];
      const seen = parts.filter((part) => part.getBoundingClientRect().height > 0);
      return [parts.length, seen.length];
    });
  });
  expect(all).toBeGreaterThan(60);
  expect(visible).toBe(all);
});

test('the lines that a step of the clinic changes are marked, and the first step has none', async () => {
  const marked = await visit(path, desk, ({ page }) =>
    page.evaluate(() =>
      ['clinic-1', 'clinic-2', 'clinic-6'].map((id) =>
        [...document.querySelectorAll(`#${id} .changed`)].map((line) => line.textContent!.trim()),
      ),
    ),
  );
  expect(marked[0]).toEqual([]);
  expect(marked[1]).toEqual(['H = f(np.dot(X, W) + b)']);
  expect(marked[2]![0]).toBe('D = (G @ V.T) * (Z > 0)');
});

test('copying gives the code and not its output', async () => {
  const [text, said] = await visit(path, desk, async ({ page }) => {
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          write: async (items: ClipboardItem[]) => {
            const blob = await items[0]!.getType('text/plain');
            document.documentElement.dataset['copied'] = await blob.text();
          },
        },
      }),
    );
    const part = page.locator('#clinic-1 .code-part');
    await part.getByRole('button').click();
    await part.locator('[role=status]:not(:empty)').waitFor();
    const copied = await page.evaluate(() => document.documentElement.dataset['copied']);
    return [copied, await part.locator('[role=status]').innerText()];
  });
  expect(text).toMatch(/^import numpy as np\n[^]*print\(H\.shape\)$/);
  expect(said).not.toBe('');
});
