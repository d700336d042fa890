import { expect, test } from 'vitest';
import { mergeFiles } from './merge.ts';

test('the messages of all files are one catalogue', () => {
  expect(mergeFiles({ shell: { a: 'A' }, figure: { b: 'B' } })).toEqual({ a: 'A', b: 'B' });
});

test('a key in two files names both of them', () => {
  const files = { shell: { a: 'A', b: 'B' }, lab: { c: 'C' }, figure: { b: 'another' } };
  expect(() => mergeFiles(files)).toThrow('"b" stands in shell.json and in figure.json');
});
