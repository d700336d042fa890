import { expect, test } from 'vitest';
import { changedLines } from './changed-lines.ts';

test('a line that was not there before is new; one that only moved or empty ones are not', () => {
  const before = 'import numpy\n\nx = 1\nprint(x)\n';
  const after = 'import numpy\n\nfor x in (1, 2):\n    print(x)\n\n';
  expect([...changedLines(after, before)]).toEqual([3]);
});

test('against nothing every line with words is new', () => {
  expect([...changedLines('a = 1\n\nb = 2\n', '')]).toEqual([1, 3]);
});
