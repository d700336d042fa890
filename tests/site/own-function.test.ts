/** A function of the reader's own: typed, understood, drawn, and sent on to be trained. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, phone, reload, visit } from './page.ts';

const path = 'en/atlas/own/';

const figureOn = (page: Page) => {
  const figure = page.locator('own-function');
  return {
    figure,
    field: figure.locator('[name=formula]'),
    problem: figure.locator('.formula-problem'),
    formula: figure.locator('[data-formula-of=f] math'),
    slope: figure.locator('[data-formula-of=df] math'),
    visibleChart: figure.locator('.chart-area svg:visible'),
    warnings: figure.locator('.own-warnings li'),
    train: figure.locator('[data-train]'),
    property: (name: string) =>
      figure
        .locator('.own-properties div', { has: page.locator('dt', { hasText: name }) })
        .locator('dd'),
  };
};

/** Waits until the formula is typeset anew: everything else is there by then. */
const typesetAs = (page: Page, text: string) =>
  page.waitForFunction(
    // Without spaces and the invisible sign of a function's application.
    (part) =>
      document
        .querySelector('[data-formula-of=f] math')!
        .textContent.replace(/[\s\u2061]/g, '')
        .includes(part),
    text,
  );

test('a typed formula is set, differentiated, drawn, described and linked to the laboratory', async () => {
  await visit(path, desk, async ({ page, complaints }) => {
    const { field, slope, visibleChart, property, train } = figureOn(page);
    const before = await visibleChart.innerHTML();
    await field.fill('max(0, z)^2');
    await typesetAs(page, 'max(0,z)');
    expect(await slope.textContent()).toMatch(/2z.*z>0/);
    expect(await property('Range').textContent()).toBe('[0, ∞)');
    expect(await property('Lipschitz').textContent()).toMatch(/none/);
    expect(await page.locator('.own-honesty').textContent()).toMatch(/largest difference .* is /);
    await page.waitForFunction(
      ([area, old]) => (area as Element).querySelector('svg')!.innerHTML !== old,
      [await page.locator('own-function .chart-wide').elementHandle(), before] as const,
    );
    const href = new URL((await train.getAttribute('href'))!, page.url());
    expect(href.pathname).toMatch(/\/en\/lab\/$/);
    expect(href.hash).toMatch(/^#v1\/lab\?.*activation=own/);
    expect(new URLSearchParams(href.hash.split('?')[1]).get('formula')).toBe('max(0, z)^2');
    expect(complaints).toEqual([]);
  });
});

test('a mistake is marked, said, and put right by one press; the figure keeps what it had', async () => {
  await visit(path, phone, async ({ page }) => {
    const { figure, field, problem, formula } = figureOn(page);
    const before = await formula.textContent();
    await field.fill('z * sigmod(z)');
    await page.waitForFunction(() => document.querySelector('.formula-problem')!.textContent);
    expect(await problem.textContent()).toMatch(
      /“sigmod”, at character 5, .*Did you mean sigmoid\?/,
    );
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.getAttribute('aria-describedby')).toContain(
      await problem.getAttribute('id'),
    );
    expect(await problem.getAttribute('role')).toBe('status');
    expect(await figure.locator('mark').textContent()).toBe('sigmod');
    expect(await formula.textContent()).toBe(before);
    const fix = figure.locator('.formula-fix button');
    expect((await fix.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await fix.click();
    await typesetAs(page, 'zσ(z)');
    expect(await field.inputValue()).toBe('z * sigmoid(z)');
    expect(await field.getAttribute('aria-invalid')).toBeNull();
    expect(await problem.textContent()).toBe('');
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  });
});

test('each parameter gets a slider, which moves curve, facts and address', async () => {
  await visit(path, desk, async ({ page }) => {
    const { figure, field, property } = figureOn(page);
    await field.fill('α tanh(b z)');
    await typesetAs(page, 'α');
    expect(await figure.locator('.own-parameters span').allTextContents()).toEqual(['α', 'b']);
    await figure.locator('input[name=alpha]').fill('2');
    await page.waitForFunction(() => /alpha=2/.test(location.hash));
    expect(await property('Range').textContent()).toBe('(−2, 2)');
    expect(await property('Lipschitz').textContent()).toMatch(/^1, /);
    await reload(page);
    await typesetAs(page, 'α');
    expect(await field.inputValue()).toBe('α tanh(b z)');
    expect(await property('Range').textContent()).toBe('(−2, 2)');
    await figure.locator('[data-action=reset]').click();
    await page.waitForFunction(() => !document.querySelector('.own-parameters input'));
    await page.waitForFunction(() => location.hash === '');
  });
});

test('kinks, poles and places without a value are told', async () => {
  await visit(path, desk, async ({ page }) => {
    const { field, warnings } = figureOn(page);
    await field.fill('ln(z) + |z - 3|');
    await typesetAs(page, 'ln');
    const told = (await warnings.allTextContents()).join(' ');
    expect(told).toMatch(/Not defined for z < 0/);
    expect(told).toMatch(/kink at z = 3/);
  });
});

test('an example is typed by pressing it, by keyboard too', async () => {
  await visit(path, desk, async ({ page }) => {
    const { figure, field } = figureOn(page);
    await figure.locator('.formula-help summary').press('Enter');
    const example = figure.locator('[data-formula]').nth(2);
    await example.press('Enter');
    await typesetAs(page, '∣z∣');
    expect(await field.inputValue()).toBe(await example.getAttribute('data-formula'));
  });
});

test('a link with a formula that cannot be read shows the author’s figure and says so', async () => {
  await visit(`${path}#v1/your-function?formula=z%2B`, desk, async ({ page }) => {
    const { figure, field } = figureOn(page);
    await figure.locator('.figure-notice').waitFor({ state: 'visible' });
    expect(await figure.locator('.figure-notice').textContent()).toMatch(/cannot be read/);
    expect(await field.inputValue()).toBe('z * sigmoid(1.7 z)');
  });
});

test('a formula from a link cannot put markup or script into the page', async () => {
  const formula = encodeURIComponent('<img src=x onerror=alert(1)>z');
  await visit(`${path}#v1/your-function?formula=${formula}`, desk, async ({ page, complaints }) => {
    await page.locator('own-function .figure-notice').waitFor({ state: 'visible' });
    expect(await page.locator('own-function img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
