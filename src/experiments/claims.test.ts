import { expect, test } from 'vitest';
import { brokenClaims } from './claims.ts';

const recorded: Record<string, number> = {
  'circle-depth/relu-8.solvedShare': 0.85,
  'circle-depth/relu-8.solvedAfter.median': 20,
  'circle-depth/identity-4-4.solvedAfter.median': Infinity,
  'leaky-slope/α=0.3.testAccuracy.median': 0.8,
  'output-pairs/cross-entropy of σ and <*>@0.3.solved': 20,
};
const broken = (claim: string) =>
  brokenClaims(claim, (path) => {
    if (!Object.hasOwn(recorded, path)) throw new RangeError(`no number at ${path}`);
    return recorded[path]!;
  });

test.each([
  'circle-depth/relu-8.solvedShare > 0.8',
  '0.8 < circle-depth/relu-8.solvedShare <= 85 %',
  'circle-depth/relu-8.solvedAfter.median = 20 and circle-depth/relu-8.solvedShare ≥ 0.85',
  'circle-depth/relu-8.solvedAfter.median ≈ 22 ± 2',
  '3 * circle-depth/relu-8.solvedAfter.median = 60',
  'circle-depth/identity-4-4.solvedAfter.median > circle-depth/relu-8.solvedAfter.median',
  "leaky-slope/'α=0.3'.testAccuracy.median < 0.9",
  "2 * output-pairs/'cross-entropy of σ and <*>@0.3'.solved = 40 and 1 < 2",
])('%s holds', (claim) => {
  expect(broken(claim)).toEqual([]);
});

test.each([
  ['circle-depth/relu-8.solvedShare > 0.9', /solvedShare > 0.9 \(0.85 > 0.9\)/],
  ['0.8 < circle-depth/relu-8.solvedShare < 0.82', /solvedShare < 0.82/],
  ['1 < 2 and circle-depth/relu-8.solvedShare = 1', /\(0.85 = 1\)/],
  ['circle-depth/relu-8.solvedAfter.median ≈ 23 ± 2', /≈ 23 ± 2 \(20 ≈ 23\)/],
  ['circle-depth/identity-4-4.solvedAfter.median < 100', /\(Infinity < 100\)/],
  [
    "leaky-slope/'α=0.3'.testAccuracy.median > 0.9",
    /^leaky-slope\/α=0\.3\.testAccuracy\.median > 0\.9/,
  ],
])('%s does not, and says why', (claim, reason) => {
  expect(broken(claim)).toEqual([expect.stringMatching(reason)]);
});

test.each([
  ['circle-depth/relu-8.solvedShare', /compares nothing/],
  ['circle-depth/relu-8.solvedShare > many', /"many" is neither/],
  ['circle-depth/relu-8.solvedShare ≈ 1', /go together/],
  ['circle-depth/relu-9.solvedShare > 1', /no number at/],
  ["leaky-slope/'α=0.4'.testAccuracy.median > 1", /no number at leaky-slope\/α=0\.4/],
  ["leaky-slope/'α=0.3'.solved is large", /cannot read "leaky-slope\/'α=0.3'.*compares nothing/],
  ['', /compares nothing/],
])('%s cannot be read', (claim, reason) => {
  expect(() => broken(claim)).toThrow(reason);
});
