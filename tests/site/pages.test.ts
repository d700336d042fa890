/** What every page owes every reader: checked on each page, on a phone by day and at a desk by night. */
import axe from 'axe-core';
import { describe, expect, inject, test } from 'vitest';
import { pagesOf } from './builds.ts';
import { desk, phone, visit, type View, type Visit } from './page.ts';
import { budget, expectWithin, fileAt, lazyLibraries, textsOf } from './weight.ts';

const pages = pagesOf('root');
const paths = pages.map(({ path }) => path);

/** Also asked for: 7:1 contrast, which the book promises beyond the standard's AA. */
const axeOptions: axe.RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'color-contrast-enhanced': { enabled: true } },
  resultTypes: ['violations'],
};

/** What one visit to a page found out. */
interface Findings {
  complaints: string[];
  foreign: string[];
  /** URLs of the scripts that came without the reader's doing. */
  scripts: string[];
  violations: string[];
  /** Pixels that the document is wider than the window, and what sticks out. */
  overflow: { pixels: number; elements: string[] };
  shifts: { total: number; worst: string };
}

async function inspect({ page, complaints, requests, scripts }: Visit): Promise<Findings> {
  const shifts = await page.evaluate(() => (window as unknown as Findings).shifts);
  await page.evaluate(layOut);
  const overflow = await page.evaluate(widerThanWindow);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(runAxe, axeOptions);
  const { origin } = new URL(inject('urls').root);
  return {
    complaints,
    foreign: requests.filter((url) => new URL(url).origin !== origin),
    scripts: [...new Set(scripts)],
    violations,
    overflow,
    shifts,
  };
}

/** Runs in the page. What stands far below has no places of its own until a reader comes near (far-below.css). */
function layOut(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('main * { content-visibility: visible !important }');
  document.adoptedStyleSheets.push(sheet);
}

/** Runs in the page. One line for each element that fails a rule. */
async function runAxe(options: axe.RunOptions): Promise<string[]> {
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, any }) =>
      [id, target.join(' '), html.slice(0, 160), any[0]?.message].filter(Boolean).join(' | '),
    ),
  );
}

/** Runs in the page. Elements inside a box that scrolls by itself are no matter. */
function widerThanWindow(): Findings['overflow'] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const pixels = scrollWidth - clientWidth;
  if (pixels <= 0) return { pixels: 0, elements: [] };
  const elements = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => `${element.localName}#${element.id}.${element.getAttribute('class') ?? ''}`);
  return { pixels, elements: elements.slice(0, 8) };
}

/** Every page is visited once for each view, whichever test asks first. */
const visits = new Map<string, Promise<Findings>>();
function findings(path: string, view: View): Promise<Findings> {
  const key = `${path} ${view.width}`;
  const found = visits.get(key) ?? visit(path, view, inspect);
  visits.set(key, found);
  return found;
}

// The tests of one description run at the same time, each on another page: so do the visits.
describe.each([
  ['on a phone, in light', phone],
  ['at a desk, in dark', desk],
])('%s', (_name, view) => {
  describe('nobody is shut out', () => {
    test.concurrent.each(paths)('/%s', async (path) => {
      expect((await findings(path, view)).violations).toEqual([]);
    });
  });

  describe('nothing scrolls sideways', () => {
    test.concurrent.each(paths)('/%s', async (path) => {
      const { pixels, elements } = (await findings(path, view)).overflow;
      expect(pixels, elements.join('\n')).toBe(0);
    });
  });

  describe('nothing jumps while it loads', () => {
    test.concurrent.each(paths)('/%s', async (path) => {
      const { total, worst } = (await findings(path, view)).shifts;
      expect(total, worst).toBeLessThan(0.01);
    });
  });

  describe('nothing goes wrong behind the page', () => {
    test.concurrent.each(paths)('/%s', async (path) => {
      expect((await findings(path, view)).complaints).toEqual([]);
    });
  });

  describe('no other site hears of the reader', () => {
    test.concurrent.each(paths)('/%s', async (path) => {
      expect((await findings(path, view)).foreign).toEqual([]);
    });
  });
});

describe('scripts are light until the reader touches a figure', () => {
  test.concurrent.each(pages.map(({ path, html }) => [path, html]))('/%s', async (path, html) => {
    const files = (await findings(path!, phone)).scripts.map((url) => fileAt(url).toString());
    const all = [...textsOf(html!, 'script:not([src])'), ...files];
    expectWithin(budget.scripts, all);
    const loaded = lazyLibraries.filter(({ mark }) => all.some((script) => script.includes(mark)));
    expect(loaded.map(({ name }) => name)).toEqual([]);
  });
});
