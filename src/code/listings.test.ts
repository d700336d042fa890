/** The listings of the book and what they print. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  hashOf,
  ideaIds,
  libraries,
  listingsOfFunction,
  listingsOfIdea,
  outputOf,
} from './listings.ts';

const functions = readdirSync('content/code')
  .filter((file) => file.endsWith('.yml'))
  .map((file) => path.parse(file).name);
const outputs = JSON.parse(readFileSync('content/code/outputs.json', 'utf8')) as object;

test('what was recorded belongs to the listings as they stand, and nothing is left over', () => {
  for (const id of functions) expect(() => listingsOfFunction(id), id).not.toThrow();
  for (const id of ideaIds()) expect(() => listingsOfIdea(id), id).not.toThrow();
  expect(Object.keys(outputs).sort()).toEqual([...functions, ...ideaIds()].sort());
});

test('every listing for NumPy has been run', () => {
  const listings = [...functions.map(listingsOfFunction), ...ideaIds().map(listingsOfIdea)].flat();
  const numpy = listings.filter(({ library }) => library === 'numpy');
  expect(numpy.length).toBeGreaterThan(40);
  for (const { code, output } of numpy) expect(output?.prints, code).toMatch(/\S/);
});

test('a listing that has changed since it was run stops the build, with the cure', () => {
  const recorded = { hash: hashOf('print(1)\n'), version: '2.0', prints: '1\n' };
  expect(outputOf('one', 'numpy', 'print(1)\n', recorded)).toEqual({
    code: 'print(1)\n',
    output: { version: '2.0', prints: '1\n' },
  });
  expect(outputOf('one', 'numpy', 'print(2)\n')).toEqual({ code: 'print(2)\n' });
  expect(() => outputOf('one', 'numpy', 'print(2)\n', recorded)).toThrow('--record one');
});

test('the libraries come in the order of the tabs', () => {
  const found = listingsOfFunction('relu').map(({ library }) => library);
  expect(found).toEqual([...libraries]);
});

/** A Python that can run the listings: one with NumPy and PyYAML. */
const python = [process.env['PYTHON'], '/usr/bin/python3', 'python3', 'python'].find(
  (command) => command && spawnSync(command, ['-c', 'import numpy, yaml']).status === 0,
);

describe('run again', () => {
  test('every listing that can run here prints what the book says', { timeout: 300_000 }, (ctx) => {
    if (!python)
      return ctx.skip(
        'no Python with NumPy and PyYAML here: the outputs stay as they were recorded',
      );
    const run = spawnSync(python, ['tests/tools/run-snippets.py'], { encoding: 'utf8' });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout).toMatch(/ listings ran, 0 failures/);
  });
});
