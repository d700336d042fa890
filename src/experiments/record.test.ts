import { describe, expect, test, vi } from 'vitest';
import type { Experiment } from './experiment.ts';
import { experimentResult, experiments } from './index.ts';
import { definitionText, readRecord, runsToRepeat, writeRecord } from './record.ts';
import { definitionHash } from './recorded-files.ts';
import { runExperiment, runOnce } from './run.ts';
import { small } from './testing.ts';

vi.setConfig({ testTimeout: 60_000 });

/** About two seconds. */
const cheap = 1e8;

describe('the record reproduces:', () => {
  test.each(experiments.map(({ id }) => id))('%s', (id) => {
    const result = experimentResult(id);
    for (const { variant, run } of runsToRepeat(result, cheap)) {
      const again = runOnce(result.experiment, variant, run.seed);
      const { final, solvedAfter, diverged } = again;
      const where = `${id}, ${variant}, seed ${run.seed}; run: npm run experiments -- ${id}`;
      expect({ solvedAfter, diverged }, where).toEqual({
        solvedAfter: run.solvedAfter,
        diverged: run.diverged,
      });
      for (const points of ['train', 'test'] as const) {
        const { loss, accuracy } = run.final[points];
        expect(Math.abs(final[points].loss - loss), where).toBeLessThanOrEqual(
          1e-9 * Math.max(1, loss),
        );
        // Shares of points: what the record rounds is far below one of them.
        expect(final[points].accuracy?.toFixed(9), where).toBe(accuracy?.toFixed(9));
      }
      for (const counted of ['dead', 'lastWeight'] as const)
        expect(again[counted]?.toFixed(9), where).toBe(run[counted]?.toFixed(9));
    }
  });
});

const varied: Experiment = {
  ...small,
  variants: { ...small.variants, values: { dataset: 'sine', loss: 'squared-error' } },
};

test('what is written is read back: infinity, divergence and missing accuracies included', () => {
  const result = runExperiment(varied);
  const record = JSON.parse(JSON.stringify(writeRecord(result, 'x'))) as ReturnType<
    typeof writeRecord
  >;
  const { variants } = readRecord(varied, record);
  for (const [key, { runs }] of Object.entries(result.variants)) {
    for (const [k, run] of runs.entries()) {
      const read = variants[key]!.runs[k]!;
      expect(read).toMatchObject({ seed: run.seed, solvedAfter: run.solvedAfter });
      expect(read.diverged).toEqual(run.diverged);
      expect(read.final.test.accuracy).toBe(run.final.test.accuracy);
      expect(read.final.test.loss / run.final.test.loss).toBeCloseTo(1, 10);
    }
  }
  expect(variants['wild']!.diverged).toBe(2);
  expect(variants['values']!.testAccuracy).toBeUndefined();
});

test('whatever decides the numbers changes the hash, and nothing else does', () => {
  const hash = definitionHash(small);
  expect(definitionHash({ ...small, id: 'other', measure: 'testLoss' })).toBe(hash);
  const reordered = Object.fromEntries(Object.entries(small.base).reverse());
  expect(definitionHash({ ...small, base: reordered as unknown as Experiment['base'] })).toBe(hash);
  const changes: Partial<Experiment>[] = [
    { epochs: 4 },
    { seeds: [2, 1] },
    { base: { ...small.base, learningRate: 0.31 } },
    { solvedWhen: { points: 'test', lossBelow: 0.5 } },
    { stopWhenSolved: true },
  ];
  for (const change of changes) expect(definitionHash({ ...small, ...change })).not.toBe(hash);
  expect(definitionText(small)).not.toContain('small');
});

test('all runs of a cheap experiment are repeated, of a costly one always the same few', () => {
  const result = runExperiment(varied);
  expect(runsToRepeat(result, 1e9)).toHaveLength(6);
  const few = runsToRepeat(result, 5e3);
  expect(few.length).toBeGreaterThan(0);
  expect(few.length).toBeLessThan(6);
  expect(runsToRepeat(result, 5e3)).toEqual(few);
  expect(runsToRepeat(result, 0)).toHaveLength(1);
});
