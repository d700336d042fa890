/** Chapter 1 as a reader works through it. */
import { expect, test } from 'vitest';
import { desk, phone, reload, visit } from './page.ts';

const chapter = 'en/chapters/why-nonlinearity-matters/';

test('two layers equal one for any numbers, and part when something bends between them', async () => {
  await visit(chapter, desk, async ({ page }) => {
    const lab = page.locator('collapse-lab');
    const verdict = lab.locator('.verdict');
    await lab.locator('input[name=w111]').fill('2');
    await page.waitForFunction(
      () => document.querySelector('[data-result="0"]')!.textContent === '1.60',
    );
    expect(await verdict.textContent()).toMatch(/agree everywhere/);
    await lab.locator('[data-action=random]').click();
    expect(await verdict.textContent()).toMatch(/agree everywhere/);
    await lab.locator('select[name=bend]').selectOption('relu');
    expect(await verdict.textContent()).toMatch(/part by up to/);
  });
});

test('a number that is half typed loses nothing', async () => {
  await visit(chapter, desk, async ({ page, complaints }) => {
    const cell = page.locator('collapse-lab input[name=w111]');
    await cell.fill('');
    await cell.press('Tab');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name=w111]')!.value === '1.1',
    );
    expect(complaints).toEqual([]);
  });
});

test('a curve is built with the keyboard, and its distance follows', async () => {
  await visit(chapter, desk, async ({ page }) => {
    const builder = page.locator('curve-builder');
    const verdict = builder.locator('.verdict');
    const fitted = await verdict.textContent();
    await builder.locator('[data-action=flat]').click();
    await page.waitForFunction(() =>
      /: 1\.000,/.test(document.querySelector('curve-builder .verdict')!.textContent!),
    );
    await builder.locator('input[name=h1]').focus();
    await page.keyboard.press('ArrowUp');
    expect(await builder.locator('input[name=h1]').inputValue()).toBe('0.05');
    await builder.locator('[data-action=fit]').click();
    expect(await verdict.textContent()).toBe(fitted);
    await builder.locator('select[name=kind]').selectOption('bumps');
    await builder.locator('[data-action=fit]').click();
    expect(await verdict.textContent()).toMatch(/12 hidden units/);
  });
});

test('a choice is marked with the reason behind it', async () => {
  await visit(chapter, desk, async ({ page }) => {
    const question = page.locator('#collapse-bias');
    const mark = question.locator('.mark');
    await question.getByRole('button', { name: 'Check' }).click();
    await mark.filter({ hasText: /Choose one/ }).waitFor();
    await question.getByRole('radio').first().check();
    await question.getByRole('button', { name: 'Check' }).click();
    await mark.filter({ hasText: /does not go straight to the output/ }).waitFor();
    expect(await mark.getAttribute('data-outcome')).toBe('wrong');
    await question.getByRole('radio').nth(1).check();
    await question.getByRole('button', { name: 'Check' }).click();
    await mark.filter({ hasText: /^Right/ }).waitFor();
    expect(await mark.getAttribute('data-outcome')).toBe('right');
  });
});

test.each([
  ['18', 'right', /Right/],
  ['2403', 'wrong', /number in the deep network/],
  ['7', 'wrong', /Not yet/],
  ['many', 'unreadable', /not a number/],
])('the answer %s is marked %s', async (answer, outcome, said) => {
  await visit(chapter, phone, async ({ page }) => {
    const question = page.locator('#count-parameters');
    await question.getByRole('textbox').fill(answer);
    await question.getByRole('textbox').press('Enter');
    await question.locator('.mark', { hasText: said }).waitFor();
    expect(await question.locator('.mark').getAttribute('data-outcome')).toBe(outcome);
  });
});

test('a term opens its definition, also without JavaScript', async () => {
  for (const javaScript of [true, false]) {
    await visit(chapter, { ...phone, javaScript }, async ({ page }) => {
      await page.locator('button[popovertarget=term-pre-activation]').first().press('Enter');
      expect(await page.locator('#term-pre-activation').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.locator('#term-pre-activation').isVisible()).toBe(false);
    });
  }
});

test('the list of sections follows the reader', async () => {
  await visit(chapter, { ...desk, width: 1440 }, async ({ page }) => {
    await page.locator('#exercises').scrollIntoViewIfNeeded();
    await page.evaluate(() => document.getElementById('exercises')!.scrollIntoView());
    await page.waitForFunction(
      () => document.querySelector('.toc [aria-current]')?.textContent === 'Exercises',
    );
  });
});

test('on a phone a link far into the chapter leads there, though what lies between is not laid out', async () => {
  await visit(`${chapter}#any-curve-by-hand`, phone, async ({ page }) => {
    const top = (id: string) => page.locator(`#${id}`).evaluate(topOf);
    expect(await top('any-curve-by-hand')).toBeLessThan(60);
    await page.locator('.toc summary').click();
    await page.locator('.toc a[href="#exercises"]').click();
    await expect.poll(() => top('exercises')).toBeLessThan(60);
    // On the way back up the place that is read stands still while what is above finds its size.
    for (let step = 0; step < 8; step++) {
      const before = await top('exercises');
      await page.mouse.wheel(0, -300);
      await expect.poll(() => top('exercises')).toBeGreaterThan(before + 250);
      expect(await top('exercises')).toBeLessThan(before + 350);
    }
  });
});

/** Runs in the page. */
const topOf = (element: Element) => element.getBoundingClientRect().top;

test('a chosen theme holds on the next page, and for the page where storage is closed', async () => {
  await visit(chapter, { ...desk, colorScheme: 'light' }, async ({ page }) => {
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByRole('button', { name: 'Dark theme' }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await reload(page);
    expect(await ground()).toBe(dark);
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('closed', 'SecurityError');
      };
    });
    await reload(page);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    expect(await ground()).toBe(light);
    expect(await page.locator('theme-toggle [role=status]').textContent()).toMatch(
      /for this page only/,
    );
  });
});

test('references of the chapter come as BibTeX', async () => {
  await visit(chapter, desk, async ({ page }) => {
    const href = await page.getByRole('link', { name: /BibTeX/ }).getAttribute('href');
    const response = await page.request.get(new URL(href!, page.url()).href);
    const bibtex = await response.text();
    expect(bibtex).toContain('@article{leshno-1993,');
    const cited = await page.locator('.references li').count();
    expect(bibtex.match(/^@/gm)).toHaveLength(cited);
  });
});
