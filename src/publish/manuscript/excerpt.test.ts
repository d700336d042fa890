import { expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';
import type { Manuscript, Section } from './types.ts';

const section = (more: Partial<Section> & Pick<Section, 'id' | 'kind' | 'html'>): Section => ({
  level: 1,
  title: more.id,
  notes: [],
  ...more,
});

const chapter = 'why-nonlinearity-matters';
const book = {
  locale: 'en',
  sections: [
    section({
      id: chapter,
      kind: 'chapter',
      chapter,
      html: '<p><a href="#glossary_kink">kink</a> <a href="#claims_C05">C05</a> <a href="#here">here</a><b id="here"></b></p>',
      notes: [
        {
          id: 'n',
          ref: 'r',
          kind: 'margin',
          label: '1',
          html: '<a href="#bibliography_he">He</a>',
        },
      ],
    }),
    section({ id: 'claims', kind: 'claims', html: '<p id="claims_C05"></p>' }),
    section({
      id: 'glossary',
      kind: 'glossary',
      html: '<dl class="glossary"><div id="glossary_kink"></div><div id="glossary_loss"></div></dl>',
    }),
    section({
      id: 'bibliography',
      kind: 'bibliography',
      html: '<ul class="references"><li id="bibliography_he"></li><li id="bibliography_glorot"></li></ul>',
    }),
  ],
} as unknown as Manuscript;

test('a chapter takes with it what it uses, and nothing else', () => {
  const { sections } = excerpt(book, chapter);
  expect(sections.map(({ id }) => id)).toEqual([chapter, 'glossary', 'bibliography']);
  expect(sections[1]!.html).toBe('<dl class="glossary"><div id="glossary_kink"></div></dl>');
  expect(sections[2]!.html).toBe('<ul class="references"><li id="bibliography_he"></li></ul>');
});

test('links to the rest of the book are text, or lead to the live one', () => {
  const html = ({ sections }: Manuscript) => sections[0]!.html;
  expect(html(excerpt(book, chapter))).toContain('</a> C05 <a');
  expect(html(excerpt({ ...book, site: 'https://book.example/' }, chapter))).toContain(
    'href="https://book.example/en/claims/#C05"',
  );
  expect(html(excerpt(book, chapter))).toContain('href="#here"');
});

test('a chapter that is not there is an error', () => {
  expect(() => excerpt(book, 'nothing')).toThrow('nothing');
});
