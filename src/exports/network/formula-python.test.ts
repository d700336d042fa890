import { expect, test } from 'vitest';
import { parse } from '#formula/index.ts';
import { toPython } from './formula-python.ts';

const numpy = (formula: string) => toPython(parse(formula).expr, 'numpy').text;

test.each([
  ['z', 'z'],
  ['-z', '-z'],
  ['z^2 - 2z + 1', 'z**2 - 2.0 * z + 1.0'],
  ['-(z^2)', '-z**2'],
  ['(-z)^2', '(-z)**2'],
  ['2^-z', '2.0**(-z)'],
  ['(z + 1)(z - 1)', '(z + 1.0) * (z - 1.0)'],
  ['z / (1 + |z|)', 'z / (1.0 + np.abs(z))'],
  ['z - (1 - z)', 'z - (1.0 - z)'],
  ['1 / z / 2', '1.0 / (z * 2.0)'],
  ['(a z)^b', '(a * z)**b'],
  ['lambda z', 'lambda_ * z'],
  ['exp(-z^2) sqrt(2 / pi)', 'np.exp(-z**2) * math.sqrt(2.0 / math.pi)'],
])('%s is written %s', (formula, python) => expect(numpy(formula)).toBe(python));

test('the larger of two is what moves only where it is larger', () => {
  expect(numpy('max(0, z)')).toBe('np.where(z > 0.0, z, 0.0)');
  expect(numpy('max(z, 0)')).toBe('np.where(z > 0.0, z, 0.0)');
});

test('a function of the registry brings its definition', () => {
  const { text, helpers } = toPython(parse('z silu(z)').expr, 'torch');
  expect(text).toBe('z * silu(z, 1.0)');
  expect(helpers).toEqual(['def silu(z, beta):\n    return z * torch.sigmoid(beta * z)']);
});
