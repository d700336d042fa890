import { expect, test } from 'vitest';
import { messagesFor } from '#i18n/messages.ts';
import { renderMath } from '#markdown/math.ts';
import { fragment } from '#publish/manuscript/dom.ts';
import type { Section } from '#publish/manuscript/index.ts';
import { contentOf } from './content.ts';
import { xhtml } from './xhtml.ts';

const t = messagesFor('en');

const bodyOf = (html: string, more: Partial<Section> = {}) =>
  contentOf(
    { id: 'one', kind: 'chapter', level: 1, title: 'One', html, notes: [], ...more },
    (id) => `${id.split('_')[0]}.xhtml`,
    () => '../images/a.png',
    t,
  ).body;

test('HTML becomes well-formed, and pictures keep the case of their names', () => {
  const page = xhtml({
    locale: 'en',
    title: 'A & B',
    style: 'book.css',
    body: '<p>a&nbsp;<br>b</p><svg viewbox="0 0 1 1"><clippath id="c"></clippath></svg>',
  });
  expect(page).toContain('<title>A &amp; B</title>');
  expect(page).toContain('<br/>');
  expect(page).toContain('<clipPath id="c"/>');
  expect(page).toContain('viewBox=');
});

test('a formula is MathML and nothing else', () => {
  const body = bodyOf(`<p>${renderMath(String.raw`(2, -1)`)}</p>`);
  expect(body).toContain('<math');
  expect(body).not.toMatch(/katex|semantics|annotation/);
  // A sign, not a difference.
  expect(body).toMatch(/<mo form="prefix">−<\/mo>/);
});

const formula = (tex: string) => fragment(bodyOf(`<p>${renderMath(tex)}, and more.</p>`));
const texts = (root: Element) =>
  [...root.querySelectorAll('math')].map(({ textContent }) => textContent.replace(/\s/g, ''));

test('a long formula may break before its relations and sums, and never within brackets', () => {
  expect(texts(formula('y = W x + b'))).toEqual(['y=Wx+b']);
  const long = formula('y = W_2 (W_1 x + b_1) + b_2 = (W_2 W_1) x + W_2 b_1 + b_2');
  expect(texts(long)).toEqual(['y', '=W2(W1x+b1)+b2', '=(W2W1)x+W2b1+b2']);
  const sums = formula('a_1 x_1 + a_2 x_2 + a_3 x_3 + a_4 x_4 + a_5 x_5 + a_6 x_6');
  expect(texts(sums)[1]).toBe('+a2x2');
  // Between two things, though it comes first in its piece.
  expect(sums.querySelectorAll('math')[1]!.querySelector('mo')!.getAttribute('form')).toBe('infix');
});

test('the sign after a formula stays with it', () => {
  const together = formula('y = x').querySelector('.together')!;
  expect(together.textContent).toMatch(/,$/);
  expect(together.firstElementChild!.localName).toBe('math');
});

test('the name of a function stands off from its argument, unless that is in brackets', () => {
  const spaces = (tex: string) =>
    [...formula(tex).querySelectorAll('mo')].map((mo) => mo.getAttribute('rspace')).filter(Boolean);
  expect(spaces(String.raw`\tanh z`)).toHaveLength(1);
  expect(spaces(String.raw`\tanh (z)`)).toHaveLength(0);
});

test('every line of a listing can be told from what is left of a long one', () => {
  const body = fragment(bodyOf('<pre class="listing"><code>a = 1\n\nprint(a)</code></pre>'));
  const lines = [...body.querySelectorAll('.line')].map(({ textContent }) => textContent);
  expect(lines).toEqual(['a = 1\n', '\n', 'print(a)']);
});

test('a hint is named by its question', () => {
  const body = fragment(
    bodyOf(
      '<div class="question"><h3 class="question-head">Exercise 2<span>Apply</span></h3><p><a class="note-ref" id="one_r" href="#one_n">Hint 1</a></p></div>',
      { notes: [{ id: 'one_n', ref: 'one_r', kind: 'hint', label: 'Hint 1', html: '<p>x</p>' }] },
    ),
  );
  expect(body.querySelector('.note-label')!.textContent).toBe('Exercise 2: Hint 1');
  expect(body.querySelector('.note-back')!.getAttribute('aria-label')).toContain('Exercise 2');
});

test('links within a document stay there, others name their file', () => {
  const body = bodyOf('<a href="#one_a">a</a><a href="#two_b">b</a><a href="#two">c</a>');
  expect([...body.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '#one_a',
    'two.xhtml#two_b',
    'two.xhtml',
  ]);
});

test('a note says where it belongs and leads back', () => {
  const body = bodyOf(
    '<p>Text<a class="note-ref" role="doc-noteref" id="one_r" href="#one_n">1</a></p>',
    {
      notes: [{ id: 'one_n', ref: 'one_r', kind: 'margin', label: '1', html: '<p>Aside.</p>' }],
    },
  );
  const root = fragment(body);
  expect(root.querySelector('[id="one_r"]')!.getAttribute('epub:type')).toBe('noteref');
  const note = root.querySelector('[id="one_n"]')!;
  expect(note.getAttribute('epub:type')).toBe('footnote');
  expect(note.getAttribute('role')).toBe('doc-footnote');
  expect(note.querySelector('[role="doc-backlink"]')!.getAttribute('href')).toBe('#one_r');
});

test('an entry of the glossary defines its term, and not what else it is called', () => {
  const body = bodyOf(
    '<dl class="glossary"><div><dt>unit<span>also neuron</span></dt><dd>It adds.</dd></div></dl>',
  );
  expect(body).toContain('<dfn epub:type="glossterm">unit</dfn><span>also neuron</span>');
  expect(body).toContain('<dd epub:type="glossdef">');
});

test('no letter of a picture has a rim of paper: the reader may read on black', () => {
  const body = bodyOf(
    '<svg><text stroke="#ffffff" stroke-width="4" paint-order="stroke">a</text><circle stroke="#ffffff"></circle></svg>',
  );
  expect(body).toContain('<text>a</text>');
});
