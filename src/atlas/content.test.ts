/** What the atlas needs from the content folders, for every function of the registry. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { activations, elementwise } from '#activations/index.ts';
import type { Activation } from '#activations/types.ts';
import { loadReferences } from '#bibliography/load.ts';
import { libraries, listingsOfFunction } from '#code/listings.ts';
import { locales } from '#i18n/locales.ts';
import { messageData } from '#i18n/messages.ts';
import { frameworkNote } from './framework-notes.ts';

const all: readonly Activation[] = Object.values(activations);
const ids = all.map(({ id }) => id).sort();
const names = (folder: string) => readdirSync(folder).map((file) => path.parse(file).name);

test('every function has listings in all libraries, and no listing is left over', () => {
  const files = readdirSync('content/code').filter((file) => file.endsWith('.yml'));
  expect(files.map((file) => path.parse(file).name).sort()).toEqual(ids);
  for (const id of ids)
    expect(
      listingsOfFunction(id).map(({ library }) => library),
      id,
    ).toEqual([...libraries]);
});

test('every source has a year to sort by', () => {
  const references = loadReferences();
  for (const { id, source } of all) expect(references[source]?.year, id).toBeTypeOf('number');
});

describe.each([...locales])('in %s', (locale) => {
  test('every function has a text, and no text is left over', () => {
    expect(names(`content/${locale}/functions`).sort()).toEqual(ids);
  });

  test('every parameter is explained, and nothing that is no parameter', () => {
    const wanted = elementwise.flatMap(({ id, parameters }) =>
      Object.keys(parameters).map((name) => `atlas.parameter.${id}.${name}`),
    );
    const given = Object.keys(messageData(locale, 'atlas.parameter.'));
    expect(given.filter((key) => key.split('.').length > 3).sort()).toEqual(wanted.sort());
  });

  test('every framework note that is referred to exists', () => {
    for (const { frameworks } of all) {
      for (const { note } of Object.values(frameworks)) {
        if (note) expect(frameworkNote(locale, note)).not.toBe('');
      }
    }
    expect(() => frameworkNote(locale, 'no-such-note')).toThrow('no-such-note');
  });
});
