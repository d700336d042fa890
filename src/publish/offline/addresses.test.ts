import { expect, test } from 'vitest';
import {
  fileAt,
  fromTop,
  isSiteAddress,
  mapValue,
  relativeAddress,
  styleOnDisk,
} from './addresses.ts';

const files = new Set([
  'index.html',
  'en/index.html',
  'en/atlas/index.html',
  'en/a b.bib',
  'x.svg',
]);

test.each([
  ['/en/', 'en/index.html'],
  ['/en/atlas/#relu', 'en/atlas/index.html'],
  ['/en/atlas/?theme=dark', 'en/atlas/index.html'],
  ['/en/a%20b.bib', 'en/a b.bib'],
  ['/', 'index.html'],
  ['/en/atlas', undefined],
  ['/en/none/', undefined],
])('%s leads to %s', (address, file) => expect(fileAt(address, files)).toBe(file));

test.each([
  ['/en/', 'en/atlas/index.html', '../index.html'],
  ['/en/atlas/#a/b', 'en/atlas/index.html', 'index.html#a/b'],
  ['/x.svg', 'index.html', 'x.svg'],
  ['/en/a%20b.bib', 'x.html', 'en/a%20b.bib'],
  ['/none', 'x.html', undefined],
])('%s seen from %s is %s', (address, from, relative) =>
  expect(relativeAddress(address, from, files)).toBe(relative),
);

test.each([
  ['../claims/#C61', '/en/claims/#C61'],
  ['atlas/', '/en/bibliography/atlas/'],
  ['/en/', '/en/'],
  ['#sources', '#sources'],
  ['https://doi.org/1', 'https://doi.org/1'],
  ['data:text/plain,../a', 'data:text/plain,../a'],
])('%s on a page is %s from the top', (link, address) =>
  expect(fromTop(link, 'en/bibliography/index.html')).toBe(address),
);

test.each(['/', '/ or another key', '//host/', 'en/', '#a', '{"a": "/en/"}'])(
  '%s is no address within the site',
  (value) => expect(isSiteAddress(value)).toBe(false),
);

test('addresses in styles are changed, quoted or not; others are left', () => {
  const css = `a{src:url(/x.svg)}b{src:url( "/y.svg" )}c{src:url(data:font/woff2;base64,/en/)}`;
  expect(styleOnDisk(css, (address) => `..${address}`)).toBe(
    `a{src:url("../x.svg")}b{src:url("../y.svg")}c{src:url(data:font/woff2;base64,/en/)}`,
  );
});

test('on disk a font never stays away for being late', () => {
  expect(styleOnDisk('@font-face{font-display:optional}', String)).toBe(
    '@font-face{font-display:swap}',
  );
});

test('addresses within data for a script are changed, and only they', () => {
  const change = (address: string) => (address === '/en/' ? 'index.html' : undefined);
  const data = { page: '/en/', label: '/day', text: 'go to /en/', list: ['/en/', 1, null] };
  expect(JSON.parse(mapValue(JSON.stringify(data), change))).toEqual({
    ...data,
    page: 'index.html',
    list: ['index.html', 1, null],
  });
  expect(mapValue('/en/', change)).toBe('index.html');
  expect(mapValue('from / to /en/', change)).toBe('from / to /en/');
});
