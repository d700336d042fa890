import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

const names = ['offline', 'epub', 'site'];

test('all steps are run when none is picked', () => {
  expect(readOptions([], names)).toEqual({ picked: new Set(names), base: '/' });
});

test('picks steps by name', () => {
  expect(readOptions(['--only', 'epub, offline'], names).picked).toEqual(
    new Set(['epub', 'offline']),
  );
});

test.each(['ebup', '', 'epub,zip'])('refuses --only "%s", and lists the steps', (only) => {
  expect(() => readOptions([`--only=${only}`], names)).toThrow(/no step.*offline, epub, site/);
});

test('refuses an option that it does not know', () => {
  expect(() => readOptions(['--olny', 'epub'], names)).toThrow(/--olny/);
});

test.each(['book', '/book', 'book/'])('takes %s for the folder /book/', (base) => {
  expect(readOptions(['--base', base], names).base).toBe('/book/');
});
