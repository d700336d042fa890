import { expect, test } from 'vitest';
import { bookFindings } from './book-rules.ts';
import { proseOf } from './extract.ts';
import type { ProseRules } from './rules.ts';

const rules: ProseRules = {
  limits: { sentence: 6, paragraph: 9 },
  sayings: [
    { not: 'data-?sets?', say: 'data set', because: 'two words' },
    { not: 'Relu', say: 'ReLU', because: 'a name' },
  ],
  off: [],
  spared: [],
};

const found = (source: string, file = 'a.md') =>
  proseOf(file, source).flatMap((prose) =>
    [...bookFindings(prose, rules)].map(({ rule, text, at }) => [rule, text, at]),
  );

test.each([
  [
    'One Dataset or a data-set.',
    [
      ['saying', 'Dataset', 4],
      ['saying', 'data-set', 17],
    ],
  ],
  ['A Relu, not relu.', [['saying', 'Relu', 2]]],
  ['The metadataset and `dataset` $dataset$.', []],
  ['Six words are quite all right.', []],
  [
    'Here. One more than six makes seven words.',
    [['sentence', 'One more than six makes seven …', 6]],
  ],
  ['A formula $a + b + c + d$ counts once.', []],
  [
    'One two three. Four five six. Seven eight nine ten.',
    [['paragraph', 'One two three. Four five six. …', 0]],
  ],
  ['It ends. This does not', [['end', 'This does not …', 9]]],
  ['It ends. “And this, too.”', []],
  ["It's round in Markdown.", []],
])('%s', (source, expected) => {
  expect(found(source)).toEqual(expected);
});

test('a straight apostrophe is named where nothing makes it round', () => {
  expect(found(`{ "a": "It's." }`, 'a.json')).toEqual([['quote', "'", 10]]);
});
