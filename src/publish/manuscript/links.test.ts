import { expect, test } from 'vitest';
import { fragment } from './dom.ts';
import { claimIds, homeOf, leadLinks, type Homes } from './links.ts';

const homes: Homes = {
  pages: new Map([
    ['/en/glossary/', 'glossary'],
    ['/en/atlas/', 'atlas'],
    ['/en/atlas/relu/', 'atlas_relu'],
  ]),
  ids: new Set(['glossary', 'glossary_kink', 'atlas', 'atlas_relu', 'atlas_relu_plot']),
};
const site = 'https://book.example/sub/';

test.each([
  ['/en/glossary/#kink', '#glossary_kink'],
  ['/en/glossary/', '#glossary'],
  ['#plot', '#atlas_relu_plot'],
  ['#glossary_kink', '#glossary_kink'],
  ['https://doi.org/10.1/x', 'https://doi.org/10.1/x'],
  // Neither on paper nor known where else.
  ['/en/lab/#v1/lab?activation=relu', undefined],
  ['/en/glossary/#gone', undefined],
  ['/en/atlas/#v1/atlas-filter?family=waves', undefined],
])('%s leads to %s', (href, home) => {
  expect(homeOf(href, '/en/atlas/relu/', homes)).toBe(home);
});

test('what is not printed leads to the live book, when it is known where that is', () => {
  const known = { ...homes, site };
  expect(homeOf('/en/lab/#v1/lab?activation=relu', '/en/atlas/relu/', known)).toBe(
    `${site}en/lab/#v1/lab?activation=relu`,
  );
  expect(homeOf('#v1/plot?z=2', '/en/atlas/relu/', known)).toBe(
    `${site}en/atlas/relu/#v1/plot?z=2`,
  );
});

test('a link without a home leaves its words', () => {
  const root = fragment(
    '<p>See <a href="/en/lab/">the laboratory</a>, <a href="#plot">above</a>.</p>',
  );
  leadLinks(root, '/en/atlas/relu/', homes);
  expect(root.innerHTML).toBe('<p>See the laboratory, <a href="#atlas_relu_plot">above</a>.</p>');
});

test('ids and what refers to them within a page get the name of the section, once', () => {
  const root = fragment(
    '<h2 id="one">1</h2><section aria-labelledby="one two"><h3 id="two">2</h3><i id="part_three"></i></section>' +
      '<svg><defs><path id="dot" d="M0 0"></path></defs><use href="#dot"></use></svg>',
  );
  claimIds(root, 'part');
  claimIds(root, 'part');
  const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids).toEqual(['part_one', 'part_two', 'part_three', 'part_dot']);
  expect(root.querySelector('section')!.getAttribute('aria-labelledby')).toBe('part_one part_two');
  expect(root.querySelector('use')!.getAttribute('href')).toBe('#part_dot');
});
