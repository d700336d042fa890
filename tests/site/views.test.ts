/** The inside of a network: its diagram, its dead units, and backpropagation step by step. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { desk, phone, visit, type View } from './page.ts';

const lab = 'en/lab/';
const view: View = { ...desk, reducedMotion: false };

const panel = (page: Page, name: string): Locator => page.locator(`[data-panel=${name}]`);

/** Opens a part of the laboratory and waits until it is live. */
async function open(page: Page, name: string, live: string) {
  const part = panel(page, name);
  await part.locator('summary').first().click();
  await part.locator(live).first().waitFor();
  return part;
}

const text = (part: Locator, place: string) => part.locator(place).innerText();

describe('the diagram of the network', () => {
  test('goes from unit to unit by arrow keys, and says the numbers of each', async () => {
    await visit(lab, view, async ({ page, complaints }) => {
      const part = await open(page, 'network', 'button.net-unit');
      const units = part.locator('button.net-unit');
      expect(
        await units.evaluateAll((all) => all.filter((unit) => unit.tabIndex === 0).length),
      ).toBe(1);
      await units.first().focus();
      const label = () => page.evaluate(() => document.activeElement!.getAttribute('aria-label'));
      expect(await label()).toMatch(/^layer 1, unit 1: bias .*weights .*; h from /);
      await page.keyboard.press('ArrowDown');
      expect(await label()).toMatch(/^layer 1, unit 2: /);
      await page.keyboard.press('ArrowRight');
      expect(await label()).toMatch(/^layer 2, unit \d: /);
      await page.keyboard.press('End');
      expect(await label()).toMatch(/^output: .*; o from /);
      expect(await text(part, '.net-readout')).toBe(await label());
      expect(complaints).toEqual([]);
    });
  });

  test('says the weight under the pointer', async () => {
    await visit(lab, view, async ({ page }) => {
      const part = await open(page, 'network', 'button.net-unit');
      const box = (await part.locator('button.net-unit').first().boundingBox())!;
      const input = (await part.locator('.net-input').first().boundingBox())!;
      const middle = (a: typeof box) => [a.x + a.width / 2, a.y + a.height / 2] as const;
      const [[x1, y1], [x2, y2]] = [middle(input), middle(box)];
      await page.mouse.move(x1 + 0.7 * (x2 - x1), y1 + 0.7 * (y2 - y1));
      await expect
        .poll(() => text(part, '.net-readout'))
        .toMatch(/^Weight from input x₁ to layer 1, unit 1: /);
    });
  });

  test('changes while the network trains', async () => {
    await visit(lab, view, async ({ page }) => {
      const part = await open(page, 'network', 'button.net-unit');
      const picture = () =>
        part
          .locator('button.net-unit canvas')
          .last()
          .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
      const before = await picture();
      await page.locator('#lab [data-action=train]').click();
      await expect.poll(picture).not.toBe(before);
    });
  });
});

test('a table that is open before the view lives stays open, and keeps the focus', async () => {
  await visit(lab, view, async ({ page }) => {
    const part = panel(page, 'gradients');
    await part.locator('summary').first().click();
    const fold = part.locator('.data-table');
    await fold.locator('summary').click();
    const before = await text(fold, 'tbody');
    await page.locator('#lab [data-action=step]').press('Enter');
    await fold.locator('summary').focus();
    await expect.poll(() => text(fold, 'tbody')).not.toBe(before);
    expect(await fold.locator('summary').evaluate((one) => one.matches('[open] > :focus'))).toBe(
      true,
    );
  });
});

test('histograms and gradients tell of every layer in words', async () => {
  await visit(lab, view, async ({ page }) => {
    const part = await open(page, 'histograms', '[data-quantity] [role=img]');
    const labels = await part
      .locator('[role=img]')
      .evaluateAll((all) => all.map((picture) => picture.getAttribute('aria-label')));
    const layers = await part.locator('.view-layer').count();
    // The output layer has no activations to show.
    expect(labels).toHaveLength(3 * layers - 1);
    for (const label of labels) expect(label).toMatch(/half of them between .* and .*, on an axis/);
    await panel(page, 'gradients').locator('summary').first().click();
    await expect
      .poll(() => panel(page, 'gradients').locator('[role=img]').first().getAttribute('aria-label'))
      .toMatch(/layer 1 .*, output /);
  });
});

describe('backpropagation step by step', () => {
  test('the first press counts, and arrow keys go forwards and backwards', async () => {
    await visit(lab, view, async ({ page, complaints }) => {
      const walk = page.locator('#by-hand');
      const position = () => text(walk, '.bp-controls output');
      const steps = Number((await position()).match(/of (\d+)/)![1]);
      expect(await position()).toBe(`step ${steps} of ${steps}`);
      await walk.locator('[data-go=next]').click();
      await expect.poll(position).toBe(`step 1 of ${steps}`);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await position()).toBe(`step 3 of ${steps}`);
      await page.keyboard.press('ArrowLeft');
      expect(await text(walk, '.bp-step')).toMatch(/Pre-activation of layer 1, unit 1/);
      await expect.poll(() => page.url()).toMatch(/by-hand\?step=2/);
      expect(complaints).toEqual([]);
    });
  });

  test('the gradient is compared with difference quotients, for another function too', async () => {
    await visit(lab, view, async ({ page }) => {
      const walk = page.locator('#by-hand');
      await walk.locator('select[name=activation]').selectOption('gelu');
      await expect.poll(() => text(walk, '.bp-step')).toMatch(/Gradient of the weights/);
      await expect.poll(() => text(walk, '[data-part=check]')).toMatch(/They agree\.$/);
      await expect.poll(() => page.url()).toMatch(/activation=gelu/);
    });
  });

  test('walks through the network of the laboratory, from another point', async () => {
    await visit(lab, view, async ({ page }) => {
      const part = await open(page, 'steps', '.bp-step');
      const before = await text(part, '[data-point]');
      await part.locator('[name=point]').fill('3');
      await expect.poll(() => text(part, '[data-point]')).not.toBe(before);
      await part.locator('[data-go=back]').click();
      const [, step, steps] = (await text(part, '.bp-controls output')).match(/(\d+) of (\d+)/)!;
      expect(Number(step)).toBe(Number(steps) - 1);
    });
  });
});

describe('without JavaScript', () => {
  const still: View = { ...phone, javaScript: false };

  test('every view has its picture and its words, every step is in the table, and nothing is dead', async () => {
    await visit(lab, still, async ({ page }) => {
      for (const name of ['network', 'histograms', 'gradients', 'dead'])
        expect(await page.locator(`[data-view=${name}] [role=img]`).count(), name).toBeGreaterThan(
          0,
        );
      await page.locator('#by-hand .bp-table summary').click();
      const rows = await page.locator('#by-hand .bp-table tbody tr').count();
      expect(rows).toBeGreaterThan(20);
      expect(await page.locator('#by-hand').getByRole('button').count()).toBe(0);
      expect(await page.locator('[data-view=network] button').count()).toBe(0);
    });
  });
});

test('on a phone the page does not scroll sideways, however many views are open', async () => {
  await visit(lab, phone, async ({ page }) => {
    await open(page, 'network', 'button.net-unit');
    for (const name of ['histograms', 'gradients', 'dead', 'steps'])
      await panel(page, name).locator('summary').first().click();
    await page.locator('#lab [data-action=step]').click();
    const { scrolls, width } = await page.evaluate(() => ({
      scrolls: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    expect(scrolls).toBeLessThanOrEqual(width);
  });
});
