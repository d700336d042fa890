import { describe, expect, test } from 'vitest';
import { addressOf, countPages, planFor, standInFor, toKeep } from './decide.ts';
import type { Edition } from './edition.ts';

const top = 'https://book.example/b/';
const addresses = [
  '',
  'a.svg',
  '_astro/a.js',
  'en/',
  'en/atlas/',
  'en/atlas/relu/',
  'en/not-kept/',
];
const edition: Edition = {
  id: 'a',
  files: Object.fromEntries(addresses.map((address) => [address, 'x'])),
  sent: 1,
  stored: 2,
};
const asked = (path: string, mode = 'navigate', method = 'GET') =>
  planFor({ url: top + path, mode, method }, top, edition);

test.each([
  ['en/atlas/?a=1#relu', 'en/atlas/'],
  ['en/index.html', 'en/'],
  ['index.html', ''],
  ['x%20y.bib', 'x y.bib'],
  ['%', undefined],
])('the address of %s is %s', (path, address) => expect(addressOf(top + path, top)).toBe(address));

test('another site, or another folder of this one, is no part of the book', () => {
  expect(addressOf('https://other.example/b/en/', top)).toBeUndefined();
  expect(addressOf('https://book.example/c/', top)).toBeUndefined();
});

describe('a request', () => {
  test.each([
    ['en/atlas/', 'navigate', { file: 'en/atlas/', as: 'page' }],
    ['_astro/a.js', 'cors', { file: '_astro/a.js', as: 'part' }],
    ['a.svg', 'no-cors', { file: 'a.svg', as: 'data' }],
    ['en/atlas', 'navigate', { go: 'en/atlas/' }],
    ['en/none/', 'navigate', { unknown: true }],
    ['downloads/a.zip', 'navigate', 'leave'],
    ['_astro/other-edition.js', 'cors', 'leave'],
    ['constructor', 'cors', 'leave'],
  ])('for %s (%s)', (path, mode, plan) => expect(asked(path, mode)).toEqual(plan));

  test('that changes something, or leads elsewhere, is left alone', () => {
    expect(asked('en/', 'navigate', 'POST')).toBe('leave');
    const elsewhere = { url: 'https://other.example/', mode: 'navigate', method: 'GET' };
    expect(planFor(elsewhere, top, edition)).toBe('leave');
  });
});

test('a page that is missing is explained in its language, else in the first', () => {
  const both = { ...edition, files: { ...edition.files, 'zh/not-kept/': 'x' } };
  expect(standInFor('zh/atlas/', both)).toBe('zh/not-kept/');
  expect(standInFor('fr/atlas/', both)).toBe('en/not-kept/');
  expect(standInFor('en/', { ...edition, files: {} })).toBeUndefined();
});

describe('a new edition keeps', () => {
  const none = { kept: [], whole: false, open: [] };
  const shared = addresses.filter((address) => !address.startsWith('en/atlas/'));

  test('what all pages share, and the covers', () =>
    expect(toKeep(edition, none, top)).toEqual(shared));

  test('the pages that are open or were kept, unless they are gone', () => {
    const kept = ['en/atlas/relu/', 'en/gone/'];
    const open = [`${top}en/atlas/#relu`];
    expect(toKeep(edition, { kept, whole: false, open }, top)).toEqual(addresses);
    expect(toKeep(edition, { ...none, kept }, top)).not.toContain('en/atlas/');
  });

  test('everything for a reader who wanted all', () =>
    expect(toKeep(edition, { ...none, whole: true }, top)).toEqual(addresses));
});

test('pages are counted without the door and without what else is kept', () => {
  expect(countPages(edition, ['', 'en/', 'a.svg', 'en/gone/'])).toEqual({ pages: 4, kept: 1 });
});
