import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { describe, expect, test } from 'vitest';
import { bibliographyToBibtex, protectCapitals, toBibtex, toLatex } from './bibtex.ts';
import { loadReferences } from './load.ts';
import { parseNames } from './names.ts';
import type { Reference } from './schema.ts';

const book: Reference = {
  type: 'book',
  authors: ['Müller, Klaus-Robert', 'Gemma Team', 'others'],
  title: 'Deep learning',
  publisher: 'Foo & Bar',
  year: 2016,
  doi: '10.1007/3-540-49430-8_2',
  verified: false,
};

test('an entry is written field by field, with identifiers verbatim', () => {
  expect(toBibtex('müller-2016'.normalize('NFD').replace(/\p{M}/gu, ''), book)).toBe(
    [
      '@book{muller-2016,',
      String.raw`  author = {M{\"u}ller, Klaus-Robert and {Gemma Team} and others},`,
      '  title = {Deep learning},',
      String.raw`  publisher = {Foo \& Bar},`,
      '  year = {2016},',
      '  doi = {10.1007/3-540-49430-8_2},',
      '}',
      '',
    ].join('\n'),
  );
});

test('page ranges get two hyphens, preprints their archive', () => {
  const entry = toBibtex('he-2015', loadReferences()['he-2015']!);
  expect(entry).toContain('  pages = {1026--1034},');
  expect(entry).toContain('  eprint = {1502.01852},\n  archiveprefix = {arXiv},');
});

test('accents and special characters become LaTeX', () => {
  expect(toLatex('Léon Łukasz Jiří Mańke 100 % & #1 a_b {x} – y')).toBe(
    String.raw`L{\'e}on {\L}ukasz Ji{\v r}{\'i} Ma{\'n}ke 100 \% \& \#1 a\_b \{x\} -- y`,
  );
});

test('a character without LaTeX is refused rather than lost', () => {
  expect(() => toLatex('深')).toThrow(RangeError);
});

test.each([
  ['Deep learning', 'Deep learning'],
  ['GLU variants improve transformer', '{GLU} variants improve transformer'],
  ['Gaussian error linear units (GELUs)', 'Gaussian error linear units ({GELUs})'],
  ['Efficient BackProp', 'Efficient {BackProp}'],
  ['Mish: A self regularized function', 'Mish: A self regularized function'],
  ['YOLOv4: Optimal speed', '{YOLOv4}: Optimal speed'],
  ["Influence of ReLU'(0) on it", "Influence of {ReLU'}(0) on it"],
  ['RNN encoder-decoder for CIFAR-10', '{RNN} encoder-decoder for {CIFAR}-10'],
])('capitals that matter are protected: %s', (title, expected) => {
  expect(protectCapitals(title)).toBe(expected);
});

describe('an independent parser reads the whole bibliography back', () => {
  const references = loadReferences();
  const parsed = plugins.input.chain(bibliographyToBibtex(references), { generateGraph: false });

  test('with every entry', () => {
    expect(parsed.map(({ id }) => id)).toEqual(Object.keys(references));
  });

  test.each(parsed.map((entry) => [entry.id, entry] as const))('%s', (key, entry) => {
    const reference = references[key]!;
    const { people, others } = parseNames(reference.authors);
    const familyOf = ({
      'non-dropping-particle': particle,
      family,
    }: (typeof entry.author)[number]) => [particle, family].filter(Boolean).join(' ');
    expect(entry.author.map(familyOf)).toEqual([
      ...people.map(({ family }) => family),
      ...(others ? ['others'] : []),
    ]);
    expect(entry.author.flatMap(({ given }) => given ?? [])).toEqual(
      people.flatMap(({ given }) => given ?? []),
    );
    expect(entry.title).toBe(reference.title.replace('−', '-'));
    expect(entry.issued?.['date-parts'][0]?.[0]).toBe(reference.year);
    expect(entry.DOI).toBe(reference.doi);
    if ('pages' in reference) expect(entry.page).toBe(reference.pages);
  });
});
