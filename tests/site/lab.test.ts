/** The laboratory under a reader's hand. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { desk, phone, reload, visit, type View } from './page.ts';

const view: View = { ...desk, reducedMotion: false };

/** The laboratory of the page, with what the tests look at. */
function labOn(page: Page) {
  const lab = page.locator('#lab');
  const status = lab.locator('.trainer-status');
  const text = (place: string) => lab.locator(place).innerText();
  return {
    lab,
    button: (action: string) => lab.locator(`[data-action=${action}]`),
    field: (name: string) => lab.locator(`[name=${name}]`),
    control: (name: string) => lab.locator(`[data-control=${name}]`),
    epoch: () => text('[data-number=epoch]'),
    fact: (name: string) => text(`[data-setting=${name}]`),
    said: () => text('.own-said'),
    says: (words: RegExp) =>
      expect.poll(() => status.innerText(), { timeout: 20_000 }).toMatch(words),
    group: (name: string) => lab.locator('.trainer-group > summary', { hasText: name }),
  };
}

test('layers come and go, each with its own function, and the link reopens them', async () => {
  await visit('en/lab/', view, async ({ page, complaints }) => {
    const { lab, control, says, fact } = labOn(page);
    await lab.locator('[data-add-layer]').click();
    await says(/hidden layers, now 8, 8, 8/);
    await control('layers').getByText('a function of its own').click();
    await lab.locator('.layer').nth(1).locator('select').selectOption('prelu');
    await says(/now ReLU, PReLU, ReLU/);
    await lab.locator('.layer').nth(0).locator('[data-remove]').click();
    await says(/now PReLU, ReLU/);
    await lab.locator('.layer').nth(0).locator('[data-units="1"]').click();
    await says(/now 9, 8/);
    await page.waitForFunction(() => location.hash.includes('hidden=9-8'));
    await reload(page);
    await says(/as in the link/);
    expect(await fact('hidden')).toBe('9, 8');
    expect(await fact('activation')).toBe('PReLU, ReLU');
    await expect.poll(() => fact('learned')).toMatch(/layer 1: α = 0\.250/);
    // A reload gives up what is still on its way.
    expect(complaints.filter((text) => !/favicon.*ERR_ABORTED/.test(text))).toEqual([]);
  });
});

test('a first choice that comes before the laboratory is awake is not lost', async () => {
  await visit('en/lab/', view, async ({ page }) => {
    const { field, says } = labOn(page);
    await field('dataset').selectOption('spiral');
    await says(/now spiral/);
    expect(await field('dataset').inputValue()).toBe('spiral');
  });
});

describe('other things to learn', () => {
  test.each([
    ['three-arms', /test points right/, /class 2/],
    ['sine', /training loss [\d.]+, test loss [\d.]+\.$/, /curve/],
    ['bowl', /training loss [\d.]+, test loss [\d.]+\.$/, /colour of their value/],
  ])('%s', async (dataset, numbers, key) => {
    await visit(`en/lab/#v1/lab?dataset=${dataset}&noise=0`, view, async ({ page, complaints }) => {
      const { lab, button, says } = labOn(page);
      await says(/as in the link/);
      await button('step').click();
      await says(/^Paused\. Epoch 1:/);
      await says(numbers);
      const keys = await lab.locator('.trainer-key li:visible').allInnerTexts();
      expect(keys.join(' ')).toMatch(key);
      expect(await lab.locator('.boundary').getAttribute('d')).toMatch(/^M/);
      expect(complaints).toEqual([]);
    });
  });
});

describe('own points', () => {
  test('are clicked into the picture, or typed, and kept in the link', async () => {
    await visit('en/lab/', view, async ({ page }) => {
      const { lab, field, button, says, said, fact } = labOn(page);
      await field('dataset').selectOption('own');
      await says(/no points to learn from yet/);
      await button('train').click();
      await says(/no points to learn from yet/);
      expect(await lab.locator('.trainer-numbers').innerText()).not.toMatch(/\d/);
      const curves = await lab
        .locator('.losses path')
        .evaluateAll((all) => all.map((path) => path.getAttribute('d')));
      expect(curves.join('')).toBe('');
      const plane = lab.locator('.trainer-plane');
      await plane.click({ position: { x: 60, y: 60 } });
      expect(await said()).toMatch(/1 in all.*one class/);
      expect(await fact('dataset')).toMatch(/all serve for both/);
      await lab.locator('.own-class label').nth(1).click();
      await field('ownX1').fill('2');
      await field('ownX2').fill('-2');
      await lab.locator('[data-points=add]').click();
      expect(await said()).toBe('Added; 2 in all.');
      await button('step').click();
      await says(/Epoch 1/);
      // Longer than the link of a single point, whatever its place.
      await page.waitForFunction(() => /points=c22\.[\w-]{10,}/.test(location.hash));
      await reload(page);
      await says(/as in the link/);
      expect(await fact('dataset')).toMatch(/^own points \(2\)/);
    });
  });

  test('come from a table: a bad row is named, and nothing else is lost', async () => {
    await visit('en/lab/#v1/lab?dataset=own', view, async ({ page }) => {
      const { lab, field, said, fact } = labOn(page);
      await lab.locator('.own-table > summary').click();
      await field('ownText').fill('x1,x2,kind\n1,2,cat\n2,x,dog\n3,3,dog\n-2,1,cat');
      await lab.locator('[data-points=take]').click();
      await expect.poll(said).toMatch(/3 points taken.*cat, dog.*Line 3: “x” is not a number/);
      await field('ownText').fill('one,two\n');
      await lab.locator('[data-points=take]').click();
      await expect.poll(said).toMatch(/Nothing was changed/);
      expect(await fact('dataset')).toMatch(/\(3\)/);
    });
  });
});

test('a mismatch of loss and output is allowed, and explained', async () => {
  await visit('en/lab/#v1/lab?loss=squared-error&output=sigmoid', view, async ({ page }) => {
    const { lab, field, says } = labOn(page);
    await says(/as in the link/);
    expect(await lab.locator('.mismatch').innerText()).toMatch(/sigmoid flattens/);
    await field('loss').selectOption('binary-cross-entropy');
    await says(/loss, now binary cross-entropy/);
    expect(await lab.locator('.mismatch').isVisible()).toBe(false);
  });
});

test('a typed formula trains, and a mistake in it is shown', async () => {
  await visit('en/lab/#v1/lab?activation=own', view, async ({ page }) => {
    const { lab, field, says, button } = labOn(page);
    await field('formula').fill('max(0, z');
    await field('formula').press('Enter');
    await expect.poll(() => lab.locator('.formula-problem').innerText()).toMatch(/never closed/);
    await field('formula').fill('max(0, z)^2 / 4');
    await says(/Another formula/);
    await button('step').click();
    await says(/Epoch 1/);
    await field('formula').fill('sqrt(z)');
    await expect
      .poll(() => lab.locator('.formula-facts').innerText())
      .toMatch(/Not defined for z < 0/);
    await lab.locator('.formula-slope .katex').waitFor();
    await button('step').click();
    await says(/Your formula has no value for some pre-activations/);
    expect(await lab.locator('.trainer-numbers').innerText()).not.toMatch(/\d/);
  });
});

test('training goes on from the picture, and another speed leaves it', async () => {
  await visit('en/lab/', view, async ({ page }) => {
    const { lab, button, field, epoch, says } = labOn(page);
    const numbers = () => lab.locator('.trainer-numbers').innerText();
    const still = await numbers();
    await field('speed').selectOption('slow');
    await page.waitForFunction(() => location.hash.includes('speed=slow'));
    expect(await numbers()).toBe(still);
    await page.locator('[data-panel=gradients] > summary').click();
    await says(/^Paused\. Epoch 60/);
    expect(await numbers()).toBe(still);
    const start = page.locator('[data-panel=gradients] .view-key');
    expect(await start.innerText()).toMatch(/before training/);
    await button('step').click();
    await expect.poll(epoch).toBe('61');
  });
});

describe('what a link or a field says too much of', () => {
  test.each([
    ['hidden=0', /0 for hidden layers, outside its range; 1 is used/],
    ['learningRate=1e9', /1e9 for learning rate, outside its range; 100 is used/],
    ['weights=AAAAAAAAAAA', /weights cannot be read/],
  ])('%s', async (query, said) => {
    await visit(`en/lab/#v1/lab?${query}`, view, async ({ page }) => {
      const { lab } = labOn(page);
      const notice = lab.locator('.figure-notice').first();
      await notice.waitFor({ state: 'visible' });
      expect(await notice.innerText()).toMatch(said);
    });
  });

  test('a link of a later edition opens the laboratory as it is', async () => {
    await visit('en/lab/#v2/lab?hidden=8', view, async ({ page }) => {
      await page.locator('.page-notice').waitFor({ state: 'visible' });
      expect(await page.locator('.page-notice').innerText()).toMatch(/another edition/);
      expect(await labOn(page).epoch()).toBe('60');
    });
  });
});

test('one step is one mini-batch', async () => {
  await visit('en/lab/', view, async ({ page }) => {
    const { button, epoch } = labOn(page);
    await button('reset').click();
    await expect.poll(epoch).toBe('0');
    await button('one').click();
    await expect.poll(epoch).toBe('0 + 1 steps');
    await button('step').click();
    await expect.poll(epoch).toBe('1');
  });
});

test('as fast as it goes, the page keeps answering, and it ends by itself', async () => {
  await visit('en/lab/#v1/lab?speed=full', view, async ({ page, complaints }) => {
    const { button, says, epoch } = labOn(page);
    await button('train').click();
    await expect.poll(async () => Number(await epoch())).toBeGreaterThan(400);
    await button('train').click();
    await says(/^Paused/);
    expect(complaints).toEqual([]);
  });
});

test('a link with the weights reopens the same network', async () => {
  await visit('en/lab/', view, async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const { lab, button, says } = labOn(page);
    await button('step').click();
    await says(/Epoch 61/);
    const losses = () => lab.locator('.trainer-numbers dd').allInnerTexts();
    const [, ...before] = await losses();
    await lab.locator('[data-copy-weights]').click();
    await expect.poll(() => lab.locator('[data-weights-said]').innerText()).toMatch(/Copied/);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto('about:blank');
    await page.goto(link);
    await says(/the network from the link, with the weights that it had\. Epochs count from 0/);
    await expect.poll(async () => (await losses()).slice(1)).toEqual(before);
  });
});

test('a case to try sets the laboratory up', async () => {
  await visit('en/lab/', view, async ({ page }) => {
    const { says, fact } = labOn(page);
    await page.getByRole('link', { name: 'Six layers of sigmoids', exact: true }).click();
    await says(/as in the link/);
    expect(await fact('activation')).toBe('Sigmoid');
    expect(await page.locator('[data-panel=gradients]').getAttribute('open')).toBe('');
  });
});

test('an embedded laboratory hides and locks what it is told to', async () => {
  const hash = '#v1/lab?dataset=xor&hide=noise+loss&lock=dataset+layers';
  await visit(`en/lab/embed/${hash}`, { ...phone, reducedMotion: false }, async ({ page }) => {
    const { control, says, button, field } = labOn(page);
    await says(/as in the link/);
    expect(await page.locator('.site-head, .site-foot').count()).toBe(0);
    expect(await control('noise').isVisible()).toBe(false);
    expect(await page.locator('.trainer-setup').innerText()).not.toMatch(/noise|entropy/);
    expect(await page.locator('.trainer-embed').count()).toBe(0);
    expect(await control('dataset').innerText()).toMatch(/data\s+exclusive or/);
    expect(await field('dataset').isVisible()).toBe(false);
    expect(await control('layers').innerText()).toMatch(/8, 8; ReLU/);
    expect(await control('layers').getByRole('button').count()).toBe(0);
    await button('seed').click();
    await says(/Seed 2/);
    expect(page.url()).toContain('lock=dataset');
  });
});

test('on a phone the picture stays in sight of the controls', async () => {
  await visit('en/lab/', { ...phone, reducedMotion: false }, async ({ page }) => {
    const { lab, group } = labOn(page);
    await group('Loss and training').scrollIntoViewIfNeeded();
    await page.evaluate(() => {
      document
        .querySelector('#lab [data-control=learningRate]')!
        .scrollIntoView({ block: 'center' });
    });
    const plane = (await lab.locator('.trainer-plane').boundingBox())!;
    const control = (await lab.locator('[name=learningRate]').boundingBox())!;
    expect(plane.y).toBeGreaterThanOrEqual(0);
    expect(plane.y + plane.height).toBeLessThan(control.y);
  });
});

test('without JavaScript the laboratory is a picture with its settings, and no dead controls', async () => {
  await visit('en/lab/', { ...desk, javaScript: false }, async ({ page }) => {
    const { lab, fact } = labOn(page);
    expect(await lab.locator('.trainer-plane').isVisible()).toBe(true);
    expect(await fact('hidden')).toBe('8, 8');
    expect(await lab.locator('button:visible, select:visible, input:visible').count()).toBe(0);
    expect(await lab.locator('h2:visible').last().innerText()).not.toBe('Take it away');
    expect(await page.locator('.lab-presets a').count()).toBeGreaterThan(10);
  });
});
