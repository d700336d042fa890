import { describe, expect, test } from 'vitest';
import { elementwise, type ElementwiseId } from '#activations/index.ts';
import { initializations, type InitializationId } from './initialization.ts';
import type { TrainingSetup } from './setup.ts';
import { start, train } from './testing.ts';

const seeds = [1, 2, 3, 4, 5];

describe('what can be learned', () => {
  test.each(['circle', 'xor', 'moons', 'gaussians'] as const)('%s by 8 ReLUs', (dataset) => {
    for (const seed of seeds) {
      const { test } = train(start({ seed, dataset }), 100).evaluate();
      expect(test.accuracy, `seed ${seed}`).toBeGreaterThanOrEqual(0.97);
    }
  });

  test.each(['circle', 'xor'] as const)('%s never by identity, at any depth', (dataset) => {
    for (const seed of seeds) {
      for (const hidden of [[], [8], [8, 8]]) {
        const activation = { id: 'identity' } as const;
        const run = train(start({ seed, dataset, hidden, activation }), 100);
        expect(run.evaluate().test.accuracy, `seed ${seed}`).toBeLessThan(0.7);
      }
    }
  });

  test('two clouds by identity as well', () => {
    for (const seed of seeds) {
      const run = start({ seed, dataset: 'gaussians', activation: { id: 'identity' } });
      expect(train(run, 20).evaluate().test.accuracy).toBeGreaterThan(0.98);
    }
  });

  test('three arms by softmax', () => {
    for (const seed of seeds) {
      const arms = { dataset: 'three-arms', loss: 'cross-entropy', hidden: [16] } as const;
      const { test } = train(start({ seed, ...arms }), 100).evaluate();
      expect(test.accuracy, `seed ${seed}`).toBeGreaterThanOrEqual(0.97);
    }
  });

  test.each(['sine', 'step', 'abs', 'square', 'bowl'] as const)('%s as values', (dataset) => {
    for (const seed of seeds) {
      const fit = { dataset, loss: 'squared-error', hidden: [16], learningRate: 0.01 } as const;
      const run = start({ seed, ...fit, optimizer: 'adam', activation: { id: 'tanh' } });
      const before = run.evaluate().test;
      const after = train(run, 200).evaluate().test;
      expect(after.loss, `seed ${seed}`).toBeLessThan(0.02);
      expect(after.loss, `seed ${seed}`).toBeLessThan(before.loss / 5);
      expect(after).not.toHaveProperty('accuracy');
    }
  });
});

describe('ways to train', () => {
  test.each<[string, Partial<TrainingSetup>]>([
    ['momentum', { optimizer: 'momentum', learningRate: 0.02 }],
    ['Adam', { optimizer: 'adam', learningRate: 0.02 }],
    ['layer normalization', { normalization: 'layer' }],
    ['batch normalization', { normalization: 'batch' }],
    ['a mini-batch of 1 with batch normalization', { normalization: 'batch', batchSize: 1 }],
    ['L2', { l2: 0.001 }],
    ['L1', { l1: 0.0005 }],
  ])('the circle with %s', (_name, more) => {
    for (const seed of seeds) {
      const { test } = train(start({ seed, hidden: [8, 8], ...more }), 100).evaluate();
      // A batch of 1 has no variance: it trains with the running averages, which never move.
      expect(test.accuracy, `seed ${seed}`).toBeGreaterThanOrEqual(0.95);
    }
  });

  test('PReLU learns its slope', () => {
    const run = train(start({ activation: { id: 'prelu' } }), 20);
    const [alpha, ...others] = run.network.layers[0]!.learned;
    expect(others).toEqual([]);
    expect(Math.abs(alpha! - 0.25)).toBeGreaterThan(0.01);
  });

  test('zeros never part the units of a layer', () => {
    const run = train(start({ initialization: 'zeros', activation: { id: 'tanh' } }), 5);
    expect(new Set(run.network.layers[1]!.weights).size).toBe(1);
  });

  test('a penalty makes weights small, and L1 makes some of them 0', () => {
    const size = (more: Partial<TrainingSetup>) =>
      train(start(more), 40).network.layers.flatMap(({ weights }) => [...weights].map(Math.abs));
    const [free, l2, l1] = [size({}), size({ l2: 0.05 }), size({ l1: 0.02 })];
    const sum = (list: number[]) => list.reduce((a, b) => a + b);
    expect(sum(l2)).toBeLessThan(sum(free) / 2);
    // They swing about 0 by up to a step of learningRate · l1.
    expect(l1.filter((w) => w < 0.004).length).toBeGreaterThan(
      free.filter((w) => w < 0.004).length,
    );
  });

  test('every way to begin trains', () => {
    for (const id of Object.keys(initializations) as InitializationId[]) {
      const run = train(start({ initialization: id, sigma: 0.5 }), 3);
      expect(run.diverged, id).toBeUndefined();
    }
  });

  test('every registered function trains without leaving the numbers', () => {
    for (const activation of elementwise) {
      const id = activation.id as ElementwiseId;
      const run = train(start({ activation: { id }, learningRate: 0.01 }), 3);
      expect(run.diverged, id).toBeUndefined();
      expect(run.epochs, id).toBe(3);
    }
  });
});
