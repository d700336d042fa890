/** Experiments that a reader can repeat, and two networks side by side. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, phone, reload, visit, type View } from './page.ts';

const lab = 'en/lab/';
const view: View = { ...desk, reducedMotion: false };

/** An experiment, that of the laboratory page unless said otherwise, with what the tests look at. */
function experimentOn(page: Page, id = 'three-hundred') {
  const figure = page.locator(`#${id}`);
  const status = figure.locator('.experiment-status');
  return {
    figure,
    status,
    button: (action: string) => figure.locator(`[data-action=${action}]`),
    seeds: figure.locator('select[name=seeds]'),
    first: figure.locator('input[name=first]'),
    rate: figure.locator('select[name=learningRate]'),
    says: (text: RegExp) =>
      expect.poll(() => status.innerText(), { timeout: 60_000 }).toMatch(text),
    /** Cells of the results: one row for each function. */
    async results() {
      const table = figure.locator('.experiment-tables');
      if (!(await table.evaluate((fold: HTMLDetailsElement) => fold.open)))
        await table.locator('summary').click();
      const rows = await figure.locator('.experiment-summary tbody tr').all();
      return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
    },
    dots: () =>
      figure
        .locator('.chart-wide path[stroke-linecap]')
        .evaluateAll((paths) =>
          paths.map((path) => path.getAttribute('d')!.split('M').length - 1).join(' '),
        ),
  };
}

test('without JavaScript the recorded result is all there: picture, settings, every run', async () => {
  await visit(lab, { ...phone, javaScript: false }, async ({ page }) => {
    const { figure, status } = experimentOn(page);
    await figure.scrollIntoViewIfNeeded();
    expect(await figure.locator('.chart-narrow svg').isVisible()).toBe(true);
    await expect.poll(() => status.innerText()).toMatch(/300 recorded runs/);
    expect(await figure.locator('.experiment-settings').innerText()).toMatch(
      /learning rate\s*0\.03/,
    );
    expect(await figure.locator('.experiment-runs tbody tr').count()).toBe(100);
    expect(await figure.locator('button').first().isVisible()).toBe(false);
  });
});

test('the book’s own seeds, trained again in the page, agree with the record', async () => {
  await visit(lab, view, async ({ page, complaints }) => {
    const { button, says, figure, results, seeds } = experimentOn(page);
    const recorded = await results();
    await seeds.selectOption('30');
    await says(/until you train it/);
    await button('train').click();
    await says(/^90 networks in .* seeds 1 to 30\. This agrees with the recorded runs/);
    expect(await figure.locator('.experiment-done').innerText()).toBe('90 of 90');
    const trained = await results();
    expect(trained.map(([name, runs]) => [name, runs])).toEqual(
      recorded.map(([name]) => [name, '30']),
    );
    expect(await figure.locator('.experiment-chart').getAttribute('aria-label')).toMatch(/90 runs/);
    expect(complaints).toEqual([]);
  });
});

test('other settings that lead to another result are called so', async () => {
  await visit(lab, view, async ({ page }) => {
    const { button, says, rate, seeds, first, figure } = experimentOn(page);
    await seeds.selectOption('30');
    await first.fill('1000');
    await rate.selectOption('0.3');
    await says(/until you train it/);
    await button('train').click();
    await says(/seeds 1000 to 1029\. This differs .* changed the learning rate.*ReLU: the median/);
    const settings = figure.locator('.experiment-settings');
    expect(await settings.innerText()).toMatch(/learning rate\s*0\.3[\s\S]*1000 to 1029/);
    await expect
      .poll(() => page.url())
      .toMatch(/three-hundred\?seeds=30&first=1000&learningRate=0\.3/);
    await reload(page);
    await says(/as in the link/);
    expect(await first.inputValue()).toBe('1000');
  });
});

test('an experiment that is cancelled keeps what it has', async () => {
  await visit(lab, view, async ({ page }) => {
    const { button, says, seeds, dots } = experimentOn(page);
    await seeds.selectOption('300');
    await button('train').click();
    await expect.poll(() => button('cancel').isEnabled()).toBe(true);
    await says(/^\d+ of 900 networks\. Sigmoid: median/);
    await button('cancel').click();
    await says(/^Cancelled after \d+ of 900/);
    const left = await dots();
    await page.waitForTimeout(500);
    expect(await dots()).toBe(left);
    expect(await button('train').innerText()).toBe('Train 900 networks');
  });
});

test('a single run opens in the laboratory, from its dot and from the table', async () => {
  await visit(lab, view, async ({ page }) => {
    const { figure, results } = experimentOn(page);
    await figure.hover();
    const line = figure.locator('.experiment-run');
    await expect.poll(() => line.innerText()).toMatch(/^Point at a dot/);
    const dot = await figure.locator('.chart-wide svg').evaluate((svg: SVGSVGElement) => {
      const [x, y] = svg
        .querySelector('path[stroke-linecap]')!
        .getAttribute('d')!
        .match(/[\d.]+/g)!
        .map(Number);
      const place = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM()!);
      return { x: place.x, y: place.y };
    });
    await page.mouse.click(dot.x + 2, dot.y + 2);
    await expect
      .poll(() => line.innerText())
      .toMatch(/^Sigmoid, seed \d+: there after \d+ epochs\./);
    expect(await line.locator('a').getAttribute('href')).toMatch(/\/en\/lab\/#v1\/lab\?.*seed=\d+/);
    await results();
    const cell = figure.locator('.experiment-runs tbody tr').nth(6).locator('a').nth(1);
    const link = await cell.getAttribute('href');
    await cell.click();
    await expect.poll(() => page.url()).toContain(link!.split('#')[1]!);
    await expect
      .poll(() => page.locator('#lab [data-setting=seed]').innerText(), { timeout: 30_000 })
      .toBe('7');
  });
});

test('points that an experiment alters are the same in the page, and go along to the laboratory', async () => {
  await visit('en/chapters/relu-for-and-against/', view, async ({ page, complaints }) => {
    const { figure, button, says, results } = experimentOn(page, 'irrelevant');
    await button('train').click();
    await says(/^100 networks in .* seeds 1 to 20\. This agrees with the recorded runs/);
    expect((await results()).map(([name]) => name)).toEqual([
      'ReLU',
      'leaky ReLU',
      'tanh',
      'ReLU, L1 0.01',
      'ReLU, L1 0.03',
    ]);
    await figure.locator('.experiment-runs tbody tr a').first().click();
    await expect
      .poll(() => page.locator('#lab [data-setting=dataset]').innerText(), { timeout: 30_000 })
      .toMatch(/^own points \(120\)/);
    expect(complaints).toEqual([]);
  });
});

test('networks at several epochs stand in a table of pictures, and open in the laboratory', async () => {
  await visit('en/chapters/choosing-an-activation/', phone, async ({ page }) => {
    const stills = page.locator('#stills');
    await stills.scrollIntoViewIfNeeded();
    await expect
      .poll(() => stills.locator('thead th').allInnerTexts())
      .toEqual(['epoch 50', 'epoch 200', 'epoch 600']);
    const pictures = stills.getByRole('img', { name: /^Sigmoid, epoch/ });
    const told = await Promise.all(
      (await pictures.all()).map((picture) => picture.getAttribute('aria-label')),
    );
    expect(told[1]).toMatch(/epoch 200: training loss 0\.4\d*, \d\d % of the training points/);
    expect(told[2]).toMatch(/epoch 600: training loss 0\.00\d*, 100 % of the training points/);
    await stills.getByRole('link', { name: 'train it: Sigmoid in the laboratory' }).click();
    await expect
      .poll(() => page.locator('#lab [data-setting=seed]').innerText(), { timeout: 30_000 })
      .toBe('13');
  });
});

test('where there are no workers, the networks are trained in the page', async () => {
  await visit(lab, view, async ({ page }) => {
    await page.addInitScript(() => {
      window.Worker = function () {
        throw new Error('no workers here');
      } as unknown as typeof Worker;
    });
    await reload(page);
    const { button, says, seeds, figure } = experimentOn(page);
    await seeds.selectOption('10');
    await button('train').click();
    await says(/^30 networks in .* fewer than 20 seeds/i);
    expect(await figure.locator('.experiment-in-page').isVisible()).toBe(true);
  });
});

test('two networks side by side train together, from one set of controls', async () => {
  await visit(lab, { ...phone, reducedMotion: false }, async ({ page, complaints }) => {
    const figure = page.locator('#side-by-side');
    await figure.scrollIntoViewIfNeeded();
    const button = (action: string) => figure.locator(`[data-action=${action}]`);
    const losses = () => figure.locator('[data-number=testLoss]').allInnerTexts();
    const status = figure.locator('.trainer-status');
    await figure.locator('select[name=b]').selectOption('sigmoid');
    await expect.poll(() => status.innerText()).toMatch(/start again, untrained/);
    await button('train').click();
    await expect
      .poll(async () => Number(await figure.locator('[data-epoch]').innerText()))
      .toBeGreaterThan(10);
    await button('train').click();
    await expect.poll(() => status.innerText()).toMatch(/^Paused\. Epoch \d+: Sigmoid, test loss/);
    // The same function from the same weights: the same numbers.
    const [a, b] = await losses();
    expect(a).toBe(b);
    await figure.locator('select[name=b]').selectOption('relu');
    await button('step').click();
    await expect.poll(() => figure.locator('[data-epoch]').innerText()).toBe('1');
    const [sigmoid, relu] = await losses();
    expect(sigmoid).not.toBe(relu);
    expect(await figure.locator('.pair .name').allTextContents()).toContain('ReLU');
    expect(complaints).toEqual([]);
  });
});
