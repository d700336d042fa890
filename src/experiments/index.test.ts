import { describe, expect, test } from 'vitest';
import { experimentResult, experiments, recordedValue, resultValue } from './index.ts';

test('ids are unique', () => {
  expect(new Set(experiments.map(({ id }) => id)).size).toBe(experiments.length);
});

test('a record is read once', () => {
  expect(experimentResult('circle-depth')).toBe(experimentResult('circle-depth'));
});

test('a number is found by its path, and a wrong path is an error', () => {
  const { variants } = experimentResult('circle-depth');
  expect(resultValue('circle-depth', 'relu-4.testAccuracy.median')).toBe(
    variants['relu-4']!.testAccuracy!.median,
  );
  expect(resultValue('circle-depth', 'relu-4.solved')).toBe(variants['relu-4']!.solved);
  expect(recordedValue('circle-depth/relu-4.solved')).toBe(variants['relu-4']!.solved);
  expect(recordedValue('circle-depth/seeds')).toBe(20);
  expect(() => resultValue('circle-depth', 'relu-5.solved')).toThrow(/no variant "relu-5"/);
  expect(() => resultValue('circle-depth', 'relu-4.testAccuracy')).toThrow(RangeError);
  expect(() => resultValue('square-depth', 'relu-4.solved')).toThrow(
    /no experiment "square-depth"/,
  );
});

test('chapter 7 shows the first seed with which sigmoid gets there', () => {
  const { runs } = experimentResult('playground-circle').variants['sigmoid']!;
  expect(runs.find(({ solvedAfter }) => solvedAfter < Infinity)!.seed).toBe(13);
});

describe('what chapter 1 says', () => {
  test('the circle: no depth helps identity, every ReLU network gets there', () => {
    for (const key of ['no-hidden-layer', 'identity-4', 'identity-4-4', 'identity-4-4-4']) {
      expect(resultValue('circle-depth', `${key}.solved`), key).toBe(0);
      expect(resultValue('circle-depth', `${key}.testAccuracy.max`), key).toBeLessThan(0.7);
    }
    for (const key of ['relu-4', 'relu-4-4', 'relu-8']) {
      expect(resultValue('circle-depth', `${key}.solvedShare`), key).toBe(1);
    }
  });

  test.each(['xor-width', 'xor-corners-width'])(
    '%s: identity never, eight bends nearly always',
    (id) => {
      for (const width of [2, 4, 8]) expect(resultValue(id, `identity-${width}.solved`)).toBe(0);
      for (const activation of ['relu', 'tanh', 'sigmoid']) {
        expect(resultValue(id, `${activation}-8.solvedShare`), activation).toBeGreaterThan(0.9);
      }
    },
  );

  test('two hidden units have the truth table of exclusive or in reach, but not its four squares', () => {
    for (const activation of ['relu', 'tanh', 'sigmoid']) {
      expect(resultValue('xor-width', `${activation}-2.solved`), activation).toBe(0);
      expect(resultValue('xor-corners-width', `${activation}-2.solved`)).toBeGreaterThan(0);
    }
  });
});
