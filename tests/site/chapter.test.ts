/** Chapter 1 as a reader works through it. */
import { expect, test } from 'vitest';
import { desk, phone, reload, settle, visit } from './page.ts';

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
      /: 1\.0000,/.test(document.querySelector('curve-builder .verdict')!.textContent!),
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

interface Place {
  x: number;
  y: number;
}

test.each([360, 768, 1440])('at %i px every handle stands on the curve that it bends', (width) =>
  visit(chapter, { ...desk, width }, async ({ page }) => {
    // What is out of sight is not laid out, and comes to its size a frame after it is in sight.
    await page.locator('curve-builder .builder').scrollIntoViewIfNeeded();
    await settle(page);
    const off = await page.locator('curve-builder .builder').evaluate((builder) => {
      const svg = [...builder.querySelectorAll('svg')].find((each) => each.clientWidth > 0)!;
      // The corners, as drawn: the network is the last line of the picture.
      const steps = [...svg.querySelectorAll('path')].at(-1)!;
      const matrix = steps.getScreenCTM()!;
      const corners = Array.from({ length: 6 }, (_, i) => {
        const length = steps.getTotalLength();
        // The place along the line where x is i fifths of the way.
        const [first, last] = [steps.getPointAtLength(0).x, steps.getPointAtLength(length).x];
        let [from, to] = [0, length];
        while (to - from > 1e-3) {
          const middle = (from + to) / 2;
          if (steps.getPointAtLength(middle).x < first + (i / 5) * (last - first)) from = middle;
          else to = middle;
        }
        return steps.getPointAtLength(to).matrixTransform(matrix);
      });
      const shown = [...builder.querySelectorAll('input')].filter((input) => !input.hidden);
      return shown.map((input, i) => {
        const { left, top, width: across, height } = input.getBoundingClientRect();
        const thumb = parseFloat(getComputedStyle(input).getPropertyValue('--touch')) * 16;
        const share = (Number(input.max) - input.valueAsNumber) / (Number(input.max) * 2);
        const y = top + thumb / 2 + share * (height - thumb);
        return Math.hypot(left + across / 2 - corners[i]!.x, y - corners[i]!.y);
      });
    });
    expect(off).toHaveLength(6);
    expect(Math.max(...off)).toBeLessThan(1.5);
  }),
);

test('a swipe over the curve scrolls the page, and one from a handle moves the handle', async () => {
  await visit(chapter, { ...phone, touch: true }, async ({ page }) => {
    const builder = page.locator('curve-builder .builder');
    const heights = () =>
      builder.locator('input').evaluateAll((all) => all.map((e) => (e as HTMLInputElement).value));
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Place[]) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints });
    const show = async () => {
      await builder.evaluate((element) =>
        element.scrollIntoView({ block: 'center', behavior: 'instant' }),
      );
      await page.waitForTimeout(300);
    };
    /** A finger goes up by 120 px, from a place in the picture. */
    const swipe = async (place: (box: Place) => Place) => {
      await show();
      const before = { top: await page.evaluate(() => scrollY), heights: await heights() };
      const { x, y } = place((await builder.boundingBox())!);
      await touch('touchStart', { x, y });
      for (let way = 10; way <= 120; way += 10) {
        await touch('touchMove', { x, y: y - way });
        await page.waitForTimeout(20);
      }
      await touch('touchEnd');
      await page.waitForTimeout(300);
      const after = { top: await page.evaluate(() => scrollY), heights: await heights() };
      return {
        by: after.top - before.top,
        moved: String(after.heights) !== String(before.heights),
      };
    };
    await show();
    const handle = (await builder.locator('input').nth(3).boundingBox())!;
    const start = (await builder.boundingBox())!;
    const column = handle.x + handle.width / 2 - start.x;
    // The fourth handle stands low, at −0.59: its column is free above it.
    const free = await swipe(({ x, y }) => ({ x: x + column, y: y + 60 }));
    expect(free.moved).toBe(false);
    expect(free.by).toBeGreaterThan(60);
    const middle = 22 + ((1.5 + 0.59) / 3) * (handle.height - 44);
    const held = await swipe(({ x, y }) => ({ x: x + column, y: y + handle.y - start.y + middle }));
    expect(held.moved).toBe(true);
    expect(Math.abs(held.by)).toBeLessThan(5);
  });
});

test('the curve that is set to its target is as far from it as the table says', async () => {
  await visit(chapter, desk, async ({ page }) => {
    const verdict = page.locator('curve-builder .verdict');
    const table = page.locator('table', { hasText: 'zigzag: hinges' });
    const row = table.locator('tr', { has: page.locator('th', { hasText: /^5$/ }) });
    const cells = await row.locator('td').allTextContents();
    expect(await verdict.textContent()).toContain(` ${cells[0]},`);
    await page.locator('curve-builder select[name=target]').selectOption('zigzag');
    await page.locator('curve-builder [data-action=fit]').click();
    await expect.poll(() => verdict.textContent()).toContain(` ${cells[2]},`);
    await page.locator('curve-builder select[name=handles]').selectOption('4');
    await page.locator('curve-builder [data-action=fit]').click();
    await expect.poll(() => verdict.textContent()).toContain(' 0.0000,');
  });
});

test('where ReLU is straight the panels agree again, and the image is in sight', async () => {
  await visit(chapter, desk, async ({ page }) => {
    const lab = page.locator('collapse-lab');
    await lab.locator('select[name=bend]').selectOption('relu');
    await lab.locator('input[name=w1b1]').fill('3');
    await lab.locator('input[name=w1b2]').fill('3');
    await lab.locator('.verdict', { hasText: /agree everywhere/ }).waitFor();
    for (const panel of ['first', 'second', 'single']) {
      const inside = await lab.locator(`[data-panel=${panel}] svg`).evaluate((svg) => {
        const frame = svg.getBoundingClientRect();
        const ring = svg.querySelector('.ring')!.getBoundingClientRect();
        return (
          ring.left > frame.left &&
          ring.right < frame.right &&
          ring.top > frame.top &&
          ring.bottom < frame.bottom
        );
      });
      expect(inside, panel).toBe(true);
    }
    const said = (panel: string) => lab.locator(`[data-panel=${panel}] text`).textContent();
    expect(await said('second')).toBe(await said('single'));
    expect(await said('input')).not.toBe(await said('single'));
    await lab.locator('[data-action=reset]').click();
    await expect.poll(() => said('second')).toBe('');
  });
});

test('a numeric answer and its button stand in one line', async () => {
  await visit(chapter, desk, async ({ page }) => {
    const question = page.locator('#unit-value');
    await question.scrollIntoViewIfNeeded();
    const middle = async (selector: string) => {
      const { y, height } = (await question.locator(selector).boundingBox())!;
      return y + height / 2;
    };
    expect(Math.abs((await middle('input')) - (await middle('button')))).toBeLessThan(2);
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
