import { describe, expect, test } from 'vitest';
import messages from '../../content/en/messages/formula.json' with { type: 'json' };
import { fill } from '#i18n/fill.ts';
import { FormulaError, ownFunction, parse } from './index.ts';

const at = (formula: string, z: number, p = {}) => ownFunction(formula).f(z, p);

test.each([
  ['2z', 3, 6],
  ['z z', 3, 9],
  ['2(z+1)', 3, 8],
  ['(z+1)(z-1)', 3, 8],
  ['-z^2', 3, -9],
  ['2^-z', 2, 0.25],
  ['2^z^2', 2, 16],
  ['z − 1', 3, 2],
  ['2·z', 3, 6],
  ['z²', 3, 9],
  ['z⁻¹', 4, 0.25],
  ['√(z+1)', 3, 2],
  ['√z+1', 4, 3],
  ['|z-5|z', 3, 6],
  ['2|z|', -3, 6],
  ['|z||z|', -3, 9],
  ['1/2 z', 3, 1.5],
  ['z/2/2', 4, 1],
  ['x^2', 3, 9],
  ['f(z) = z + 1', 3, 4],
  ['sin²(z)', Math.PI / 2, 1],
  ['e^z', 1, Math.E],
  ['max(1, z, 2)', 1.5, 2],
  ['s-elu(z)', 2, 1],
  ['z > 0 ? 1 : -1 z', -3, 3],
  ['0 < z < 1 ? 5 : 6', 0.5, 5],
  ['.5z', 3, 1.5],
  ['[z + {1}]', 3, 4],
])('%s at z = %d is %d', (formula, z, value) => {
  expect(at(formula, z, { s: 3 })).toBeCloseTo(value, 12);
});

test('parameters are letters, Latin and Greek, in order of appearance', () => {
  expect(parse('β z + a').parameters).toEqual(['beta', 'a']);
  expect(parse('alpha z').parameters).toEqual(['alpha']);
  expect(Object.values(ownFunction('β z').parameters)[0]).toMatchObject({
    symbol: 'β',
    tex: String.raw`\beta`,
  });
});

test.each([
  ['x + 1', 'x'],
  ['log(1 + z^2)', 'log'],
  ['1/2 z', 'division'],
  ['a(z + 1)', 'letterCall'],
])('%s: what was read in one of two ways is told (%s)', (formula, reason) => {
  expect(parse(formula).notices.map((notice) => notice.reason)).toEqual([reason]);
});

/** Formula, reason, the text that is marked, and what the offered correction makes of it. */
const mistakes: readonly [string, string, string, string?][] = [
  ['', 'empty', ''],
  ['   ', 'empty', '   '],
  [`z${' + z'.repeat(80)}`, 'tooLong', `${' + z'.repeat(80)}`.slice(199)],
  ['('.repeat(40) + 'z' + ')'.repeat(40), 'tooDeep', '('],
  ['z^'.repeat(60) + 'z', 'tooDeep', 'z'],
  ['-'.repeat(90) + 'z', 'tooDeep', '-'],
  ['z $ 2', 'unknownCharacter', '$'],
  ['z + 😀', 'unknownCharacter', '😀'],
  ['1.2.3 z', 'badNumber', '1.2.3'],
  ['sigmod(z)', 'unknownName', 'sigmod', 'sigmoid(z)'],
  ['z + tahn(z)', 'unknownName', 'tahn', 'z + tanh(z)'],
  ['az', 'unknownName', 'az', 'a z'],
  ['qwrt(z)', 'unknownName', 'qwrt'],
  ['constructor(z)', 'unknownName', 'constructor'],
  ['__proto__ z', 'unknownName', '__proto__'],
  ['2(z', 'unclosed', '(', '2(z)'],
  ['|z', 'unclosed', '|', '|z|'],
  ['max(0, z', 'unclosed', '(', 'max(0, z)'],
  ['2 + (', 'unclosed', '('],
  ['z)', 'unopened', ')', 'z'],
  ['z +', 'missingOperand', '+'],
  ['* z', 'missingOperand', '*'],
  ['z ^', 'missingOperand', '^'],
  ['z**', 'missingOperand', '**'],
  ['()', 'missingOperand', ')'],
  ['z 2', 'missingOperator', '2', 'z * 2'],
  ['z2', 'missingOperator', '2', 'z* 2'],
  ['sin z', 'callBracket', 'sin', 'sin(z)'],
  ['relu', 'callBracket', 'relu'],
  ['sin(z, 1)', 'argumentCount', 'sin(z, 1)'],
  ['max(z)', 'argumentCount', 'max(z)'],
  ['clamp(z, 1)', 'argumentCount', 'clamp(z, 1)'],
  ['elu(z, a)', 'argumentNumber', 'a'],
  ['celu(z, 0)', 'argumentDomain', '0'],
  ['1,7 z', 'comma', ',', '1.7 z'],
  ['z, 1', 'comma', ','],
  ['z = 1', 'equals', '='],
  ['z > 0', 'condition', 'z > 0'],
  ['(z > 0) z', 'condition', 'z > 0'],
  ['z : 1', 'condition', ':'],
  ['z ? 1 : 0', 'noCondition', 'z '],
  ['where(z, 1, 0)', 'noCondition', 'z'],
  ['z > 0 ? z', 'colon', '?'],
  ['a b c z', 'tooManyParameters', 'c'],
  ['1 + a', 'noZ', '1 + a'],
  ['ln(-1 - z^2)', 'neverDefined', 'ln(-1 - z^2)'],
  ['z/0', 'neverDefined', 'z/0'],
];

describe('a mistake is named with its place and what to do', () => {
  test.each(mistakes)('%s: %s', (formula, reason, marked, corrected) => {
    let error: unknown;
    try {
      ownFunction(formula);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(FormulaError);
    const { start, end, hint, values, fix, ...rest } = error as FormulaError;
    expect(rest.reason).toBe(reason);
    expect(formula.slice(start, end)).toBe(marked);
    if (reason === 'missingOperand') expect(values['sign']).toBe(marked);
    const words: Record<string, string> = messages;
    expect(fill(words[`formula.error.${reason}`]!, values)).toMatch(/\.$/);
    expect(fill(words[`formula.hint.${hint}`]!, values)).toMatch(/[.?]$/);
    const result = fix && formula.slice(0, fix.start) + fix.text + formula.slice(fix.end);
    expect(result).toBe(corrected);
    if (result !== undefined) ownFunction(result);
  });

  test('and every reason has been met', () => {
    const met = new Set(mistakes.map(([, reason]) => `formula.error.${reason}`));
    expect(Object.keys(messages).filter((key) => key.startsWith('formula.error.'))).toEqual(
      expect.arrayContaining([...met]),
    );
    expect([...met].sort()).toEqual(
      Object.keys(messages)
        .filter((key) => key.startsWith('formula.error.'))
        .sort(),
    );
  });
});

test('nothing typed does anything but throw a FormulaError', () => {
  const signs = [
    'z',
    'a',
    '2',
    '+',
    '-',
    '*',
    '/',
    '^',
    '(',
    ')',
    '|',
    ',',
    'sin',
    'max',
    '?',
    ':',
    '<',
    '√',
    '²',
    ' ',
    '.',
    'e',
    '=',
  ];
  for (let seed = 1; seed < 4000; seed++) {
    let state = seed;
    const text = Array.from({ length: 1 + (seed % 9) }, () => {
      state = (state * 48271) % 2147483647;
      return signs[state % signs.length];
    }).join('');
    try {
      ownFunction(text);
    } catch (error) {
      expect(error, text).toBeInstanceOf(FormulaError);
      expect((error as FormulaError).end, text).toBeLessThanOrEqual(text.length);
    }
  }
});
