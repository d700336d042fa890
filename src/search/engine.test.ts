import { describe, expect, test } from 'vitest';
import { createEngine } from './engine.ts';
import type { SearchRecord } from './types.ts';

const place = (title: string, text: string, more: Partial<SearchRecord> = {}): SearchRecord => ({
  url: title,
  title,
  where: '',
  names: [],
  text,
  ...more,
});

function engine() {
  const engine = createEngine();
  engine.add('chapter', [
    place('Any curve, by hand', 'SiLU SiLU SiLU: the swish of a curve; the slope of σ; depth'),
    place('What vanishes', 'The gradient shrinks with depth.', { where: 'Chapter 3: Saturation' }),
    place('Summary', 'Saturation in short.', { where: 'Chapter 3: Saturation' }),
  ]);
  engine.add('function', [
    place('SiLU', 'A number weighed by its sigmoid.', { names: ['Swish', 'sigmoid linear unit'] }),
    place('Sigmoid', 'It saturates.', { names: ['σ', 'logistic'] }),
    place('Hard sigmoid', 'The sigmoid of lines: sigmoid sigmoid.', { names: [] }),
  ]);
  return engine;
}

const titles = (query: string) =>
  engine()
    .search(query)
    .hits.map(({ title }) => title);

describe('a place that has the name comes before places that speak of it', () => {
  test.each([
    ['silu', 'SiLU'],
    ['swish', 'SiLU'],
    ['σ', 'Sigmoid'],
    ['sigmoid', 'Sigmoid'],
    ['Sig', 'Sigmoid'],
    ['hard-sigmoid', 'Hard sigmoid'],
  ])('%s', (query, title) => expect(titles(query)[0]).toBe(title));
});

test('all words must be there, in the text or in the name of the chapter', () => {
  expect(titles('gradient depth')).toEqual(['What vanishes']);
  expect(titles('saturation summary')).toEqual(['Summary']);
});

test('one word does not bring every section of a chapter with that name', () => {
  expect(titles('saturation')).not.toContain('What vanishes');
});

test('a misspelt word is forgiven, and only when nothing is spelt so', () => {
  expect(engine().search('gradeint')).toMatchObject({
    matched: 'all',
    hits: [{ title: 'What vanishes' }],
  });
});

test('when no place has all the words, those with some are said to be that', () => {
  const { matched, hits } = engine().search('gradient logistic');
  expect(matched).toBe('some');
  expect(hits.map(({ title }) => title).sort()).toEqual(['Sigmoid', 'What vanishes']);
});

test('a short word that is followed by another is whole', () => {
  expect(engine().search('th gradient').matched).toBe('some');
  expect(titles('gradient sh')).toEqual(['What vanishes']);
});

test('one letter is a sign of its own and not the beginning of words', () => {
  expect(titles('s')).toEqual([]);
});

test('what was met is known for the marks, in the words of the text', () => {
  expect([...engine().search('shrink').hits[0]!.terms]).toEqual(['shrink']);
  expect([...engine().search('shri').hits[0]!.terms]).toEqual(['shrink']);
});

test('a reader who finds nothing is offered names that are spelt alike', () => {
  expect(engine().search('zigmoyd').hits).toEqual([]);
  expect(
    engine()
      .nearest('zigmoyd', 2)
      .map(({ title }) => title),
  ).toContain('Sigmoid');
});

test('nothing asked, nothing found', () => {
  expect(engine().search('  ')).toEqual({ hits: [], matched: 'none' });
});
