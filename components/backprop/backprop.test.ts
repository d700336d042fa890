import { describe, expect, test } from 'vitest';
import { fill } from '#i18n/fill.ts';
import { backprop } from '#inside/backprop.ts';
import { initialState } from '#state/fragment.ts';
import messages from '../../content/en/messages/views.json' with { type: 'json' };
import type { Say } from '../trainer/words.ts';
import { backpropFields, readBackpropProps, sceneOf } from './config.ts';
import { StepWords } from './step-words.ts';

const say: Say = (key, values = {}) =>
  fill((messages as Record<string, string>)[`view.${key}`]!, values);

const wordsFor = (props: Record<string, string>) => {
  const { config } = readBackpropProps(props);
  const scene = sceneOf(config, initialState(backpropFields(config)));
  const walk = backprop(scene.network, scene.objective, scene.example);
  return { walk, words: new StepWords(scene, walk, say) };
};

/** A line of a step without its tags. */
const plain = (html: string) => html.replace(/<sub>/g, '_').replace(/<[^>]+>/g, '');

test('a product is told with its symbols, its numbers and what comes out', () => {
  const { walk, words } = wordsFor({ hidden: '1 1', activation: 'sigmoid' });
  const back = walk.steps.find((step) => step.kind === 'back' && step.layer === 0)!;
  const [line] = words.how(back).map(plain);
  const [, w, d, slope, delta] = line!.match(
    /^δ_1 = w·δ_2·σ′\(z_1\) = (\S+) · (\S+) · (\S+) = (\S+)$/,
  )!;
  const number = (text?: string) => Number(text!.replace(/[()]/g, '').replace('−', '-'));
  // Three digits of each factor give about as many of the product.
  expect(number(delta) / (number(w) * number(d) * number(slope))).toBeCloseTo(1, 1);
});

describe.each(['sigmoid', 'relu', 'snake', 'step'])('with %s', (activation) => {
  const { walk, words } = wordsFor({ activation });

  test('every step has words and numbers', () => {
    for (const step of walk.steps) {
      expect(words.what(step)).not.toBe('');
      for (const line of words.how(step)) expect(plain(line)).not.toMatch(/NaN|undefined|–/);
    }
  });

  test('gradients agree with difference quotients', () => {
    const checks = walk.steps.map((step) => words.check(step)).filter(Boolean);
    expect(checks).toHaveLength(5);
    for (const check of checks) expect(check).toMatch(/They agree\.$/);
  });
});

test.each([
  [{ hidden: '9' }, /hidden must be/],
  [{ hidden: '' }, /hidden must be/],
  [{ activation: 'softmax' }, /elementwise/],
  [{ activation: 'rleu' }, /relu/],
  [{ loss: 'cross-entropy' }, /binary-cross-entropy/],
  [{ example: '5' }, /from 1 to 4/],
  [{ colour: 'red' }, /no property "colour"/],
])('%j is refused in words', (props, message) => {
  expect(readBackpropProps(props).problems.join(' ')).toMatch(message);
});
