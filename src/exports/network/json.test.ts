import { describe, expect, test } from 'vitest';
import { cases } from './cases.ts';
import { exportNetwork, NetworkJsonError, parseNetworkJson } from './index.ts';
import { runDataOf, say } from './testing.ts';

const run = runDataOf(cases['adam-batch-normalization']!);
const text = exportNetwork('json', run, say);
const document = JSON.parse(text) as Record<string, unknown>;

test.each(Object.entries(cases))('%s comes back from JSON, bit by bit', (_name, setup) => {
  const all = runDataOf(setup);
  const back = parseNetworkJson(exportNetwork('json', all, say));
  expect(back.setup).toEqual(all.setup);
  expect([...back.parameters]).toEqual(Array.from(all.parameters));
  expect([...back.initialParameters]).toEqual(Array.from(all.initialParameters));
  expect(back.history).toEqual(JSON.parse(JSON.stringify(all.history)));
});

describe('what cannot be opened says why', () => {
  const reasonFor = (given: string) => {
    try {
      parseNetworkJson(given);
    } catch (error) {
      if (error instanceof NetworkJsonError) return error.reason;
      throw error;
    }
    return undefined;
  };
  const changed = (changes: object) => JSON.stringify({ ...document, ...changes });
  const setup = (changes: object) => changed({ setup: { ...run.setup, ...changes } });

  test.each([
    ['', 'notJson'],
    ['{"format": "why-neu', 'notJson'],
    ['null', 'notANetwork'],
    ['[1, 2]', 'notANetwork'],
    [changed({ format: 'onnx' }), 'notANetwork'],
    [changed({ version: 2, setup: 'something else' }), 'newer'],
    [changed({ parameters: 'many' }), 'notANetwork'],
    [changed({ parameters: [1, null] }), 'notANetwork'],
    [changed({ surprise: true }), 'notANetwork'],
    [setup({ hidden: [4, 0] }), 'setup'],
    [setup({ activation: undefined }), 'setup'],
    [setup({ activation: [{ id: 'toString' }, { id: 'relu' }] }), 'setup'],
    [setup({ activation: [{ id: 'own', formula: 'z +' }, { id: 'relu' }] }), 'setup'],
    [setup({ dataset: 'own' }), 'setup'],
    [setup({ dataset: '__proto__' }), 'setup'],
    [setup({ hidden: [5] }), 'setup'],
    [setup({ normalization: 'none' }), 'parameters'],
    [changed({ initialParameters: [] }), 'parameters'],
  ])('%.40s', (given, reason) => expect(reasonFor(given)).toBe(reason));
});
