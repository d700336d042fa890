import { describe, expect, test } from 'vitest';
import { messagesFor, type MessageKey } from '#i18n/messages.ts';
import { ownFunction } from '#formula/index.ts';
import { encodeState, initialState } from '#state/fragment.ts';
import { curveOf, examples, ownFields, readOwn, type OwnConfig } from './own-state.ts';
import { honesty, propertyRows, readout, warnings } from './properties.ts';

const config: OwnConfig = { formula: 'a z', parameters: { a: 2 }, z: 1, x: [-6, 6] };
const t = messagesFor('en');
const say = (key: string, values = {}) => t(key as MessageKey, values);

describe('the state in an address', () => {
  test('a formula and its own parameters come back', () => {
    const own = ownFunction('β z + max(0, z)^2');
    const state = {
      ...initialState(ownFields(config, own)),
      formula: own.parsed.text,
      beta: -1.25,
      z: 2,
    };
    const query = encodeState(ownFields(config, own), state);
    expect(readOwn(config, query)).toEqual({ state, problems: [] });
    expect(curveOf(readOwn(config, query).state).f(2)).toBe(1.5);
  });

  test('the author’s parameters belong to the author’s formula', () => {
    expect(readOwn(config, '').state['a']).toBe(2);
    expect(readOwn(config, 'formula=z%2Ba').state['a']).toBe(0.5);
  });

  test.each([
    ['formula=z%2B', 'unreadable'],
    ['formula=ln(-1-z^2)', 'unreadable'],
    [`formula=z${'%2Bz'.repeat(150)}`, 'tooLong'],
    ['a=99', 'outOfRange'],
    ['b=1', 'unknown'],
  ])('%s falls back with a reason: %s', (query, reason) => {
    const { state, problems } = readOwn(config, query);
    expect(state['formula']).toBe('a z');
    expect(problems.map((problem) => problem.reason)).toEqual([reason]);
  });
});

test.each(examples)('the example %s can be read, and everything about it said', (formula) => {
  const state = initialState(
    ownFields({ ...config, formula, parameters: {} }, ownFunction(formula)),
  );
  const curve = curveOf(state);
  const texts = [
    ...propertyRows(curve, say).flat(),
    ...warnings(curve, say),
    ...honesty(curve, say),
  ];
  for (const text of texts) expect(text).not.toMatch(/undefined|NaN|\{|formula\./);
});

const told = (formula: string) => {
  const own = ownFunction(formula);
  return warnings(curveOf({ ...initialState(ownFields(config, own)), formula }), say).join(' ');
};

test.each([
  ['ln(z)', /Not defined for z < 0.*Near z = 0, \|f\| grows/],
  ['sqrt(z) + sqrt(5 - z)', /Not defined for z < 0, and for z > 5/],
  ['sqrt(z^2 - 4)', /z between −2 and 2/],
  ['|z|', /A kink at z = 0.*here 0/],
  ['relu6(z)', /Kinks at z = 0, 6/],
  ['sign(z)', /jumps at z = 0/],
  ['sin(z)/z', /No value at z = 0/],
  ['|sin(5 z)|', /and more/],
])('%s: the reader is told', (formula, text) => {
  expect(told(formula)).toMatch(text);
});

test.each([
  ['1/z', 0, 'f has no value there'],
  ['ln(z)', -1, 'f has no value there'],
  ['sign(z)', 0, 'f(z) = 0.000, slope none: f jumps there'],
  ['|z|', 0, 'f(z) = 0.000, slope none: a kink (programs say 0)'],
  ['z^2', 3, 'f(z) = 9.000, slope 6.000'],
])('%s at z = %d: %s', (formula, z, text) => {
  const state = initialState(ownFields(config, ownFunction(formula)));
  expect(readout(curveOf({ ...state, formula }), z, say)).toBe(text);
});

test('a smooth function gives nothing to warn of', () => {
  expect(told('z * sigmoid(1.7 z)')).toBe('');
});
