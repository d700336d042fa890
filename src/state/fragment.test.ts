import { expect, test } from 'vitest';
import { buildFragment, parseFragment } from './address.ts';
import { decodeState, encodeState, initialState, type Fields } from './fragment.ts';

const fields: Fields = {
  z: { kind: 'number', initial: 1, min: -6, max: 6 },
  tangent: { kind: 'flag', initial: true },
  seed: { kind: 'number', initial: 3, min: 1, max: 9, step: 1 },
  alpha: { kind: 'number', initial: 1 / 3, min: 0, max: 1, step: 1 / 24 },
  fn: { kind: 'choice', initial: 'relu', options: ['relu', 'tanh', 'a/b'] },
  formula: {
    kind: 'text',
    initial: 'z',
    maxLength: 24,
    accepts: (text) => text.includes('z'),
  },
};

test('a state survives the way into the address and back', () => {
  const state = {
    z: -1.28,
    tangent: false,
    seed: 4,
    alpha: 0.25,
    fn: 'a/b',
    formula: 'z>0 ? z/2 : a z² + #&=%',
  };
  const hash = buildFragment(
    new Map([
      ['plot', encodeState(fields, state)],
      ['other', ''],
    ]),
  );
  const parsed = parseFragment(hash)!;
  expect([...parsed.figures.keys()]).toEqual(['plot', 'other']);
  expect(decodeState(fields, parsed.figures.get('plot')!)).toEqual({ state, problems: [] });
});

test('only what differs from the author’s figure is written', () => {
  expect(encodeState(fields, initialState(fields))).toBe('');
  expect(encodeState(fields, { ...initialState(fields), z: 2 })).toBe('z=2');
});

test('a number outside its range is clamped, and said so', () => {
  const { state, problems } = decodeState(fields, 'z=1e9');
  expect(state['z']).toBe(6);
  expect(problems).toEqual([{ reason: 'outOfRange', field: 'z', value: '1e9', used: '6' }]);
});

test.each([
  ['z=NaN', 'notNumber'],
  ['z=', 'notNumber'],
  ['z=Infinity', 'notNumber'],
  ['tangent=yes', 'notFlag'],
  ['fn=rleu', 'notChoice'],
  ['formula=1%2B1', 'unreadable'],
  ['formula=', 'unreadable'],
  [`formula=${'z'.repeat(25)}`, 'tooLong'],
  ['wat=1', 'unknown'],
  ['__proto__=1', 'unknown'],
])('%s falls back to the default with a reason', (query, reason) => {
  const { state, problems } = decodeState(fields, query);
  expect(state).toEqual(initialState(fields));
  expect(problems.map((p) => p.reason)).toEqual([reason]);
});

test.each([
  ['seed=1.6', 'notWhole', 'seed', 2],
  ['alpha=0.4', 'notOnStep', 'alpha', 10 / 24],
  ['z=2&z=3', 'repeated', 'z', 3],
])('%s is put right, and said so', (query, reason, field, used) => {
  const { state, problems } = decodeState(fields, query);
  expect(state[field]).toBeCloseTo(used, 9);
  expect(problems).toMatchObject([{ reason, field, used: String(Number(used.toPrecision(6))) }]);
});

test('that an address has only six digits is no reason for a word', () => {
  const { state, problems } = decodeState(fields, 'alpha=0.208333');
  expect(state['alpha']).toBeCloseTo(5 / 24, 6);
  expect(problems).toEqual([]);
});
