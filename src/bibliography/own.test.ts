import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bookBibtex, chapterBibtex, ownCitation } from './own.ts';

const book = ownCitation();

test('the book is cited on its own page as in CITATION.cff', () => {
  const said = readFileSync('content/en/pages/about.mdx', 'utf8');
  const words = (bibtex: string) => bibtex.replace(/[\s{},]/g, '').toLowerCase();
  expect(words(said)).toContain(words(bookBibtex(book)));
});

test('a chapter is a part of the book, with its number and address', () => {
  const chapter = {
    slug: 'relu-for-and-against',
    number: 4,
    title: 'ReLU, for and against',
    url: 'https://book.example/en/chapters/relu-for-and-against/',
  };
  expect(chapterBibtex(chapter, book)).toBe(`@incollection{why-neurons-bend-relu-for-and-against,
  author = {{The authors of Why Neurons Bend}},
  title = {{ReLU}, for and against},
  booktitle = {Why {Neurons} {Bend}: an interactive textbook on activation functions},
  chapter = {4},
  year = {2026},
  url = {https://book.example/en/chapters/relu-for-and-against/},
}
`);
});

test('other programs read it', () => {
  const bibtex = chapterBibtex({ slug: 'x', number: 1, title: 'Two layers' }, book);
  const [read] = plugins.input.chain(bibtex, { generateGraph: false });
  expect(read).toMatchObject({ type: 'chapter', title: 'Two layers', 'chapter-number': '1' });
});
