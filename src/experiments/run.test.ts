import { describe, expect, test } from 'vitest';
import type { Experiment } from './experiment.ts';
import { runExperiment } from './run.ts';
import { small } from './testing.ts';

const experiment: Experiment = {
  ...small,
  base: { ...small.base, samples: 100, hidden: [8] },
  variants: { ...small.variants, identity: { activation: { id: 'identity' } } },
  seeds: [1, 2, 3],
  epochs: 30,
  solvedWhen: { points: 'train', accuracyAtLeast: 1 },
};

const result = runExperiment(experiment);
const { relu, identity, wild } = result.variants;

describe('an experiment', () => {
  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(experiment))).toEqual(experiment);
  });

  test('always gives the same result', () => {
    expect(runExperiment(experiment)).toEqual(result);
  });

  test('runs every variant with every seed', () => {
    for (const variant of [relu!, identity!, wild!]) {
      expect(variant.runs.map((run) => run.seed)).toEqual([1, 2, 3]);
    }
  });

  test('counts what was solved, and when', () => {
    expect(relu!.solved).toBe(3);
    expect(relu!.solvedShare).toBe(1);
    expect(relu!.solvedAfter.max).toBeLessThanOrEqual(30);
    expect(relu!.solvedAfter.min).toBeGreaterThanOrEqual(1);
    expect(identity!.solved).toBe(0);
    expect(identity!.solvedAfter.median).toBe(Infinity);
  });

  test('summarizes the state after the last epoch', () => {
    const losses = relu!.runs.map((run) => run.final.train.loss).sort((a, b) => a - b);
    expect([relu!.trainLoss.min, relu!.trainLoss.median, relu!.trainLoss.max]).toEqual(losses);
  });

  test('says which runs diverged, and keeps their numbers finite', () => {
    expect(wild!.diverged).toBe(3);
    expect(wild!.runs.every((run) => run.diverged?.epoch === 1)).toBe(true);
    expect(Number.isFinite(wild!.trainLoss.max)).toBe(true);
    expect(relu!.diverged).toBe(0);
  });

  test('can ask for a small loss as well', () => {
    const solvedWhen = { ...experiment.solvedWhen, lossBelow: 1e-9 };
    expect(runExperiment({ ...experiment, solvedWhen }).variants.relu!.solved).toBe(0);
  });
});
