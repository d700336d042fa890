import { expect, test } from 'vitest';
import { labState } from '#lab/state.ts';
import { worded } from './notices.ts';
import { circle, say } from './testing.ts';
import { grant } from './wishes.ts';

const state = { ...labState(circle), weights: [1, 2] };

test('another speed is no other network, another width is, and has no weights of the link', () => {
  expect(grant(state, 'speed', 'full', say)).toMatchObject({
    renews: false,
    state: { weights: [1, 2] },
  });
  const { renews, state: next, change } = grant(state, 'hidden', '8', say);
  expect([renews, next.weights, change]).toEqual([
    true,
    undefined,
    'Changed: hidden layers, now 8',
  ]);
});

test('what is not possible is told with the words of the controls', () => {
  const { problems } = grant(state, 'activation', 'soft', say);
  expect(problems).toMatchObject([{ field: 'activation', value: 'soft', used: 'ReLU' }]);
  const problem = {
    reason: 'outOfRange',
    field: 'learningRate',
    value: '1e9',
    used: '100',
  } as const;
  expect(worded([problem], state, say)).toMatchObject([{ field: 'learning rate', used: '100' }]);
  const cut = { reason: 'notChoice', field: 'activation', value: 'x', used: 'relu,re…' } as const;
  expect(worded([cut], state, say)).toMatchObject([{ used: 'relu,re…' }]);
});
