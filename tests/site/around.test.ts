/** What stands around the chapters leads into them and back: history, notation, sources, and the map of the book. */
import { expect, test } from 'vitest';
import { desk, phone, visit } from './page.ts';

/** Follows a link of the page and says where it led, and whether that place is there. */
const follow = (path: string, scope: string, name: string | RegExp) =>
  visit(path, { ...phone, javaScript: false }, async ({ page }) => {
    await page.locator(scope).getByRole('link', { name }).first().click();
    await page.waitForLoadState();
    const { pathname, hash } = new URL(page.url());
    const there = hash === '' || (await page.locator(hash).count()) === 1;
    return there ? `${pathname}${hash}` : `${pathname}${hash} is not there`;
  });

test.each([
  [
    'a function to its event',
    'en/atlas/relu/',
    '.in-history',
    /^1969, /,
    '/en/history/#analog-thresholds',
  ],
  [
    'a function to a chapter that trains it in an experiment',
    'en/atlas/gelu/',
    '#chapters + ul',
    /^Choosing/,
    '/en/chapters/choosing-an-activation/',
  ],
  [
    'a function to a chapter that asks about it',
    'en/atlas/maxout/',
    '#chapters + ul',
    /^Choosing/,
    '/en/chapters/choosing-an-activation/',
  ],
  [
    'an event to its function',
    'en/history/',
    '.event:has(#analog-thresholds)',
    'ReLU',
    '/en/atlas/relu/',
  ],
  [
    'an event to its source',
    'en/history/',
    '.event:has(#perceptron)',
    /Rosenblatt/,
    '/en/bibliography/#rosenblatt-1958',
  ],
  [
    'a source to its event',
    'en/bibliography/',
    '#rosenblatt-1958',
    /^1958, /,
    '/en/history/#perceptron',
  ],
  [
    'a source to a chapter',
    'en/bibliography/',
    '#rosenblatt-1958',
    'Why nonlinearity matters',
    '/en/chapters/why-nonlinearity-matters/',
  ],
  [
    'an event to a chapter',
    'en/history/',
    '.event:has(#perceptron)',
    'Why nonlinearity matters',
    '/en/chapters/why-nonlinearity-matters/',
  ],
  [
    'an event to a term',
    'en/history/',
    '.event:has(#perceptron)',
    'weight',
    '/en/glossary/#weight',
  ],
  ['a term to its event', 'en/glossary/', '#weight', /^1958, /, '/en/history/#perceptron'],
  ['a term to its symbol', 'en/glossary/', '#pre-activation', 'z', '/en/notation/#pre-activation'],
  [
    'a symbol to its term',
    'en/notation/',
    '#pre-activation',
    'pre-activation',
    '/en/glossary/#pre-activation',
  ],
  [
    'a symbol to its chapter',
    'en/notation/',
    '#alpha',
    /^Leaky/,
    '/en/chapters/leaky-relu-and-its-kin/#a-small-slope',
  ],
  [
    'a chapter to its symbol',
    'en/chapters/leaky-relu-and-its-kin/',
    '.chapter-end',
    'alpha',
    '/en/notation/#alpha',
  ],
  [
    'a chapter to the lesson',
    'en/chapters/choosing-an-activation/',
    'article',
    'four questions',
    '/en/bibliography/#checking',
  ],
  [
    'a chapter to what it builds on',
    'en/chapters/choosing-an-activation/',
    '.page-head',
    '4',
    '/en/chapters/relu-for-and-against/',
  ],
  [
    'the map to a chapter',
    'en/',
    '.chapter-map',
    /^4 ReLU.* Builds on 1, 2\./,
    '/en/chapters/relu-for-and-against/',
  ],
])('%s, without JavaScript', async (_name, path, scope, link, goal) => {
  expect(await follow(path, scope, link)).toBe(goal);
});

test('the years of the history are times in an ordered list', async () => {
  const years = await visit('en/history/', desk, ({ page }) =>
    page
      .locator('ol > li > time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime'))),
  );
  expect(years.length).toBeGreaterThan(25);
  expect([...years].sort()).toEqual(years);
});

test.each([
  ['a phone', phone, 2],
  ['a desk', desk, 5],
])(
  'on %s the map shows every chapter once, and beside each other as many as fit',
  async (_name, view, most) => {
    const boxes = await visit('en/', view, ({ page }) =>
      page.locator('.map-chapter rect').evaluateAll((rects) =>
        rects
          .map((rect) => rect.getBoundingClientRect())
          .filter(({ width }) => width > 0)
          .map(({ top, height }) => ({ top: Math.round(top), height })),
      ),
    );
    expect(boxes.length).toBeGreaterThanOrEqual(7);
    expect(Math.min(...boxes.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
    const inRow = boxes.map(({ top }) => boxes.filter((other) => other.top === top).length);
    expect(Math.max(...inRow)).toBeLessThanOrEqual(most);
  },
);

test('a chapter can be cited by itself', async () => {
  const bibtex = await visit('en/chapters/relu-for-and-against/', desk, async ({ page }) => {
    await page.getByText('Cite this chapter').click();
    return page.locator('.chapter-end pre').innerText();
  });
  expect(bibtex).toContain('title = {{ReLU}, for and against}');
  expect(bibtex).toContain('chapter = {4}');
});
