import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseYaml } from './yaml.ts';

const schema = z.record(z.string(), z.strictObject({ year: z.number() }));

test('returns the data and the line of any value', () => {
  const { data, where } = parseYaml('a:\n  year: 1\nb:\n  year: 2\n', 'x.yml', schema);
  expect(data).toEqual({ a: { year: 1 }, b: { year: 2 } });
  expect(where('b', 'year')).toBe('x.yml:4');
});

test('names file and line of a duplicate key', () => {
  expect(() => parseYaml('a:\n  year: 1\na:\n  year: 2\n', 'x.yml', schema)).toThrow(
    /x\.yml:3: .*unique/,
  );
});

test('names file and line of a value that the schema refuses', () => {
  expect(() => parseYaml('a:\n  year: 1\nb:\n  year: soon\n', 'x.yml', schema)).toThrow(
    'x.yml:4: b.year',
  );
});

test('names file and line of a syntax error', () => {
  expect(() => parseYaml('a:\n  year: [1\n', 'x.yml', schema)).toThrow(/^x\.yml:\d+: /);
});
