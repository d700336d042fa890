/** Formulas as screen readers get them: MathML whose elements have the children that they need. */
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { pagesOf } from './builds.ts';

const children: Record<string, number> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};
const pages = pagesOf('root').filter(({ html }) => html.includes('<math'));

test('most pages have formulas', () => {
  expect(pages.length).toBeGreaterThan(40);
});

test.each(pages.map(({ path, html }) => [path, html] as const))('/%s', (_path, html) => {
  const { document } = parseHTML(html);
  const wrong = [...document.querySelectorAll(Object.keys(children).join())].filter(
    (element) => element.childElementCount !== children[element.localName],
  );
  expect(wrong.map((element) => element.outerHTML)).toEqual([]);
});
