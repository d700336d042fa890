/** Plots under a reader's hand. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, phone, reload, visit } from './page.ts';

const elu = 'en/atlas/elu/';
const chapter = 'en/chapters/why-nonlinearity-matters/';

/** The first plot of the page, with what the tests look at. */
const plotOn = (page: Page) => {
  const plot = page.locator('activation-plot').first();
  return {
    plot,
    z: plot.locator('input[name=z]'),
    shownZ: plot.locator('[data-z]'),
    f: plot.locator('[data-f]').first(),
    visibleChart: plot.locator('.chart-area svg:visible'),
    facts: plot.locator('.facts dd'),
    notice: plot.locator('.figure-notice'),
  };
};

test('z moves by keyboard, and every step is spoken', async () => {
  await visit(elu, desk, async ({ page }) => {
    const { z, shownZ } = plotOn(page);
    await z.focus();
    const before = await z.getAttribute('aria-valuetext');
    await z.press('ArrowRight');
    await page.waitForFunction(
      (old) => document.activeElement?.getAttribute('aria-valuetext') !== old,
      before,
    );
    expect(await z.getAttribute('aria-valuetext')).toMatch(/z = .* ELU = .* slope/);
    expect(await z.getAttribute('aria-valuetext')).toContain(`z = ${await shownZ.textContent()}`);
  });
});

test('dragging along the curve moves z without drawing the chart again', async () => {
  await visit(elu, desk, async ({ page }) => {
    const { visibleChart, shownZ, f } = plotOn(page);
    await visibleChart.hover();
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /live-plot/.test(name)),
    );
    const svg = (await visibleChart.elementHandle())!;
    const { x, y, width, height } = (await visibleChart.boundingBox())!;
    await page.mouse.move(x + width / 3, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 4, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(
      (cell) => Number(cell!.textContent!.replace('−', '-')) < -2,
      await shownZ.elementHandle(),
    );
    expect(Number((await f.textContent())!.replace('−', '-'))).toBeLessThan(-0.8);
    expect(await svg.evaluate((element) => element.isConnected)).toBe(true);
  });
});

test('a finger that moves down the page still scrolls it', async () => {
  await visit(elu, phone, async ({ page }) => {
    const touch = await page
      .locator('.chart-area')
      .first()
      .evaluate((area) => getComputedStyle(area).touchAction);
    expect(touch).toBe('pan-y');
  });
});

test('a parameter moves curve, formula, facts and table together; reset brings all back', async () => {
  await visit(elu, desk, async ({ page }) => {
    const { plot, facts, visibleChart } = plotOn(page);
    const look = async () => ({
      curve: await visibleChart.innerHTML(),
      range: await facts.first().textContent(),
      formula: await plot.locator('.live-formula').textContent(),
      lowest: await plot.locator('.data-table tbody td').first().textContent(),
    });
    await visibleChart.hover();
    const before = await look();
    await plot.locator('input[name=alpha]').fill('2');
    await page.waitForFunction(
      ([area, old]) => (area as Element).querySelector('svg:not([hidden])')!.innerHTML !== old,
      [await plot.locator('.chart-wide').elementHandle(), before.curve] as const,
    );
    const after = await look();
    expect(after.range).toBe('(−2, ∞)');
    for (const part of ['curve', 'range', 'formula', 'lowest'] as const) {
      expect(after[part], part).not.toBe(before[part]);
    }
    await plot.locator('[data-action=reset]').click();
    await page.waitForFunction(
      (dd) => dd!.textContent === '(−1, ∞)',
      await facts.first().elementHandle(),
    );
    expect((await look()).lowest).toBe(before.lowest);
  });
});

test('the very first press on a chart counts', async () => {
  await visit(elu, desk, async ({ page }) => {
    const { visibleChart, shownZ } = plotOn(page);
    const before = await shownZ.textContent();
    const { x, y, width, height } = (await visibleChart.boundingBox())!;
    await page.mouse.move(x + width / 4, y + height / 2);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForFunction(([cell, old]) => (cell as Element).textContent !== old, [
      await shownZ.elementHandle(),
      before,
    ] as const);
    expect(await shownZ.textContent()).toMatch(/^−[23]/);
  });
});

test('at a kink no slope is claimed and no tangent drawn', async () => {
  await visit('en/atlas/relu/', desk, async ({ page }) => {
    const { plot, z, visibleChart } = plotOn(page);
    await z.fill('0');
    await page.waitForFunction(() => /kink/.test(document.querySelector('[data-df]')!.textContent));
    expect(await z.getAttribute('aria-valuetext')).toMatch(/slope none: a kink/);
    await visibleChart
      .locator('.cursor-under line[visibility=hidden]')
      .waitFor({ state: 'attached' });
    await plot.locator('input[name=z]').fill('1');
    await page.waitForFunction(() => document.querySelector('[data-df]')!.textContent === '1.000');
  });
});

test('the way back to a figure’s state keeps the page as the reader left it', async () => {
  await visit(chapter, { ...desk, width: 1440 }, async ({ page }) => {
    await plotOn(page).z.fill('2');
    await page.waitForFunction(() => location.hash.startsWith('#v1/'));
    await page.evaluate(() => Object.assign(window, { sameVisit: true }));
    await page.locator('.toc a').last().click();
    await page.waitForFunction(() => location.hash === '#references');
    await page.goBack();
    await page.waitForFunction(() => location.hash.startsWith('#v1/'));
    expect(await page.evaluate(() => 'sameVisit' in window)).toBe(true);
    expect(await plotOn(page).shownZ.textContent()).toBe('2.00');
  });
});

test('a turned phone shows the figure in its present state', async () => {
  await visit(elu, desk, async ({ page }) => {
    const { plot } = plotOn(page);
    const narrow = plot.locator('.chart-narrow');
    const asBuilt = await narrow.innerHTML();
    await plot.locator('input[name=alpha]').fill('2');
    await page.waitForFunction(
      () => document.querySelector('.facts dd')!.textContent === '(−2, ∞)',
    );
    await page.setViewportSize(phone);
    await page.waitForFunction(([chart, old]) => (chart as Element).innerHTML !== old, [
      await narrow.elementHandle(),
      asBuilt,
    ] as const);
    expect(await narrow.isVisible()).toBe(true);
  });
});

test('derivative, tangent and flat regions can be shown and hidden', async () => {
  await visit(elu, desk, async ({ page }) => {
    const { plot, visibleChart } = plotOn(page);
    const dashed = visibleChart.locator('[stroke-dasharray="6 4"]');
    const shade = visibleChart.locator('[fill-opacity="0.14"] rect, rect[fill-opacity="0.14"]');
    expect([await dashed.count(), await shade.count()]).toEqual([1, 0]);
    await plot.locator('input[name=derivative]').uncheck();
    await plot.locator('input[name=saturation]').check();
    await shade.first().waitFor({ state: 'attached' });
    expect(await dashed.count()).toBe(0);
    await plot.locator('input[name=tangent]').uncheck();
    await visibleChart
      .locator('.cursor-under line[visibility=hidden]')
      .waitFor({ state: 'attached' });
  });
});

test('the state is in the address: reload and link bring it back', async () => {
  await visit(elu, desk, async ({ page }) => {
    const { plot, z } = plotOn(page);
    await z.fill('2.5');
    await plot.locator('input[name=alpha]').fill('0.5');
    await page.waitForFunction(() => /^#v1\/.*alpha=0\.5/.test(location.hash));
    await reload(page);
    await page.waitForFunction(
      () => document.querySelector('.facts dd')!.textContent === '(−0.5, ∞)',
    );
    expect(await plotOn(page).shownZ.textContent()).toBe('2.50');
  });
});

test.each([
  ['#v1/ID?z=soon', /not a number/],
  ['#v1/ID?z=99', /outside its range/],
  ['#v1/ID?colour=red', /not known/],
])('a mangled link (%s) gives the author’s figure and says so', async (hash, said) => {
  await visit(elu, desk, async ({ page }) => {
    const id = await page.locator('figure[id]').first().getAttribute('id');
    await page.goto(page.url() + hash.replace('ID', id!));
    const { notice } = plotOn(page);
    await notice.waitFor({ state: 'visible' });
    expect(await notice.textContent()).toMatch(said);
  });
});

test.each([
  ['#v9/relu?z=1', /another edition/],
  ['#v1/no-such-figure?z=1', /not on this page/],
])('a link that the page cannot follow (%s) is explained', async (hash, said) => {
  await visit(chapter + hash, desk, async ({ page, complaints }) => {
    const notice = page.locator('.page-notice');
    await notice.waitFor({ state: 'visible' });
    expect(await notice.textContent()).toMatch(said);
    expect(complaints).toEqual([]);
  });
});

test('a figure is copied as link, picture and numbers', async () => {
  await visit(elu, desk, async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const { plot, z } = plotOn(page);
    await z.fill('1.5');
    await plot.locator('.share summary').click();
    const copy = async (format: string) => {
      await plot.locator('.share [role=status]').evaluate((status) => (status.textContent = ''));
      await plot.locator(`[data-copy=${format}]`).click();
      await page.waitForFunction(
        () => document.querySelector('.share [role=status]')!.textContent !== '',
      );
      expect(await plot.locator('.share [role=status]').textContent()).toBe('Copied.');
      return page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const type = item!.types[0]!;
        const blob = await item!.getType(type);
        return { type, size: blob.size, text: type.startsWith('text') ? await blob.text() : '' };
      });
    };
    expect((await copy('link')).text).toMatch(/\/en\/atlas\/elu\/#v1\/.*z=1\.5/);
    const svg = await copy('svg');
    expect(svg.text).toMatch(/^<svg/);
    expect(svg.text).not.toMatch(/var\(|currentcolor/i);
    const csv = (await copy('csv')).text.trim().split('\n');
    expect(csv[0]).toBe("z,elu,elu'");
    expect(csv).toHaveLength(242);
    expect(await copy('png')).toMatchObject({ type: 'image/png' });
  });
});

test('where the clipboard is closed, a file is saved instead', async () => {
  await visit(elu, desk, async ({ page }) => {
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('closed'));
    });
    const { plot } = plotOn(page);
    await plot.locator('.share summary').click();
    const download = page.waitForEvent('download');
    await plot.locator('[data-copy=csv]').click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    expect(await plot.locator('.share [role=status]').textContent()).toMatch(/file was saved/);
  });
});
