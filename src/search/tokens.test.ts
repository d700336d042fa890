import { describe, expect, test } from 'vitest';
import { fold, queryWords, tokenize } from './tokens.ts';

const terms = (text: string) => tokenize(text).map(({ term }) => term);

describe('words that are one word to a reader fold to one', () => {
  test.each([
    ['initialization', 'initialisation'],
    ['Colour', 'color'],
    ['centre', 'center'],
    ['gradients', 'gradient'],
    ['boundaries', 'boundary'],
    ['Poincaré', 'poincare'],
    ['ReLU’s', 'relu'],
    ['Σ', 'σ'],
  ])('%s and %s', (a, b) => expect(fold(a)).toBe(fold(b)));

  test.each([
    ['loss', 'los'],
    ['basis', 'basi'],
    ['z', 's'],
    ['four', 'for'],
  ])('%s is not %s', (a, b) => expect(fold(a)).not.toBe(fold(b)));

  test.each(['initialization', 'normalisation', 'vanishing', 'optimizer'])(
    'half of %s is the beginning of the whole',
    (word) => {
      for (let length = 3; length < word.length; length++)
        expect(fold(word)).toContain(fold(word.slice(0, length)).replace(/s$/, ''));
    },
  );
});

test('a compound is found whole and in its parts', () => {
  expect(terms('the pre-activation')).toEqual(['the', 'preactivation', 'pre', 'activation']);
  expect(terms('leaky_relu')).toEqual(['leakyrelu', 'leaky', 'relu']);
  expect(queryWords('pre-activation')).toEqual([[['preactivation'], ['pre', 'activation']]]);
});

test('numbers keep their decimals, names their digits', () => {
  expect(terms('slope 0.25, ReLU6')).toEqual(['slope', '0.25', 'relu6']);
});

test('Greek letters are words', () => expect(terms('σ(βz)')).toEqual(['σ', 'βz']));

test('Chinese is cut into pairs, one character stays one', () => {
  expect(terms('梯度消失 ReLU 层')).toEqual(['梯度', '度消', '消失', 'relu', '层']);
  expect(queryWords('消失')).toEqual([[['消失']]]);
});

test('every token says where it stands', () => {
  const text = 'Vanishing pre-activations; 梯度消失.';
  const pieces = tokenize(text).map(({ start, end }) => text.slice(start, end));
  expect(pieces).toEqual([
    'Vanishing',
    'pre-activations',
    'pre',
    'activations',
    '梯度',
    '度消',
    '消失',
  ]);
});

test('signs alone ask for nothing', () => expect(queryWords(' / − ?! ')).toEqual([]));
