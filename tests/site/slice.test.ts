/** Functions of several numbers under a reader's hand: one input moves, the others bend the curves. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, phone, reload, visit } from './page.ts';

const ids = ['softmax', 'log-softmax', 'maxout', 'glu', 'swiglu', 'geglu', 'reglu'];
const pageOf = (id: string) => `en/atlas/${id}/`;

const sliceOn = (page: Page) => {
  const slice = page.locator('slice-plot');
  return {
    slice,
    moving: slice.locator('.slider-main input'),
    shown: slice.locator('.readout [data-at]'),
    readings: slice.locator('[data-reading]'),
    chart: slice.locator('.chart-area svg:visible'),
    notice: slice.locator('.figure-notice'),
  };
};

const awake = (page: Page) =>
  page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /live-slice/.test(name)),
  );

test.each(ids)('%s: the point moves by keyboard, and every step is spoken', async (id) => {
  await visit(pageOf(id), desk, async ({ page, complaints }) => {
    const { moving, shown } = sliceOn(page);
    const before = await moving.getAttribute('aria-valuetext');
    await moving.focus();
    await moving.press('ArrowRight');
    await page.waitForFunction(
      (old) => document.activeElement?.getAttribute('aria-valuetext') !== old,
      before,
    );
    const said = await moving.getAttribute('aria-valuetext');
    expect(said).toContain(`= ${await shown.textContent()}: `);
    expect(said).toMatch(/slope/);
    expect(complaints).toEqual([]);
  });
});

test('dragging along the curves moves the point without drawing the chart again', async () => {
  await visit(pageOf('softmax'), desk, async ({ page }) => {
    const { chart, shown, readings } = sliceOn(page);
    await chart.hover();
    await awake(page);
    const svg = (await chart.elementHandle())!;
    const { x, y, width, height } = (await chart.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 0.8 * width, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(
      (cell) => Number(cell!.textContent) > 4,
      await shown.elementHandle(),
    );
    expect(Number(await readings.first().textContent())).toBeGreaterThan(0.9);
    expect(await svg.evaluate((element) => element.isConnected)).toBe(true);
  });
});

test('a slider bends the curves, and numbers and table follow; reset brings all back', async () => {
  await visit(pageOf('maxout'), desk, async ({ page }) => {
    const { slice, chart, readings } = sliceOn(page);
    const look = async () => ({
      curves: await chart.innerHTML(),
      value: await readings.first().textContent(),
      lowest: await slice.locator('.data-table tbody td').first().textContent(),
    });
    const before = await look();
    await slice.locator('input[name=w1]').fill('2');
    await slice.locator('input[name=b1]').fill('3');
    await expect.poll(async () => (await look()).curves).not.toBe(before.curves);
    const after = await look();
    // 2 · 0.5 + 3 is on top of the other two.
    expect(after.value).toBe('4.000');
    expect(after.lowest).not.toBe(before.lowest);
    // On paper there are no sliders to say it.
    expect(await page.locator('#plot figcaption').textContent()).toContain('w₁ = 2, b₁ = 3,');
    await slice.locator('[data-action=reset]').click();
    await expect.poll(async () => (await look()).value).toBe(before.value);
    expect((await look()).lowest).toBe(before.lowest);
  });
});

test('with v at 0 only the value learns', async () => {
  await visit(pageOf('swiglu'), desk, async ({ page }) => {
    const { slice, moving, readings } = sliceOn(page);
    await moving.fill('2');
    await slice.locator('input[name=v]').fill('0');
    await expect.poll(() => readings.allTextContents()).toEqual(['0.000', '0.000', '1.762']);
  });
});

test('at a kink no slope is claimed, neither in words nor by a point', async () => {
  await visit(pageOf('reglu'), desk, async ({ page }) => {
    const { chart, moving, readings } = sliceOn(page);
    await moving.fill('0');
    await expect.poll(() => readings.nth(1).textContent()).toMatch(/kink/);
    await chart.locator('.cursor circle[visibility=hidden]').waitFor({ state: 'attached' });
    await moving.fill('1');
    await expect.poll(() => readings.nth(1).textContent()).toBe('1.000');
  });
});

test('the slopes can be hidden', async () => {
  await visit(pageOf('log-softmax'), desk, async ({ page }) => {
    const { slice, chart } = sliceOn(page);
    const dashed = chart.locator('[stroke-dasharray="6 4"]');
    expect(await dashed.count()).toBe(3);
    await slice.locator('input[name=derivative]').uncheck();
    await expect.poll(() => dashed.count()).toBe(0);
  });
});

test('the state is in the address: a reload brings it back', async () => {
  await visit(pageOf('softmax'), desk, async ({ page }) => {
    const { slice, moving } = sliceOn(page);
    await moving.fill('2.5');
    await slice.locator('input[name=z3]').fill('2');
    await page.waitForFunction(() => /^#v1\/plot\?z1=2\.5&z3=2$/.test(location.hash));
    await reload(page);
    await expect.poll(() => sliceOn(page).shown.textContent()).toBe('2.50');
    expect(await slice.locator('output[data-of=z3]').textContent()).toBe('2');
  });
});

test.each([
  ['#v1/plot?z1=soon', /not a number/],
  ['#v1/plot?z2=99', /outside its range/],
  ['#v1/plot?w1=1', /not known/],
])('a mangled link (%s) gives the author’s figure and says so', async (hash, said) => {
  await visit(pageOf('softmax') + hash, desk, async ({ page }) => {
    const { notice } = sliceOn(page);
    await notice.waitFor({ state: 'visible' });
    expect(await notice.textContent()).toMatch(said);
  });
});

test('the numbers behind the curves can be copied', async () => {
  await visit(pageOf('glu'), desk, async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const { slice } = sliceOn(page);
    await slice.locator('.share summary').click();
    await slice.locator('[data-copy=csv]').click();
    await expect.poll(() => slice.locator('.share [role=status]').textContent()).toBe('Copied.');
    const csv = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n');
    expect(csv[0]).toBe('u,GLU,∂/∂u');
    expect(csv).toHaveLength(242);
  });
});

test.each(ids)('%s is whole without JavaScript, on a phone', async (id) => {
  await visit(pageOf(id), { ...phone, javaScript: false }, async ({ page }) => {
    const { slice, chart, readings } = sliceOn(page);
    expect(await chart.locator('.cursor circle').count()).toBeGreaterThan(1);
    expect(await slice.locator('.controls').isVisible()).toBe(false);
    expect(await slice.locator('.chart-area').getAttribute('aria-label')).not.toBe('');
    expect(await page.locator('#plot figcaption').innerText()).toMatch(/ Here \S+ = /);
    expect((await readings.allTextContents()).join('')).not.toMatch(/NaN|undefined/);
    expect(await page.locator('#properties + .properties dd').count()).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
  });
});
