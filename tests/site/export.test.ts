/** A network that leaves the laboratory, and comes back. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, visit, type View } from './page.ts';

const view: View = { ...desk, reducedMotion: false };

function menuOn(page: Page) {
  const lab = page.locator('#lab');
  const menu = lab.locator('.trainer-export');
  const choose = (text: string) => menu.getByText(text, { exact: true }).click();
  return {
    lab,
    menu,
    choose,
    code: () => menu.locator('code').innerText(),
    said: () => menu.locator('[data-export=said]').innerText(),
    numbers: () => lab.locator('.trainer-numbers').innerText(),
    file: menu.locator('input[type=file]'),
  };
}

test('the menu follows the keyboard, from the framework to the script', async () => {
  await visit('en/lab/', view, async ({ page, complaints }) => {
    const { menu, code } = menuOn(page);
    await menu.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect.poll(code).toMatch(/import torch[^]*EPOCHS = 60\n/);
    await page.keyboard.press('Tab');
    for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowRight');
    await expect.poll(code).toMatch(/^(?![^]*torch)[^]*import numpy as np\n[^]*EPOCHS = 60\n/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect.poll(code).toMatch(/def predict\(inputs\)/);
    const label = await menu.locator('[data-export=code]').getAttribute('aria-label');
    expect(label).toMatch(/^NumPy, \d+ lines$/);
    expect(complaints).toEqual([]);
  });
});

test('a network comes back from JSON with the weights that it had', async () => {
  await visit('en/lab/', view, async ({ page, complaints }) => {
    const { lab, menu, choose, code, said, numbers, file } = menuOn(page);
    await lab.locator('[data-action=step]').click();
    await expect.poll(() => lab.locator('[data-number=epoch]').innerText()).toBe('61');
    const trained = (await numbers()).replace(/epoch\s+61/, '');
    await menu.locator('summary').click();
    await choose('JSON');
    await expect.poll(code).toMatch(/"epoch": 61,/);
    const buffer = Buffer.from(await code());

    await lab.locator('[name=dataset]').selectOption('moons');
    await expect.poll(numbers).not.toContain(trained);
    await file.setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer });
    await expect.poll(said).toMatch(/^The network is open: 105 weights/);
    await expect.poll(async () => (await numbers()).replace(/epoch\s+0/, '')).toBe(trained);
    expect(await lab.locator('[name=dataset]').inputValue()).toBe('circle');

    const broken = Buffer.from('{"format": "why-neu');
    await file.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: broken });
    await expect.poll(said).toBe('broken.json is not JSON.');
    expect((await numbers()).replace(/epoch\s+0/, '')).toBe(trained);
    expect(complaints).toEqual([]);
  });
});
