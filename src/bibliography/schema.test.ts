import { expect, test } from 'vitest';
import { parseYaml } from '#content/yaml.ts';
import { loadReferences, referencesFile } from './load.ts';
import { referencesSchema } from './schema.ts';

const good = `he-2015:
  type: misc
  authors: ['He, Kaiming']
  title: Delving deep
  year: 2015
  arxiv: '1502.01852'
  verified: false
`;
const parse = (text: string) => parseYaml(text, referencesFile, referencesSchema).data;

test('a good entry passes', () => {
  expect(parse(good)['he-2015']?.year).toBe(2015);
});

test.each([
  ['a duplicate key', good + good, /references\.yml:8: .*unique/],
  ['a missing field', good.replace('  title: Delving deep\n', ''), /references\.yml:2: .*title/],
  ['an unknown field', `${good}  jurnal: Nature\n`, /references\.yml:2: .*jurnal/],
  ['a malformed DOI', `${good}  doi: doi:10.1\n`, /references\.yml:8: .*a DOI looks like/],
  [
    'an impossible arXiv id',
    good.replace('1502', '1513'),
    /references\.yml:6: .*an arXiv id looks like/,
  ],
  ['a key that is not of this work', good.replace('he-', 'she-'), /references\.yml:2: .*"he-2015"/],
  ['a type that does not exist', good.replace('misc', 'paper'), /references\.yml:2: .*type/],
])('%s is refused with its line', (_what, text, message) => {
  expect(() => parse(text)).toThrow(message);
});

test('the entries of the book are valid and in alphabetical order', () => {
  const keys = Object.keys(loadReferences());
  expect(keys).toEqual([...keys].sort());
});

test('no identifier is given to two works', () => {
  const ids = Object.values(loadReferences()).flatMap(({ doi, arxiv }) => [doi, arxiv]);
  const given = ids.filter((id) => id !== undefined);
  expect(new Set(given).size).toBe(given.length);
});
