import { expect, test } from 'vitest';
import { circle, say } from './testing.ts';
import { originKey } from './telling.ts';

const said = (change: Partial<typeof circle>) =>
  say(`status.${originKey('seed', { ...circle, ...change })}`, { seed: 2 });

test('a new seed is said to bring new points only where it does', () => {
  expect(said({})).toMatch(/new points and new first weights/);
  expect(said({ dataset: 'xor-corners', noise: 0.1 })).toMatch(/new points/);
  expect(said({ dataset: 'xor-corners', noise: 0 })).not.toMatch(/points/);
  expect(said({ dataset: 'own' })).not.toMatch(/points/);
});

test('what else is said of an untrained network does not ask for its data', () =>
  expect(originKey('reset', { ...circle, dataset: 'xor-corners' })).toBe('reset'));
