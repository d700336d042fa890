import { expect, test } from 'vitest';
import {
  countAnswers,
  emptyProgress,
  merge,
  readProgress,
  withAnswer,
  writeProgress,
  type Entry,
} from './progress.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const given = (outcome: Entry['outcome'], ...answer: string[]) => ({ outcome, answer });

const first = withAnswer(emptyProgress, 'a/x', given('wrong', '1'), at(1));
const second = withAnswer(first, 'a/x', given('right', '2'), at(2));

test('an answer replaces the one before, and the tries are counted', () => {
  expect(second.answers['a/x']).toEqual({
    ...given('right', '2'),
    tries: 2,
    at: '2026-01-02T00:00:00.000Z',
  });
  expect(first.answers['a/x']!.tries).toBe(1);
});

test('what is written is what is read', () => {
  expect(readProgress(writeProgress(second))).toEqual(second);
});

test.each([
  ['{', 'json'],
  ['[]', 'kind'],
  ['{"answers":{}}', 'kind'],
  [JSON.stringify({ ...emptyProgress, version: 2 }), 'version'],
  [JSON.stringify({ ...emptyProgress, answers: { 'a/x': { outcome: 'right' } } }), 'entry a/x'],
  [JSON.stringify({ ...emptyProgress, answers: { '<b>': second.answers['a/x'] } }), 'entry <b>'],
])('%s is refused', (text, reason) => expect(() => readProgress(text)).toThrow(reason));

test('of two answers to one question the later stays, whichever is read in', () => {
  const other = withAnswer(emptyProgress, 'b/y', given('given', 'words'), at(3));
  for (const [a, b] of [
    [first, second],
    [second, first],
  ] as const) {
    expect(merge(merge(a, b), other).answers).toEqual({ ...second.answers, ...other.answers });
  }
});

test('only the questions of a chapter are counted', () => {
  expect(countAnswers(second, ['a/x', 'a/z'])).toEqual({ answered: 1, right: 1 });
  expect(countAnswers(first, ['a/x', 'a/z'])).toEqual({ answered: 1, right: 0 });
});
