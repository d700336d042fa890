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
