/**
 * The scripts give the book's numbers. What PyTorch, NumPy, TensorFlow and JAX print was recorded once by
 * `tests/tools/run-network-scripts.py`; here the scripts must still be those that were run, and the book's
 * own core must agree with what they printed.
 */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createObjective } from '#nn/objective.ts';
import { taskOf } from '#nn/setup.ts';
import { startRun } from '#nn/train.ts';
import recorded from '../../../tests/fixtures/network-scripts.json' with { type: 'json' };
import { cases } from './cases.ts';
import { frameworkIds, type FrameworkId } from './index.ts';
import type { RunData } from './run-data.ts';
import { epochs, moved, runDataOf, scriptsOf, type Scripts } from './testing.ts';

interface Recorded {
  readonly hash: string;
  /** Training and test loss of each epoch. */
  readonly losses: readonly (readonly number[])[];
  /** For the first two test points. */
  readonly outputs: readonly (readonly number[])[];
}
const records = recorded.cases as unknown as Record<string, Record<FrameworkId, Recorded>>;

const hashOf = ({ train, use }: Scripts) =>
  createHash('sha256')
    .update(train + use)
    .digest('hex')
    .slice(0, 16);

describe.each(Object.entries(cases))('%s', (name, setup) => {
  const run = runDataOf(setup);
  const scripts = scriptsOf(run);

  test.each(frameworkIds)('the script for %s gives the losses of the book', (id) => {
    const record = records[name]![id];
    const current = record?.hash === hashOf(scripts[id]);
    // Debian has PyTorch and NumPy; TensorFlow and JAX come from PyPI.
    expect(current, 'changed: run tests/tools/run-network-scripts.py again').toBe(true);
    expect(record.losses).toHaveLength(epochs + 1);
    for (const [epoch, [train, test]] of record.losses.entries()) {
      const { train: own, test: ownTest } = run.history[epoch]!;
      close(train!, own.loss, `training loss of epoch ${epoch}`);
      close(test!, ownTest.loss, `test loss of epoch ${epoch}`);
    }
    for (const [point, outputs] of record.outputs.entries()) {
      for (const [unit, output] of outputs.entries()) {
        close(output, outputsOf(moved(run))[unit]![point]!, `output ${unit} of point ${point}`);
      }
    }
  });

  test('no line is wider than an editor', () => {
    for (const { train, use } of Object.values(scripts)) {
      // A formula stays in one piece.
      const lines = `${train}${use}`.split('\n').filter((line) => !/^ +return /.test(line));
      for (const line of lines) expect(line.length, line).toBeLessThan(100);
    }
  });
});

test('every framework has been run', () => {
  expect(Object.keys(recorded.madeWith).sort()).toEqual([...frameworkIds].sort());
});

/** Nine digits: twelve are printed, and rounding grows by some from step to step. */
function close(found: number, own: number, what: string) {
  expect(Math.abs(found - own), what).toBeLessThan(1e-9 * Math.max(1, Math.abs(own)));
}

/** [unit][point] for the first two test points. */
function outputsOf({ setup, data, parameters }: RunData): number[][] {
  const { inputs, count, dimensions } = data.test;
  const points = Float64Array.from({ length: 2 * dimensions }, (_, k) =>
    k < 2 ? inputs[k]! : inputs[count + k - 2]!,
  );
  const z = startRun(setup, { core: 'typescript', parameters }).logits(points);
  const { unit, units } = createObjective(taskOf(setup), setup.loss, setup.output);
  const o = new Float64Array(z.length);
  unit.activate(z, units, 2, o);
  return Array.from({ length: units }, (_, u) => [...o.subarray(2 * u, 2 * u + 2)]);
}
