/** Networks that train under a reader's hand. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { desk, phone, reload, visit, type View } from './page.ts';

const chapter = 'en/chapters/why-nonlinearity-matters/';
/** A figure that goes on from its still. */
const [bends, step] = ['en/chapters/what-makes-a-good-activation/', 'step'];
const view: View = { ...desk, reducedMotion: false };

/** A trainer of the chapter, with what the tests look at. */
function trainerOn(page: Page, id = 'circle-relu') {
  const figure = page.locator(`#${id}`);
  const number = (name: string) => figure.locator(`[data-number=${name}]`).innerText();
  const button = (action: string) => figure.locator(`[data-action=${action}]`);
  const says = (text: RegExp) =>
    expect
      .poll(() => figure.locator('.trainer-status').innerText(), { timeout: 30_000 })
      .toMatch(text);
  return {
    figure,
    button,
    select: (name: string) => figure.locator(`select[name=${name}]`),
    status: figure.locator('.trainer-status'),
    plane: figure.locator('.trainer-plane'),
    epoch: async () => Number.parseInt(await number('epoch')),
    testLoss: async () => Number.parseFloat(await number('testLoss')),
    accuracy: async () => Number.parseFloat(await number('accuracy')),
    /** The live surface, for comparing. */
    picture: () =>
      figure.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL()),
    numbers: () => figure.locator('.trainer-numbers').innerText(),
    says,
    /** Trains until it stops by itself. */
    async trainOut() {
      await button('train').click();
      await says(/stops here by itself/);
    },
  };
}

test('training starts only when asked, from the picture of the page', async () => {
  await visit(bends, view, async ({ page }) => {
    const { figure, button, status, epoch, says } = trainerOn(page, step);
    await figure.hover();
    await button('reset').focus();
    await page.waitForTimeout(1500);
    expect(await epoch()).toBe(40);
    expect(await status.innerText()).toMatch(/after 40 epochs/);
    expect(page.workers()).toEqual([]);
    await button('step').click();
    await says(/Epoch 41/);
  });
});

test('where the part that trains does not arrive, the picture of the page is shown', async () => {
  await visit(chapter, view, async ({ page }) => {
    const { figure, button, status } = trainerOn(page);
    expect(await status.isVisible()).toBe(false);
    await page.route('**/_astro/live-trainer*', (route) => route.abort());
    await button('train').click();
    await figure.locator('.figure-notice:visible').waitFor();
    expect(await status.isVisible()).toBe(true);
    expect(await status.innerText()).toMatch(/after 40 epochs/);
  });
});

test.each(['circle-identity', 'circle-relu', 'xor-two'])(
  'what %s is asked about is not shown before it trains, and is there on paper',
  async (id) => {
    await visit(chapter, view, async ({ page }) => {
      const { figure, button, plane, status } = trainerOn(page, id);
      const answers = [
        plane.locator('.boundary'),
        plane.locator('image'),
        figure.locator('[data-number=trainLoss]'),
        figure.locator('.losses path:visible'),
        figure.getByRole('img'),
      ];
      await figure.hover();
      for (const answer of answers)
        expect(await answer.filter({ visible: true }).count(), String(answer)).toBe(0);
      expect(await plane.locator('.points').isVisible()).toBe(true);
      await page.emulateMedia({ media: 'print' });
      expect(await plane.locator('.boundary').isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
      await button('step').click();
      await expect.poll(() => status.innerText()).toMatch(/Epoch 1:/);
      expect(await plane.locator('.boundary').isVisible()).toBe(true);
      expect(await figure.getByRole('img').count()).toBe(2);
    });
    await visit(chapter, { ...view, javaScript: false }, async ({ page }) => {
      const { plane, status } = trainerOn(page, id);
      expect(await plane.locator('.boundary').isVisible()).toBe(true);
      expect(await status.innerText()).toMatch(/after \d+ epochs/);
    });
  },
);

test('the runs of exclusive or are as long as the recorded ones, and end as the text says', async () => {
  await visit(chapter, view, async ({ page }) => {
    const { button, epoch, figure, says, trainOut } = trainerOn(page, 'xor-two');
    for (const [seed, solved] of [
      [1, false],
      [2, false],
      [3, true],
      [4, false],
    ] as const) {
      if (seed > 1) {
        await button('seed').click();
        await says(new RegExp(`^Seed ${seed}: new first weights\\.`));
      }
      await trainOut();
      expect(await epoch()).toBe(2000);
      const loss = Number(await figure.locator('[data-number=trainLoss]').innerText());
      expect(loss < 0.1, `seed ${seed}: ${loss}`).toBe(solved);
    }
  });
});

test('the loss falls', async () => {
  await visit(chapter, view, async ({ page, complaints }) => {
    const { button, epoch, testLoss, says } = trainerOn(page);
    await button('reset').click();
    await expect.poll(epoch).toBe(0);
    const untrained = await testLoss();
    await button('train').click();
    await expect.poll(epoch, { timeout: 10_000 }).toBeGreaterThan(20);
    expect(await button('train').innerText()).toBe('Pause');
    await button('train').click();
    await says(/^Paused\. Epoch \d+/);
    expect(await testLoss()).toBeLessThan(untrained / 2);
    expect(complaints).toEqual([]);
  });
});

test('the identity cannot separate the circle, ReLU can', async () => {
  await visit(chapter, view, async ({ page }) => {
    const trainer = trainerOn(page);
    await trainer.trainOut();
    expect(await trainer.epoch()).toBe(400);
    expect(await trainer.accuracy()).toBeGreaterThan(98);
    await trainer.select('activation').selectOption('identity');
    await trainer.says(/now Identity\. The network starts again, untrained/);
    expect(await trainer.epoch()).toBe(0);
    await trainer.trainOut();
    expect(await trainer.accuracy()).toBeLessThan(75);
    expect(await trainer.testLoss()).toBeGreaterThan(0.6);
  });
});

test('a huge learning rate is reported, not drawn', async () => {
  await visit(chapter, view, async ({ page, complaints }) => {
    const trainer = trainerOn(page, 'circle-identity');
    await trainer.select('learningRate').selectOption('10');
    await trainer.says(/untrained/);
    await expect.poll(trainer.epoch).toBe(0);
    const before = await trainer.picture();
    await trainer.button('train').click();
    await trainer.says(/diverged in epoch 1: .*smaller learning rate/);
    expect(await trainer.picture()).toBe(before);
    expect(await trainer.numbers()).not.toMatch(/NaN|∞|–/);
    expect(await trainer.button('train').innerText()).toBe('Train');
    await trainer.select('learningRate').selectOption('0.1');
    await trainer.button('train').click();
    await expect.poll(trainer.epoch).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});

test('a loss that is finite and yet out of hand is called so', async () => {
  await visit(chapter, view, async ({ page }) => {
    const trainer = trainerOn(page);
    await trainer.select('learningRate').selectOption('10');
    await trainer.button('step').click();
    await trainer.says(/^Paused\. Epoch 1: .* · 10.*running away/);
    expect(await trainer.numbers()).toMatch(/ · 10/);
  });
});

test('training stops when the figure leaves the screen, and goes on when it is back', async () => {
  await visit(chapter, view, async ({ page }) => {
    const { button, epoch, says } = trainerOn(page);
    await button('reset').click();
    await expect.poll(epoch).toBe(0);
    await button('train').click();
    await expect.poll(epoch).toBeGreaterThan(5);
    await page.evaluate(() => scrollTo(0, 0));
    await says(/out of sight/);
    const left = await epoch();
    await page.waitForTimeout(1500);
    expect(await epoch()).toBe(left);
    expect(left).toBeLessThan(400);
    await button('train').scrollIntoViewIfNeeded();
    await says(/^Training\./);
    await expect.poll(epoch).toBeGreaterThan(left);
  });
});

describe('without workers', () => {
  test.each([
    ['missing', 'delete window.Worker'],
    ['forbidden', 'window.Worker = class { constructor() { throw new Error("forbidden"); } }'],
    [
      'made and never loaded',
      'window.Worker = class extends EventTarget { constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("error"))); } postMessage() {} terminate() {} }',
    ],
  ])('(%s) the page trains by itself, to the same numbers', async (_how, script) => {
    await visit(chapter, view, async ({ page, complaints }) => {
      const withWorker = trainerOn(page);
      await withWorker.trainOut();
      const expected = await withWorker.numbers();
      expect(await page.locator('.trainer-in-page:visible').count()).toBe(0);

      await page.addInitScript(script);
      await reload(page);
      const without = trainerOn(page);
      await without.trainOut();
      expect(page.workers()).toEqual([]);
      expect(await without.figure.locator('.trainer-in-page').isVisible()).toBe(true);
      expect(await without.numbers()).toBe(expected);
      expect(complaints).toEqual([]);
    });
  });
});

test('a new seed changes the numbers, and the link reopens them', async () => {
  await visit(chapter, view, async ({ page }) => {
    const { button, select, epoch, numbers, says } = trainerOn(page);
    await button('reset').click();
    await expect.poll(epoch).toBe(0);
    const first = await numbers();
    await button('seed').click();
    await says(/^Seed 2/);
    await select('activation').selectOption('tanh');
    await says(/^Changed: activation, now Tanh/);
    await expect.poll(numbers).not.toBe(first);
    const second = await numbers();
    await page.waitForFunction(() => location.hash.includes('seed=2'));
    expect(page.url()).toMatch(/#v1\/circle-relu\?activation=tanh&seed=2$/);

    await reload(page);
    const again = trainerOn(page);
    await again.says(/as in the link/);
    await expect.poll(again.numbers).toBe(second);
    expect(await again.select('activation').inputValue()).toBe('tanh');
    expect(await again.figure.locator('[data-setting=seed]').innerText()).toBe('2');
  });
});

test.each([
  ['activation=softmax', /not one of its choices/],
  ['seed=soon', /not a number/],
  ['momentum=0.9', /not known/],
])('a mangled link (%s) leaves the author’s figure, and says so', async (query, said) => {
  await visit(`${bends}#v1/${step}?${query}`, view, async ({ page }) => {
    const { figure, epoch } = trainerOn(page, step);
    const notice = figure.locator('.figure-notice');
    await notice.waitFor({ state: 'visible' });
    expect(await notice.innerText()).toMatch(said);
    expect(await epoch()).toBe(40);
  });
});

test('all of it works by keyboard, and focus stays where it was', async () => {
  await visit(bends, view, async ({ page }) => {
    const { button, epoch, says } = trainerOn(page, step);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-action'));
    await button('step').focus();
    await page.keyboard.press('Enter');
    await says(/^Paused\. Epoch 41:/);
    await page.keyboard.press('Enter');
    await says(/^Paused\. Epoch 42:/);
    expect(await focused()).toBe('step');
    await button('train').focus();
    await page.keyboard.press('Space');
    await expect.poll(epoch).toBeGreaterThan(50);
    await page.keyboard.press('Space');
    await says(/^Paused/);
    expect(await focused()).toBe('train');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('step');
  });
});

test('what is seen is said: the picture is described by its numbers, the status is spoken', async () => {
  await visit(bends, view, async ({ page }) => {
    const { button, plane, status, figure, says } = trainerOn(page, step);
    const authors = await plane.getAttribute('aria-label');
    expect(await status.getAttribute('role')).toBe('status');
    await button('step').click();
    await says(/Epoch 41/);
    const label = await plane.getAttribute('aria-label');
    expect(label).not.toBe(authors);
    expect(label).toMatch(/step.*Epoch 41: training loss [\d.]+/);
    const rows = figure.locator('.data-table tbody tr');
    expect(await rows.last().locator('th').textContent()).toBe('41');
  });
});

test('readers who want little motion see at most three pictures a second', async () => {
  await visit(chapter, { ...view, reducedMotion: true }, async ({ page }) => {
    const { figure, button, epoch } = trainerOn(page);
    await button('reset').click();
    await expect.poll(epoch).toBe(0);
    await figure.locator('[data-number=epoch]').evaluate((place) => {
      const changes: number[] = [];
      Object.assign(window, { changes });
      new MutationObserver(() => changes.push(performance.now())).observe(place, {
        childList: true,
      });
    });
    await button('train').click();
    await page.waitForTimeout(3000);
    const changes = await page.evaluate(() => (window as unknown as { changes: number[] }).changes);
    expect(changes.length).toBeGreaterThan(3);
    // On average: a picture that comes late makes the gap after it shorter.
    const time = changes.at(-1)! - changes[0]!;
    expect(time / (changes.length - 1)).toBeGreaterThan(300);
  });
});

test('a worker ends with its figure', async () => {
  await visit(chapter, view, async ({ page }) => {
    const { figure, button, epoch } = trainerOn(page);
    await button('reset').click();
    await expect.poll(epoch).toBe(0);
    await button('train').click();
    expect(page.workers()).toHaveLength(1);
    await figure.evaluate((element) => element.remove());
    await expect.poll(() => page.workers().length).toBe(0);
  });
});

test('nothing moves around the pictures while a network trains', async () => {
  await visit(chapter, { ...phone, reducedMotion: false }, async ({ page }) => {
    const { figure, button, says } = trainerOn(page);
    await button('reset').click();
    await says(/first weights/);
    const height = async () => (await figure.boundingBox())!.height;
    const shifts = () =>
      page.evaluate(
        () => (window as unknown as { shifts: { total: number; worst: string } }).shifts,
      );
    const [before, earlier] = [await height(), await shifts()];
    await button('train').click();
    await says(/^Training/);
    expect(await height()).toBe(before);
    await says(/stops here by itself/);
    expect(await height()).toBe(before);
    const after = await shifts();
    expect(after.total - earlier.total, after.worst).toBeLessThan(0.01);
  });
});

test('a printed page shows the network as it stands, with axes that hold its losses', async () => {
  await visit(chapter, view, async ({ page }) => {
    const { figure, trainOut } = trainerOn(page);
    await trainOut();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 640, height: 900 });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const ticks = await figure.locator('.trainer-chart svg:visible text').allTextContents();
    expect(ticks).toEqual(expect.arrayContaining(['0', '400']));
    expect(await figure.locator('canvas').isVisible()).toBe(true);
    expect(await figure.locator('button:visible, select:visible').count()).toBe(0);
  });
});

test('every control can be hit with a thumb', async () => {
  await visit(chapter, phone, async ({ page }) => {
    const controls = trainerOn(page).figure.locator('.controls').locator('button, select, summary');
    for (const control of await controls.filter({ visible: true }).all()) {
      const { width, height } = (await control.boundingBox())!;
      expect(Math.min(width, height), await control.innerText()).toBeGreaterThanOrEqual(44);
    }
  });
});

test('the boundary is copied as a picture, the losses as numbers', async () => {
  await visit(bends, view, async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const { figure, button, says } = trainerOn(page, step);
    const copy = async (format: string) => {
      const said = figure.locator('.share [role=status]');
      await said.evaluate((status) => (status.textContent = ''));
      await figure.locator(`[data-copy=${format}]`).click();
      await expect.poll(() => said.textContent()).toBe('Copied.');
      return page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const type = item!.types[0]!;
        const blob = await item!.getType(type);
        return { type, text: type.startsWith('text') ? await blob.text() : '' };
      });
    };
    const rows = async () => (await copy('csv')).text.trim().split('\n').length;
    await figure.locator('.share summary').click();
    // The picture of the page stands for 40 epochs; epoch 0 and a line of names are added.
    expect(await rows()).toBe(42);
    await button('step').click();
    await says(/Epoch 41/);
    expect(await rows()).toBe(43);
    const svg = (await copy('svg')).text;
    expect(svg).toMatch(/<image[^>]*href="data:image\/png/);
    expect(svg).not.toMatch(/var\(|currentcolor/i);
    expect(await copy('png')).toMatchObject({ type: 'image/png' });
  });
});
