import { describe, expect, test } from 'vitest';
import { elementwise } from '#activations/index.ts';
import { reals } from '#activations/sets.ts';
import { curveOf } from '#figures/curve.ts';
import { messagesFor } from '#i18n/messages.ts';
import { breaksBeyond, propertyRows, questionOf, saturationSides, setText } from './words.ts';

const t = messagesFor('en');

/** What a reader sees of a row: its trait, then what is its own. */
const row = (id: string, term: string) => {
  const found = propertyRows(curveOf(id), t).find((one) => one.term === term);
  return found && [found.trait?.text, found.text].filter(Boolean).join('; ');
};

test.each([
  ['relu', 'Range', 'bounded below; [0, ∞)'],
  ['identity', 'Range', 'unbounded; ℝ'],
  ['relu', 'Largest slope', '1, on a whole stretch of z'],
  ['sigmoid', 'Largest slope', '0.25 at z = 0'],
  ['sigmoid', 'Smallest slope', '0 as z → +∞, approached, never reached'],
  ['hard-swish', 'Smallest slope', '−0.5, one-sided, at the kink z = −3'],
  ['gelu', 'Smallest value', '−0.1700 at z = −0.7518'],
  ['gelu', 'f(z) ≈ z near 0', 'no; there f(z) ≈ 0.5z'],
  ['softplus', 'f(z) ≈ z near 0', 'no; there f(z) ≈ 0.6931 + 0.5z'],
  ['selu', 'f(z) ≈ z near 0', 'no'],
  ['hard-tanh', 'Smoothness', 'C⁰, continuous with kinks; kinks at z = −1, 1'],
  ['softsign', 'Smoothness', 'C¹, its slope is continuous; its curvature jumps at z = 0'],
  ['tanh', 'As z → −∞', 'f → −1; f′ dies exponentially'],
  ['relu6', 'As z → +∞', 'f = 6 and f′ = 0 exactly, to the right of z = 6'],
  ['leaky-relu', 'As z → −∞', 'f → −∞; f′ → 0.01'],
  ['sine', 'As z → +∞', 'f has no limit; f′ has no limit'],
])('%s: %s is “%s”', (id, term, text) => expect(row(id, term)).toBe(text));

test('a bound at infinity is no value, and a slope that never changes has no largest', () => {
  expect(row('relu', 'Largest value')).toBeUndefined();
  expect(row('identity', 'Largest slope')).toBeUndefined();
});

test('sets, sides and breaks out of sight', () => {
  expect(setText(reals)).toBe('ℝ');
  expect(['identity', 'relu', 'tanh'].map((id) => saturationSides(curveOf(id)))).toEqual([
    'no',
    'left',
    'both',
  ]);
  expect(breaksBeyond(curveOf('relu6'), [-4, 4])).toBe('6');
  expect(breaksBeyond(curveOf('relu'), [-4, 4])).toBe('');
});

describe.each(elementwise.map(({ id }) => id))('%s', (id) => {
  test('every row says something, and the plot has a question', () => {
    for (const { term, trait, text } of propertyRows(curveOf(id), t)) {
      expect(trait?.text || text, term).not.toBe('');
      expect(text, term).not.toMatch(/NaN|undefined|–/);
    }
    const asked = questionOf(curveOf(id));
    for (const form of ['live', 'still'] as const)
      expect(t(`atlas.caption.${form}.${asked}`)).toMatch(/\?$/);
  });
});
