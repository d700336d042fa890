/** Plots under a reader's hand. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, phone, reload, settle, visit } from './page.ts';

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

/** Brings a chart into sight, and waits until what came with it has its size. */
async function show(page: Page, area: Locator) {
  await area.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await settle(page);
}

/** Moves a finger from a quarter of the width of a chart; without a way it taps. */
async function finger(page: Page, area: Locator, across = 0, along = 0) {
  await show(page, area);
  const { x, y, width, height } = (await area.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share = 0) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [{ x: x + width / 4 + across * share, y: y + height / 2 + along * share }],
    });
  await touch('touchStart');
  for (let i = 1; i <= 10 && (across || along); i++) await touch('touchMove', i / 10);
  await touch('touchEnd');
  await session.detach();
}

test.each([
  ['a plot', elu, 'activation-plot'],
  ['a plot of several', 'en/chapters/tanh-versus-sigmoid/', 'activation-plot'],
  ['an own function', 'en/atlas/own/', 'own-function'],
  ['a question', 'en/chapters/what-makes-a-good-activation/', '#steepest-silu'],
])(
  'a finger scrolls the page over %s; going across or tapping it moves z',
  async (_, path, host) => {
    await visit(path, phone, async ({ page }) => {
      const figure = page.locator(host).first();
      const area = figure.locator('.chart-area');
      const slider = figure.locator('input[type=range]').first();
      const z = async () => Number(await slider.inputValue());
      const before = await z();
      // It is asleep at first, then awake.
      for (const way of [-200, 150]) {
        await show(page, area);
        const top = await page.evaluate(() => scrollY);
        await finger(page, area, 5, way);
        await expect
          .poll(async () => Math.abs((await page.evaluate(() => scrollY)) - top))
          .toBeGreaterThan(50);
        await page.waitForLoadState('networkidle');
        expect(await z()).toBe(before);
      }
      await finger(page, area, 120, 10);
      await expect.poll(z).toBeGreaterThan(0);
      await finger(page, area);
      await expect.poll(z).toBeLessThan(-1);
    });
  },
);

test('a tap counts that comes before the plot is awake', async () => {
  await visit(elu, phone, async ({ page }) => {
    const { plot, z } = plotOn(page);
    await finger(page, plot.locator('.chart-area'));
    await expect.poll(async () => Number(await z.inputValue())).toBeLessThan(-2);
  });
});

test('the slider shows the z of the read-out, and goes on by twentieths', async () => {
  await visit('en/atlas/relu/#v1/plot?z=1.23', desk, async ({ page }) => {
    const { z, shownZ } = plotOn(page);
    await page.waitForFunction(() => document.querySelector('[data-z]')!.textContent === '1.23');
    expect(await z.inputValue()).toBe('1.23');
    for (const [key, next] of [
      ['ArrowRight', '1.25'],
      ['ArrowRight', '1.30'],
      ['ArrowLeft', '1.25'],
      ['End', '6.00'],
    ] as const) {
      await z.press(key);
      expect(await shownZ.textContent()).toBe(next);
      expect(Number(await z.inputValue())).toBe(Number(next));
    }
    const { x, y, width, height } = (await z.boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 3, y + height / 2, { steps: 7 });
    await page.mouse.up();
    const dragged = Number(await z.inputValue());
    expect(dragged).toBeLessThan(-1);
    expect(Math.round(dragged * 20) / 20).toBe(dragged);
    expect((await shownZ.textContent())!.replace('−', '-')).toBe(dragged.toFixed(2));
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

test('the table tells of a kink what the read-out does', async () => {
  await visit('en/atlas/prelu/', desk, async ({ page }) => {
    const row = plotOn(page).plot.locator('.data-table tbody tr', {
      has: page.locator('th', { hasText: /^0$/ }),
    });
    const cells = await row.locator('td').allTextContents();
    expect(cells).toEqual(['0.000', 'none: a kink (programs say 0.25)']);
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
  ['#v1%2FID%3Fz%3Dsoon', /“soon” for pre-activation z, which is not a number; −1 is used/],
  ['#V1/ID?z=1?x', /“1\?x” for pre-activation z/],
  ['#v1/ID?z=1&z=2', /pre-activation z more than once; 2 is used/],
  ['#v1/ID?alpha=9', /9 for α, outside its range; 3 is used/],
  ['#v1/ID?alpha=0.123', /0.123 for α, more exact than it can be set; 0.1 is used/],
  ['#v1/ID?tangent=7', /“7” for tangent, which can only be on or off; it is on/],
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
  ['#v1relu?z=1', /damaged/],
  ['#garbage/relu?z=1', /damaged/],
  ['#v1/relu?z=1/relu?z=2', /more than once \(relu\)/],
])('a link that the page cannot follow (%s) is explained', async (hash, said) => {
  await visit(chapter + hash, phone, async ({ page, complaints }) => {
    const notice = page.locator('.page-notice');
    await notice.waitFor({ state: 'visible' });
    expect(await notice.textContent()).toMatch(said);
    if (!hash.includes('/relu?z=1/relu')) {
      const { y, height } = (await notice.boundingBox())!;
      expect(y + height, 'it is on the screen').toBeLessThanOrEqual(phone.height);
    }
    expect(complaints).toEqual([]);
  });
});

test('a place on the page is reached without a word, whatever it is called', async () => {
  await visit(`${chapter}#references`, desk, async ({ page }) => {
    expect(await page.locator('.page-notice').isVisible()).toBe(false);
    await page.evaluate(() => {
      document.querySelector('h2')!.id = 'why/bend?';
      location.hash = '#why/bend?';
    });
    expect(await page.locator('.page-notice').isVisible()).toBe(false);
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
    expect(svg.text).not.toMatch(/var\(|currentcolor|aria-hidden/i);
    const alt = await plot.locator('.chart-area').getAttribute('aria-label');
    expect(svg.text).toContain(`role="img"`);
    expect(svg.text).toContain(`<title>${alt!}</title>`);
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
