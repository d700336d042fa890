import { expect, test } from 'vitest';
import {
  buildFragment,
  decodeState,
  encodeState,
  initialState,
  parseFragment,
  type Fields,
} from './fragment.ts';

const fields: Fields = {
  z: { kind: 'number', initial: 1, min: -6, max: 6 },
  tangent: { kind: 'flag', initial: true },
  fn: { kind: 'choice', initial: 'relu', options: ['relu', 'tanh', 'a/b'] },
  formula: {
    kind: 'text',
    initial: 'z',
    maxLength: 24,
    accepts: (text) => text.includes('z'),
  },
};

test('a state survives the way into the address and back', () => {
  const state = { z: -1.28, tangent: false, fn: 'a/b', formula: 'z>0 ? z/2 : a z² + #&=%' };
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
  expect(buildFragment(new Map())).toBe('');
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
  ['tangent=yes', 'notChoice'],
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

test('an ordinary anchor is not a state, and another version is refused whole', () => {
  expect(parseFragment('#summary')).toBeNull();
  expect(parseFragment('')).toBeNull();
  expect(parseFragment('#v2/plot?z=1')).toEqual({
    figures: new Map(),
    problems: [{ reason: 'version', field: '', value: 'v2', used: 'v1' }],
  });
});

test.each(['#v1', '#v1/', '#v1//%%%?z=%E0%A4%A', '#v1/plot?z=1?z=2'])(
  '%s does not throw',
  (hash) => {
    const parsed = parseFragment(hash)!;
    for (const query of parsed.figures.values()) decodeState(fields, query);
  },
);
