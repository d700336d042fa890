/** The Content-Security-Policy: everything works under it, and what it forbids is forbidden. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pagesOf } from './builds.ts';
import { desk, visit } from './page.ts';
import { train } from './reader.ts';

const chapter = 'en/chapters/why-nonlinearity-matters/';

/** What a page was kept from doing since `watch`; before, and in workers, the console tells. */
const violations = (page: Page) =>
  page.evaluate(() => (window as unknown as { violations: string[] }).violations);

const watch = (page: Page) =>
  page.evaluate(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      violations.push(`${effectiveDirective} ${blockedURI}`),
    );
  });

/** Uses a page, and afterwards looks for complaints. */
const under = (path: string, use: (page: Page) => Promise<void>) =>
  visit(path, { ...desk, reducedMotion: false }, async ({ page, complaints }) => {
    await watch(page);
    await use(page);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

test.each(pagesOf('root').map(({ path, html }) => [path, html]))(
  '/%s has its policy before all that the policy is about',
  (_path, html) => {
    const policy = html!.indexOf('http-equiv="Content-Security-Policy"');
    expect(policy).toBeGreaterThan(0);
    for (const kind of ['<script', '<style', '<link']) {
      expect(html!.indexOf(kind), kind).toBeGreaterThan(policy);
    }
  },
);

test('what it forbids is forbidden', async () => {
  await visit(chapter, desk, async ({ page }) => {
    await watch(page);
    const ran = await page.evaluate(async () => {
      // The driver may do in its own call what the page may not do later.
      await new Promise((resolve) => setTimeout(resolve));
      const tried: string[] = [];
      const attempt = (name: string, run: () => unknown) => {
        try {
          run();
          tried.push(name);
        } catch {
          // As it should be.
        }
      };
      // By their names: an engine that looks at the code finds nothing to warn of.
      const evaluate = Reflect.get(window, 'eval') as typeof eval;
      attempt('eval', () => evaluate('1'));
      attempt('Function', () => Reflect.construct(Function, ['1']));
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline"';
      document.body.append(script);
      const picture = new Image();
      picture.src = 'https://other.example/a.png';
      await fetch('https://other.example/').then(
        () => tried.push('fetch'),
        () => undefined,
      );
      if (document.title === 'inline') tried.push('inline');
      return tried;
    });
    expect(ran).toEqual([]);
    const found = await violations(page);
    for (const what of [
      'script-src eval',
      'script-src-elem inline',
      'img-src https://other.example/a.png',
      'connect-src https://other.example/',
    ]) {
      expect(found).toContain(what);
    }
  });
});

test('a network trains in its worker, its picture is copied, and the theme changes', () =>
  under(chapter, async (page) => {
    const figure = page.locator('#circle-relu');
    await train(page);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await figure.locator('.share summary').click();
    await figure.locator('[data-copy=png]').click();
    const said = figure.locator('.share [role=status]');
    await expect.poll(() => said.textContent()).toBe('Copied.');
  }));

test('experiments are repeated', () =>
  under('en/lab/', async (page) => {
    const figure = page.locator('#three-hundred');
    await figure.locator('select[name=seeds]').selectOption('30');
    await figure.locator('[data-action=train]').click();
    const status = figure.locator('.experiment-status');
    await expect
      .poll(() => status.innerText(), { timeout: 60_000 })
      .toMatch(/^90 networks in .* This agrees with the recorded runs/);
  }));

test('a network leaves as a script', () =>
  under('en/lab/', async (page) => {
    const menu = page.locator('#lab .trainer-export');
    await menu.locator('summary').click();
    await expect.poll(() => menu.locator('code').innerText()).toMatch(/import torch/);
  }));

test('a formula of the reader is compiled', () =>
  under('en/atlas/own/', async (page) => {
    const before = await page.locator('own-function .chart-wide').innerHTML();
    await page.locator('own-function [name=formula]').fill('max(0, z)^2');
    const drawn = () => page.locator('own-function .chart-wide').innerHTML();
    await expect.poll(drawn).not.toBe(before);
  }));

test('the search finds, a question is marked, and answers leave as a file', () =>
  under(chapter, async (page) => {
    const question = page.locator('.question:has(input[type=radio])').first();
    await question.locator('input[type=radio]').first().check();
    await question.locator('[type=submit]').click();
    await question.locator('.mark').waitFor();
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('swish');
    await page.locator('.search-results li a').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(new URL('../../about/', page.url()).href);
    await watch(page);
    const download = page.waitForEvent('download');
    await page.locator('your-answers [name=export]').click();
    expect((await download).suggestedFilename()).toMatch(/\.json$/);
  }));

test('the laboratory stands in a frame of another origin', async () => {
  await visit('en/lab/', desk, async ({ page }) => {
    const html = pagesOf('root').find(({ path }) => path === 'en/lab/embed/')!.html;
    expect(html).not.toContain('rel="manifest"');
    const body = `<!doctype html><iframe src="${new URL('embed/', page.url()).href}" width="900" height="900"></iframe>`;
    const other = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end(body),
    );
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const lab = page.frameLocator('iframe').locator('#lab');
    await lab.locator('[data-action=step]').click();
    await expect.poll(() => lab.locator('[data-number=epoch]').innerText()).toBe('61');
    other.closeAllConnections();
    other.close();
  });
});
