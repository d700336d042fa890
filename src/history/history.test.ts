import { describe, expect, test } from 'vitest';
import { activations } from '#activations/index.ts';
import { loadReferences } from '#bibliography/load.ts';
import { eventsWith, loadHistory, yearOfEvent } from './load.ts';
import { historyProblems, type History } from './schema.ts';

const event = (id: string, source: string) => ({
  id,
  title: id,
  text: id,
  sources: [source],
  functions: [],
  terms: [],
});
const years: Record<string, number> = { a: 1943, b: 1958 };
const known = {
  yearOf: (source: string) => years[source],
  hasFunction: (id: string) => id === 'relu',
  hasTerm: (key: string) => key === 'unit',
};
const messages = (history: History) =>
  [...historyProblems(history, known)].map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a history', () => {
  test('in order and without strangers is sound', () => {
    const events = [
      event('one', 'a'),
      { ...event('two', 'b'), functions: ['relu'], terms: ['unit'] },
    ];
    expect(messages([{ id: 'era', title: 'e', text: 'e', events }])).toEqual([]);
  });

  test('names what leads nowhere, stands twice or comes too early', () => {
    const events = [
      event('one', 'b'),
      { ...event('one', 'a'), functions: ['rleu'], terms: ['untied'] },
      event('three', 'c'),
    ];
    expect(messages([{ id: 'era', title: 'e', text: 'e', events }])).toEqual([
      '0.events.1: the id "one" is there twice',
      '0.events.1: no function "rleu"',
      '0.events.1: no glossary entry "untied"',
      '0.events.1: 1943 stands after 1958',
      '0.events.2: no reference "c" with a year',
    ]);
  });
});

describe('the history of the book', () => {
  test.each(Object.values(activations))('$name stands at its primary source', ({ id, source }) => {
    const works = eventsWith('en', 'functions', id).map(({ sources }) => sources[0]);
    expect(works).toContain(source);
  });

  test('spans the years from the first rectifier to our own', () => {
    const events = loadHistory('en').flatMap(({ events }) => events);
    expect(events.length).toBeGreaterThan(25);
    expect(yearOfEvent(events[0]!)).toBe(loadReferences()['householder-1941']!.year);
    expect(yearOfEvent(events.at(-1)!)).toBeGreaterThan(2022);
  });
});
