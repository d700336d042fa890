import { expect, test } from 'vitest';
import { digestOf, isNamedByContent, isShared } from './edition.ts';

test('a digest is the beginning of the SHA-256', async () => {
  const whole = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from('bend')));
  const digest = await digestOf(Buffer.from('bend'));
  expect(digest).toBe(whole.subarray(0, 12).toString('base64'));
  expect(digest).toHaveLength(16);
});

test.each([
  ['', true],
  ['en/', true],
  ['en/not-kept/', true],
  ['_astro/a.js', true],
  ['en/search/words.js', true],
  ['en/atlas/', false],
  ['en/chapters/one/', false],
])('%s is shared: %s', (address, shared) => expect(isShared(address)).toBe(shared));

test.each([
  ['_astro/a.B3x_9.js', true],
  ['en/search/words.js', false],
  ['en/', false],
])('%s is named by its content: %s', (address, named) =>
  expect(isNamedByContent(address)).toBe(named),
);
