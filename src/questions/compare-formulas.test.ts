import { expect, test } from 'vitest';
import { FormulaError } from '#formula/index.ts';
import { markFormula } from './compare-formulas.ts';

const silu = {
  answer: 'sigmoid(z) * (1 + z * (1 - sigmoid(z)))',
  interval: [-6, 6],
  tolerance: 1e-6,
  mistakes: [{ answer: 'sigmoid(z) * (1 - sigmoid(z))', feedback: 'the slope of σ alone' }],
} as const;

test.each([
  'σ(z) + z σ(z) (1 - σ(z))',
  'silu(z) + sigmoid(z) (1 - silu(z))',
  "f'(x) = 1/(1 + e^(-x)) + x e^(-x) / (1 + e^(-x))^2".slice(8),
  'sigma(z) + z e^(-z) sigma(z)^2',
])('%s is the same function, however it is written', (text) =>
  expect(markFormula(text, silu)).toEqual({ outcome: 'right' }),
);

test('a foreseen mistake is known in any form', () => {
  expect(markFormula('e^(-z) / (1 + e^(-z))^2', silu).feedback).toBe('the slope of σ alone');
});

test('any other is told where it differs', () => {
  const { outcome, difference } = markFormula('sigmoid(z) + z', silu);
  expect(outcome).toBe('wrong');
  expect(difference!.z).toBe(1);
  expect(difference!.given).toBeCloseTo(1.7311, 4);
  expect(difference!.right).toBeCloseTo(0.9277, 4);
});

test('a formula with a hole where there should be none is wrong', () => {
  expect(markFormula('sqrt(z) * 0 + ' + silu.answer, silu).outcome).toBe('wrong');
});

test('letters that the question does not know are named; its own are varied', () => {
  expect(markFormula('a z', silu)).toEqual({ outcome: 'unreadable', strangers: ['a'] });
  const leaky = { ...silu, answer: 'z > 0 ? 1 + 0 z : alpha', mistakes: [] };
  expect(markFormula('z > 0 ? 1 : α', leaky).outcome).toBe('right');
  expect(markFormula('z > 0 ? 1 : α^2', leaky).outcome).toBe('wrong');
});

test('what is no formula is refused with the place', () => {
  expect(() => markFormula('sigmoid(z', silu)).toThrow(FormulaError);
  expect(markFormula(' ', silu)).toEqual({ outcome: 'unreadable' });
});
