/** The site in Firefox, sent with the strict policy as hosts send it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGroups } from '#publish/hosting/index.ts';
import { always } from '#publish/hosting/rules.ts';
import { serve, type Served } from '../tools/serve.ts';
import { builds, pagesOf } from './builds.ts';
import { useFirefox, visit, type Visit } from './firefox.ts';
import { answer, click, drag, experiment, search, text, theme, train } from './firefox-reader.ts';

const { folder, base } = builds.root;
const chapter = 'en/chapters/why-nonlinearity-matters/';
let site: Served;

useFirefox();
beforeAll(async () => {
  const groups = await readGroups(folder);
  const policyOf = (address: string) =>
    groups.find(({ pattern }) => pattern === address)?.policy ??
    groups.find(({ pattern }) => /\*$/.test(pattern) && address.startsWith(pattern.slice(0, -1)))
      ?.policy;
  const headersOf = (address: string) => {
    const policy = policyOf(address);
    return { ...always, ...(policy && { 'Content-Security-Policy': policy }) };
  };
  site = await serve(folder, base, { headersOf });
});
afterAll(() => site.close());

/** Uses a page, and afterwards looks at what it asked of others and what was forbidden. */
const under = (path: string, use: (visited: Visit) => Promise<void>) =>
  visit(site.url + path, async (visited) => {
    await use(visited);
    expect(visited.complaints).toEqual([]);
    expect(visited.requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
  });

test('what the policy forbids is forbidden, and noticed', () =>
  visit(site.url + chapter, async ({ page, complaints }) => {
    const headers = await page.evaluate(async () => [
      ...(await fetch(location.href)).headers.keys(),
    ]);
    expect(headers).toContain('content-security-policy');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline"';
      document.body.append(script);
    });
    expect(await page.title()).not.toBe('inline');
    await expect.poll(() => complaints.join()).toContain('policy: script-src-elem inline');
  }));

test.each(pagesOf('root').map(({ path }) => path))('/%s is drawn under it', (path) =>
  under(path, async ({ page }) => {
    expect(await text(page, 'h1')).not.toBe('');
  }),
);

test('a figure is dragged, a network trains, and the theme changes', () =>
  under(chapter, async (visited) => {
    const { page } = visited;
    await drag(page);
    await train(visited);
    await click(page, '::-p-aria(Dark theme)');
    expect(await theme(page)).toBe('dark');
  }));

test('an experiment is repeated', () => under('en/lab/', experiment));

test('the laboratory trains, and its network leaves as a script', () =>
  under('en/lab/', async ({ page }) => {
    await click(page, '#lab [data-action=step]');
    await expect.poll(() => text(page, '#lab [data-number=epoch]')).toBe('61');
    await click(page, '#lab .trainer-export summary');
    await expect.poll(() => text(page, '#lab .trainer-export code')).toMatch(/import torch/);
  }));

test('a formula of the reader is compiled and drawn', () =>
  under('en/atlas/own/', async ({ page }) => {
    const drawn = () => page.$eval('own-function .chart-wide', (chart) => chart.innerHTML);
    const before = await drawn();
    await page.locator('own-function [name=formula]').fill('max(0, z)^2');
    await expect.poll(drawn).not.toBe(before);
  }));

test('a question is marked, and the answers are counted', () =>
  under(chapter, async ({ page }) => {
    await answer(page);
    await page.goto(`${site.url}en/about/`);
    await expect.poll(() => text(page, '.answers-count')).toMatch(/^1 answered/);
    await search(page, /en\/atlas\/silu\/$/);
  }));
