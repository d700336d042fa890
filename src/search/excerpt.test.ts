import { expect, test } from 'vitest';
import { beginning, excerpt, mark, type Piece } from './excerpt.ts';

const show = (pieces: Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const filler = 'Some words that nobody asked for stand here. '.repeat(12);

test('marks words in the form the text has them', () => {
  expect(show(mark('Gradients vanish; the gradient’s size', new Set(['gradient'])))).toBe(
    '[Gradients] vanish; the [gradient’s] size',
  );
});

test('marks neighbouring pairs of Chinese as one', () => {
  expect(show(mark('关于梯度消失的问题', new Set(['梯度', '度消', '消失'])))).toBe(
    '关于[梯度消失]的问题',
  );
});

test('shows where most of the words stand together, not where the first one does', () => {
  const text = `A gradient. ${filler}Here the gradient is vanishing with depth. ${filler}`;
  const shown = show(excerpt(text, new Set(['gradient', 'vanishing'])));
  expect(shown).toContain('Here the [gradient] is [vanishing]');
  expect(shown).toMatch(/^… \S.*\S …$/);
});

test('is about as long as asked, in whole words', () => {
  const text = `${filler}needle ${filler}`;
  const shown = excerpt(text, new Set(['needle']), 100);
  const plain = shown.map((piece) => piece.text).join('');
  expect(plain.length).toBeLessThan(110);
  const words = plain.replaceAll('…', '').trim().split(' ');
  expect(words.filter((word) => !text.split(' ').includes(word))).toEqual([]);
});

test('a short text is shown whole, a text without the words from its beginning', () => {
  expect(show(excerpt('A short text.', new Set(['other'])))).toBe('A short text.');
  expect(show(excerpt(filler, new Set(['other'])))).toMatch(/^Some words/);
});

test('the beginning of a text keeps its beginning, wherever the words stand', () => {
  expect(show(beginning(`${filler}needle`, new Set(['needle', 'word']), 20))).toBe(
    'Some [words] that …',
  );
});
