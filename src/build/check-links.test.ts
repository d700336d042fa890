import { describe, expect, test } from 'vitest';
import { findBrokenLinks } from './broken-links.ts';
import { describeProblems } from './check-links.ts';
import { typedLinks } from './typed-links.ts';

const doc = (body: string) => `<!doctype html><html><head></head><body>${body}</body></html>`;

/** The faults of a book whose first chapter has `body`, beside an atlas with `#relu` and `#plot`. */
function faults(body: string, base = '/'): string[] {
  const pages = new Map([
    ['en/chapters/one/index.html', doc(body)],
    ['en/atlas/index.html', doc('<h2 id="relu">ReLU</h2><figure id="plot"></figure>')],
    ['en/index.html', doc('<h1 id="größe">A book</h1>')],
    ['index.html', doc('')],
    ['404.html', doc('')],
  ]);
  const files = new Set(['favicon.svg', 'en/data file.json']);
  const site = { pages, files, base, origin: 'https://book.example' };
  return findBrokenLinks(site).map(({ message }) => message);
}
const link = (href: string) => `<a href="${href}">x</a>`;

describe('what leads somewhere passes', () => {
  test.each([
    '/en/atlas/',
    '/en/atlas',
    '/en/atlas/#relu',
    '/en/atlas/?from=one#relu',
    '../../atlas/',
    '../one/',
    '.',
    '',
    '#',
    '#top',
    '/',
    '/404.html',
    '/favicon.svg#anything',
    '/en/data%20file.json',
    '/en/#gr%C3%B6%C3%9Fe',
    '/en/#größe',
    '/en/atlas/#relu:~:text=zero',
    '/en/atlas/#v1/plot?z=1.5',
    '/en/atlas/#v1/plot?z=1&alpha=0/relu?z=2',
    'https://book.example/en/atlas/',
    'https://elsewhere.example/nowhere/',
    '//elsewhere.example/',
    'mailto:someone@book.example',
    'data:text/plain,hello',
  ])('%s', (href) => {
    expect(faults(link(href))).toEqual([]);
  });
});

describe('what leads nowhere is named', () => {
  test.each([
    ['/en/atlas/rleu/', 'has no page'],
    ['../atlas/', 'has no page'],
    ['/en/chapters/', 'has no page'],
    ['/missing.png', 'has no page'],
    ['https://book.example/en/rleu/', 'has no page'],
    ['/en/atlas/#rleu', 'finds no #rleu there'],
    ['#relu', 'finds no #relu there'],
    ['/en/atlas/#v1/plot?z=1/other?z=2', 'finds no #other there'],
    ['/en/atlas/#v2/plot', 'has a fragment that cannot be read'],
    ['/en/%E0%A4%A', 'is not percent-encoded correctly'],
    ['http://[', 'is not a URL'],
  ])('%s %s', (href, fault) => {
    expect(faults(link(href))).toEqual([`link to ${href} ${fault}`]);
  });

  test.each([
    ['<img src="/no.png" alt="">', '/no.png'],
    ['<script type="module" src="/no.js"></script>', '/no.js'],
    ['<img alt="" srcset="/favicon.svg 1x, /no.svg 2x">', '/no.svg'],
    ['<svg><use href="#no"></use></svg>', '#no'],
    ['<meta http-equiv="refresh" content="0;url=/no/">', '/no/'],
    [`<p data-key='{"feedback":"See <a href=\\"/no/\\">it</a>."}'></p>`, '/no/'],
  ])('in %s', (body, href) => {
    expect(faults(body).join()).toContain(`link to ${href} `);
  });

  test('a link that an author only shows as code is not one', () => {
    expect(faults('<code>&lt;a href="/no/"&gt;</code>')).toEqual([]);
  });

  test('a drawing that refers to a clip path which is not there', () => {
    const drawing = (id: string) => `<svg><g clip-path="url(#${id})"></g><clipPath id="c"/></svg>`;
    expect(faults(drawing('c'))).toEqual([]);
    expect(faults(drawing('d'))).toEqual(['a drawing uses url(#d), without it']);
  });

  test('an id that is there twice', () => {
    expect(faults('<p id="a"></p><p id="b"></p><p id="a"></p>')).toEqual(['id "a" is there twice']);
  });
});

describe('below a sub-path', () => {
  test('links that keep to it pass', () => {
    expect(faults(link('/book/en/atlas/#relu') + link('../../atlas/'), '/book/')).toEqual([]);
    expect(faults(link('/book') + link('/book/'), '/book/')).toEqual([]);
  });

  test('so does the full address of another site of the same host', () => {
    expect(faults(link('https://book.example/other/'), '/book/')).toEqual([]);
  });

  test.each(['/en/atlas/', '/bookish/en/atlas/', '../../../../en/atlas/'])('%s leaves', (href) => {
    const message = `link to ${href} leaves the book, which stands at /book/`;
    expect(faults(link(href), '/book/')).toEqual([message]);
  });
});

describe('a problem is reported where the author can mend it', () => {
  const texts = new Map([
    ['content/en/chapters/one.mdx', 'First.\n\nSee [ReLU](/atlas/rleu/), [x](/x/atlas/rleu/).'],
    ['content/en/chapters/two.mdx', '[ReLU][r]\n\n[r]: /atlas/rleu/\n\n[Size](#größe).'],
    ['content/en/pages/three.mdx', '![A card](/no-card.png)'],
    ['content/en/questions/one.yml', 'a:\n  feedback: See [there](/no/#where).'],
  ]);
  const report = (page: string, href: string, base = '/') =>
    describeProblems(
      [{ page, href, message: `link to ${href} has no page` }],
      typedLinks(texts, base),
    );

  test('at the line of the chapter that the page was made from', () => {
    expect(report('en/chapters/one/index.html', '/en/atlas/rleu/')).toEqual([
      'content/en/chapters/one.mdx:3: link to /en/atlas/rleu/ has no page',
    ]);
  });

  test('also when the page has it percent-encoded', () => {
    expect(report('en/chapters/two/index.html', '#gr%C3%B6%C3%9Fe')[0]).toMatch(
      /^content\/en\/chapters\/two\.mdx:5: /,
    );
  });

  test('at every place, when the page shows text from elsewhere', () => {
    const places = report('en/glossary/index.html', '/en/atlas/rleu/').map((line) =>
      line.slice(20, 27),
    );
    expect(places).toEqual(['one.mdx', 'two.mdx']);
  });

  test('in a data file, and where the book stands in a folder', () => {
    expect(report('en/chapters/one/index.html', '/book/en/no/#where', '/book/')[0]).toMatch(
      /^content\/en\/questions\/one\.yml:2: /,
    );
  });

  test('of a file, which has no language', () => {
    expect(report('en/index.html', '/book/no-card.png', '/book/')[0]).toMatch(/three\.mdx:1: /);
    expect(report('en/index.html', '/')[0]).toMatch(/^en\/index\.html: /);
  });

  test('at the built page, when nobody typed the link', () => {
    expect(report('en/index.html', '/en/nowhere/')).toEqual([
      'en/index.html: link to /en/nowhere/ has no page',
    ]);
  });

  test('once', () => {
    const problem = { page: 'en/index.html', message: 'id "a" is there twice' };
    expect(describeProblems([problem, problem], () => [])).toHaveLength(1);
  });
});
