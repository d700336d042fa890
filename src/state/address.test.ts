import { expect, test } from 'vitest';
import { buildFragment, parseFragment } from './address.ts';
import { decodeState } from './fragment.ts';

const figuresOf = (hash: string) => [...parseFragment(hash)!.figures];
const reasonsOf = (hash: string) => parseFragment(hash)!.problems.map(({ reason }) => reason);

test('figures that are as their author drew them need no address', () => {
  expect(buildFragment(new Map())).toBe('');
  expect(buildFragment(new Map([['plot', 'fn=a/b']]))).toBe('#v1/plot?fn=a%2Fb');
});

test('an ordinary anchor is not a state, and another version is refused whole', () => {
  expect(parseFragment('#summary')).toBeNull();
  expect(parseFragment('')).toBeNull();
  expect(parseFragment('#:~:text=and/or?')).toBeNull();
  expect(parseFragment('#v2/plot?z=1')).toEqual({
    figures: new Map(),
    problems: [{ reason: 'version', value: 'v2' }],
  });
});

test.each([
  '#v1%2Fplot%3Fz%3D3%26fn%3Da%252Fb',
  '#V1/plot?z=3&fn=a%2Fb',
  '#v1/plot%3Fz=3&fn=a%2Fb',
])('%s is understood as it was meant', (hash) => {
  expect(figuresOf(hash)).toEqual([['plot', expect.stringMatching(/^z=3&fn=a(%2F|\/)b$/)]]);
  expect(reasonsOf(hash)).toEqual([]);
});

test.each(['#v1plot?z=3', '#garbage/plot?z=1', '#plot?z=1', '#garbage%2Fplot%3Fz%3D1', '#v1/?z=1'])(
  '%s is not taken for a place on the page',
  (hash) => {
    expect(reasonsOf(hash)).toEqual(['mangled']);
    expect(figuresOf(hash)).toEqual([]);
  },
);

test('a place on the page may be called anything', () => {
  expect(parseFragment('#why-bend%3F', (id) => id === 'why-bend?')).toBeNull();
});

test('nothing after a second question mark is lost in silence', () => {
  expect(figuresOf('#v1/plot?z=1?x')).toEqual([['plot', 'z=1?x']]);
});

test('a figure that is named twice is told', () => {
  expect(reasonsOf('#v1/plot?z=1/plot?z=2')).toEqual(['repeated']);
  expect(figuresOf('#v1/plot?z=1/plot?z=2')).toEqual([['plot', 'z=2']]);
});

test.each(['#v1', '#v1/', '#v1//%%%?z=%E0%A4%A', '#v1/plot?z=1?z=2', '#v1/%E0%A4%A', '#%?'])(
  '%s does not throw',
  (hash) => {
    const parsed = parseFragment(hash)!;
    for (const query of parsed.figures.values()) decodeState({}, query);
  },
);
