import { expect, test } from 'vitest';
import { activations } from '#activations/index.ts';
import { activationFiles, definitionsIn, repeatedIds } from './unique-ids.ts';

test('a second function with the same id is named with both lines', () => {
  const first = { file: 'a.ts', text: "export const a = define({\n  id: 'relu',\n});\n" };
  const second = { file: 'b.ts', text: "\n\nconst b = gatedUnit('relu', relu);\n  id: 'other',\n" };
  expect(repeatedIds([first, second])).toEqual([
    'The id "relu" is defined at a.ts:2 and at b.ts:3.',
  ]);
});

test('every function of the registry is found, and nothing else', () => {
  const found = [...definitionsIn(activationFiles()).keys()];
  expect(found.sort()).toEqual(Object.keys(activations).sort());
});
