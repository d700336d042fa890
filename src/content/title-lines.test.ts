import { expect, test } from 'vitest';
import { linesOf } from './title-lines.ts';

test('a title is cut into few lines of like length', () => {
  expect(linesOf('Leaky ReLU and its kin', 19)).toEqual(['Leaky ReLU', 'and its kin']);
  expect(linesOf('tanh versus sigmoid', 19)).toEqual(['tanh versus sigmoid']);
  expect(linesOf('Softmax and the output layer', 19)).toEqual(['Softmax and the', 'output layer']);
  expect(linesOf('Incomprehensibilities', 5)).toEqual(['Incomprehensibilities']);
});
