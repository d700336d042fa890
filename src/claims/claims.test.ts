/** The claims that stand, and what would be noticed if one of them stopped holding. */
import { expect, test } from 'vitest';
import { checkedClaims, claims, evidenceOf, problemsOf } from './load.ts';
import type { Claim } from './schema.ts';
import { withNumbers } from './text.ts';

const example: Claim = {
  claim: 'Everything is linear.',
  verdict: 'false',
  chapter: 'why-nonlinearity-matters',
  evidence: 'Nothing.',
  statement: 'Nothing.',
  sources: [],
};
const problems = (changed: Partial<Claim>) =>
  [...problemsOf({ ...example, ...changed })].join('\n');

test('every claim holds, and none is missing', () => {
  const numbers = Array.from({ length: 62 }, (_, k) => `C${String(k + 1).padStart(2, '0')}`);
  expect(Object.keys(checkedClaims('en'))).toEqual(numbers);
}, 120_000);

test('a verdict with numbers in its evidence is held to them', () => {
  const loose = Object.entries(claims('en')).filter(
    ([, claim]) => evidenceOf(claim) !== 'argument' && !claim.holds,
  );
  expect(loose.map(([id]) => id)).toEqual([]);
});

test('a result that says otherwise is told with its number', () => {
  expect(problems({ holds: '{{xor-by-hand/bent.00}} > 1' })).toMatch(
    /xor-by-hand\/bent\.00 > 1 \(0 > 1\) does not hold, so the verdict “false”/,
  );
});

test('slips in a claim are told with what there is', () => {
  expect(problems({ sources: ['nobody-1900'] })).toMatch(/no reference "nobody-1900"/);
  expect(problems({ evidence: '{{chord/centre}}' })).toMatch(/no number "centre".*middle/);
  expect(problems({ statement: '{{circle-deep/relu-4.solved}}' })).toMatch(/no experiment/);
  expect(problems({ evidence: '{{circle-depth/relu-4.lost}}' })).toMatch(/no number at/);
  expect(
    problems({ runs: { of: 'circle-depth', variants: { 'relu-5': 'x' }, measure: 'solvedAfter' } }),
  ).toMatch(/no variant "relu-5"/);
});

test('numbers are written as a reader reads them', () => {
  expect(withNumbers('{{bent-part/0.01 : exact}} and {{chord/least : 2}}')).toBe('0.495 and −0.12');
  expect(withNumbers('{{cost-share/64 : percent}}, {{overflow/tanh.710}}')).toBe('7\u00a0%, NaN');
  expect(withNumbers(String.raw`$\frac{1}{2}$`)).toBe(String.raw`$\frac{1}{2}$`);
});

test('the best rate of a function is the one that solves soonest, or else most often', () => {
  expect(withNumbers('{{slope-and-centre/tanh@best.solvedAfter.median}}')).toBe(
    withNumbers('{{slope-and-centre/tanh@3.solvedAfter.median}}'),
  );
  expect(withNumbers('{{wrong-start/squared error of σ@best.solved}}')).toBe(
    withNumbers('{{wrong-start/squared error of σ@10.solved}}'),
  );
});
