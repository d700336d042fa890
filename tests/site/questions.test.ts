/** Questions of every type as a reader answers them, and what becomes of the answers. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pagesOf } from './builds.ts';
import { desk, phone, reload, settle, visit, type View } from './page.ts';

/** The page that asks a question. */
function pageOf(id: string): string {
  const page = pagesOf('root').find(({ html }) => html.includes(`class="question" id="${id}"`));
  if (!page) throw new Error(`No page asks the question "${id}".`);
  return page.path;
}

const ask = (id: string, view: View, use: (question: Asked) => Promise<void>) =>
  visit(pageOf(id), view, ({ page, complaints }) => use(new Asked(page, id, complaints)));

class Asked {
  readonly page: Page;
  readonly root: Locator;
  readonly complaints: string[];

  constructor(page: Page, id: string, complaints: string[]) {
    this.page = page;
    this.root = page.locator(`#${id}`);
    this.complaints = complaints;
  }

  /** Presses the button and waits for what is said. */
  async check(said: RegExp) {
    await this.root.locator('[type=submit]').click();
    await this.said(said);
  }

  /** Waits, since what marks an answer is loaded at the first touch. */
  said = (text: RegExp) => this.root.locator('.mark', { hasText: text }).waitFor();

  outcome = () => this.root.locator('.mark').getAttribute('data-outcome');
}

test('a formula is typeset as it is typed, and marked by its values', async () => {
  await ask('silu-slope', desk, async (question) => {
    const field = question.root.getByRole('textbox');
    await field.fill('sigmoid(z) (1 - sigmoid(z))');
    await question.root.locator('.formula-typed .katex').waitFor();
    await question.check(/product rule/);
    expect(await question.outcome()).toBe('wrong');
    await field.fill('1/(1+e^-z) + z e^-z / (1+e^-z)^2');
    await question.check(/Right.*Compared at/);
    expect(await question.outcome()).toBe('right');
    expect(question.complaints).toEqual([]);
  });
});

test('a formula that cannot be read is told where, and is no wrong answer', async () => {
  await ask('silu-slope', phone, async (question) => {
    await question.root.getByRole('textbox').fill('sigmoid(z) * (1 + z');
    await question.root.locator('[type=submit]').click();
    await question.root.locator('.formula-problem', { hasText: 'at character 14' }).waitFor();
    expect(await question.root.locator('.question-state').textContent()).toBe('');
  });
});

test('matches are made with native lists, and each is marked', async () => {
  await ask('curves-and-slopes', phone, async (question) => {
    await question.check(/Choose for every row/);
    const rows = question.root.getByRole('combobox');
    for (const [row, choice] of ['0', '1', '2', '3', '5'].entries())
      await rows.nth(row).selectOption(choice);
    await question.check(/4 of 5 are right.*None of these curves has two corners/);
    expect(await question.root.locator('.part').allTextContents()).toEqual([
      ...Array.from({ length: 4 }, () => 'right'),
      'not this one',
    ]);
    await rows.nth(4).selectOption('4');
    await question.check(/Right/);
  });
});

test('a point is moved by key and by press, and reads out where it is', async () => {
  await ask('steepest-silu', desk, async (question) => {
    const slider = question.root.getByRole('slider');
    await slider.focus();
    await question.page.waitForFunction(
      () => document.querySelector('#steepest-silu .point-readout')!.textContent !== '',
    );
    await slider.press('ArrowRight');
    expect(await slider.inputValue()).toBe('-3.95');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/z = −3.95, SiLU\(z\) = −0.0/);
    await question.check(/Follow the slope/);
    const area = (await question.root.locator('.chart-area').boundingBox())!;
    await question.page.mouse.click(area.x + area.width / 2, area.y + area.height / 2);
    expect(Math.abs(Number(await slider.inputValue()))).toBeLessThan(0.7);
    await slider.fill('2.4');
    await question.check(/Right/);
  });
});

test('steps are put in order with the keyboard alone', async () => {
  await ask('tanh-is-sigmoid', desk, async (question) => {
    const { root, page } = question;
    await question.check(/Not yet/);
    const steps = () =>
      root
        .locator('[name=step]')
        .evaluateAll((all) => all.map((e) => (e as HTMLInputElement).value));
    for (let sorted = 0; sorted < 5; sorted++) {
      const from = (await steps()).indexOf(String(sorted));
      const up = root.locator('.order-steps li').nth(from).locator('[name=up]');
      await up.focus();
      // The focus goes with the step.
      for (let at = from; at > sorted; at--) await page.keyboard.press('Enter');
    }
    expect(await steps()).toEqual(['0', '1', '2', '3', '4']);
    expect(await root.locator('[data-said]').textContent()).toMatch(/Now step \d of 5/);
    await question.check(/Right/);
  });
});

test('a prediction is locked in before the record is shown, and stays so', async () => {
  await ask('predict-xor', desk, async (question) => {
    const { root, page } = question;
    await question.check(/Choose one/);
    await root.getByRole('radio').first().check();
    await question.check(/runs say otherwise.*recorded runs: \d+/);
    expect(await root.getByRole('radio').first().isDisabled()).toBe(true);
    expect(await root.locator('.mark a').getAttribute('href')).toBe('#xor-two');
    // The result stands there: nothing is left to press, and the keyboard goes on from it.
    expect(await root.getByRole('button').count()).toBe(0);
    await page.keyboard.press('Tab');
    expect(await root.locator('.mark a').evaluate((a) => a.matches(':focus'))).toBe(true);
    await reload(page);
    await root.locator('.question-state', { hasText: 'tried' }).waitFor();
    expect(await root.getByRole('radio').first().isChecked()).toBe(true);
    expect(await root.getByRole('radio').nth(1).isDisabled()).toBe(true);
    await root.getByRole('button', { name: 'Show the result' }).click();
    await question.said(/runs say otherwise/);
  });
});

test('an open answer is kept, and compared with the model answer', async () => {
  await ask('clip-from-relus', phone, async (question) => {
    await question.check(/Write a line/);
    await question.root.getByRole('textbox').fill('two hinges');
    await question.check(/Compare it/);
    expect(await question.root.locator('.solution').getAttribute('open')).not.toBeNull();
    await reload(question.page);
    await question.root.locator('.question-state', { hasText: 'answered' }).waitFor();
    expect(await question.root.getByRole('textbox').inputValue()).toBe('two hinges');
  });
});

const cover = '../../';

test('the contents page tells how much was answered, nothing before, and nothing moves', async () => {
  await ask('unit-value', phone, async (question) => {
    const { root, page } = question;
    const address = new URL(cover, page.url()).href;
    await page.goto(address);
    await settle(page);
    expect(await page.locator('chapter-progress').allTextContents()).not.toContain(
      expect.stringMatching(/answered/),
    );
    await page.goBack();
    await root.getByRole('textbox').fill('-0.5');
    await question.check(/Right/);
    await page.goto(address);
    await settle(page);
    await page.getByText(/^1 of \d+ answered$/).waitFor();
    const shifts = await page.evaluate(() => (window as unknown as { shifts: Shifts }).shifts);
    expect(shifts.total, shifts.worst).toBe(0);
  });
});

interface Shifts {
  total: number;
  worst: string;
}

test('answers are saved as a file, erased after asking, and read in again', async () => {
  await ask('unit-value', desk, async (question) => {
    const { root, page } = question;
    await root.getByRole('textbox').fill('-0.5');
    await question.check(/Right/);
    await page.goto(new URL('../../about/', page.url()).href);
    const panel = page.locator('your-answers');
    const count = panel.locator('.answers-count');
    expect(await count.textContent()).toMatch(/^1 answered/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const saved = readFileSync(await download.path());
    expect(JSON.parse(saved.toString())).toMatchObject({ version: 1 });

    await panel.getByRole('button', { name: 'Erase' }).click();
    await panel.getByRole('button', { name: 'Keep them' }).click();
    expect(await count.textContent()).toMatch(/^1 answered/);
    await panel.getByRole('button', { name: 'Erase' }).click();
    await panel.getByRole('button', { name: 'Erase them' }).click();
    const said = (text: RegExp) => panel.locator('.answers-said', { hasText: text }).waitFor();
    await said(/Erased/);
    expect(await count.textContent()).toMatch(/none/);

    const give = (name: string, text: Buffer | string) =>
      panel
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await give('mine.json', saved);
    await said(/“mine.json” was read.*: 1;/);
    expect(await count.textContent()).toMatch(/^1 answered, 1 of them right/);
    await give('notes.json', '{"shopping": true}');
    await said(/“notes.json” was not read, and nothing has changed/);
    expect(await count.textContent()).toMatch(/^1 answered/);
  });
});

test('where nothing can be kept, answers are marked all the same, and the reader is told once', async () => {
  await ask('unit-value', desk, async (question) => {
    const { root, page } = question;
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await reload(page);
    await root.getByRole('textbox').fill('5.5');
    await question.check(/second weight is negative.*no room left/);
    await root.getByRole('textbox').fill('-0.5');
    await question.check(/Right/);
    expect(await root.locator('.mark').textContent()).not.toMatch(/no room left/);
  });
});

test('hints come one after the other', async () => {
  await ask('silu-slope', phone, async ({ root }) => {
    const hints = root.locator('.hint');
    expect(await hints.nth(1).isVisible()).toBe(false);
    await hints.first().locator('summary').click();
    expect(await hints.nth(1).isVisible()).toBe(true);
  });
});
