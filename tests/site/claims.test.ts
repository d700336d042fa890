/** Claims on trial: what a reader does with them in a browser. */
import { expect, test } from 'vitest';
import { desk, phone, reload, visit } from './page.ts';

const path = 'en/claims/';

test('the reader’s expectation stands beside the verdict, by keyboard', async () => {
  const [before, other, same] = await visit(path, desk, async ({ page }) => {
    const claim = page.locator('#C01');
    const mark = claim.locator('.claim-mark');
    const first = await mark.textContent();
    await claim.getByRole('radio', { name: 'True', exact: true }).focus();
    await page.keyboard.press('Space');
    await claim.locator('summary').focus();
    await page.keyboard.press('Enter');
    const second = await mark.innerText();
    await claim.getByRole('radio', { name: 'False' }).check();
    return [first, second, await mark.innerText()];
  });
  expect(before).toBe('');
  expect(other).toBe('You expected: true.');
  expect(same).toBe('You expected it.');
});

test('a choice of claims is counted, and a link reopens it', async () => {
  const shown = () =>
    [...document.querySelectorAll<HTMLElement>('li[data-number]')]
      .filter((claim) => claim.checkVisibility())
      .map(({ dataset }) => dataset['verdict']);
  const [all, some, reopened, count] = await visit(path, phone, async ({ page }) => {
    const first = await page.evaluate(shown);
    await page.locator('[name=verdict]').selectOption('unproven');
    const second = await page.evaluate(shown);
    await page.waitForURL(/#v1\/claims\?verdict=unproven/);
    await reload(page);
    const words = await page.locator('.filter-count').innerText();
    return [first, second, await page.evaluate(shown), words];
  });
  expect(all.length).toBeGreaterThan(60);
  expect(some).toEqual(['unproven', 'unproven']);
  expect(reopened).toEqual(some);
  expect(count).toBe(`2 of ${all.length} claims`);
});

test('sorted by verdict, the true ones come first, and the way back is the old order', async () => {
  const numbers = () =>
    [...document.querySelectorAll<HTMLElement>('li[data-number]')].map(
      ({ dataset }) => dataset['number']!,
    );
  const [before, sorted, after] = await visit(path, desk, async ({ page }) => {
    const first = await page.evaluate(numbers);
    await page.locator('[name=sort]').selectOption('verdict');
    const second = await page.evaluate(numbers);
    await page.locator('[name=sort]').selectOption('chapter');
    return [first, second, await page.evaluate(numbers)];
  });
  expect(sorted.slice(0, 2)).toEqual(['C51', 'C53']);
  expect(after).toEqual(before);
});

test('on paper and without JavaScript every verdict and every statement can be read', async () => {
  const view = { ...desk, javaScript: false };
  const [claims, verdicts, statements, choices] = await visit(path, view, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    return page.evaluate(() =>
      ['.claim', '.claim-verdict', '.claim-true', '.claim-predict'].map(
        (part) =>
          [...document.querySelectorAll(part)].filter(
            (one) => one.getBoundingClientRect().height > 0,
          ).length,
      ),
    );
  });
  expect(claims).toBeGreaterThan(60);
  expect(verdicts).toBe(claims);
  expect(statements).toBe(claims);
  expect(choices).toBe(0);
});
