/** What is said of the cases to try, held against training from several seeds. */
import { describe, expect, test } from 'vitest';
import lab from '../../content/en/messages/lab.json' with { type: 'json' };
import { Inspector } from '#inside/inspector.ts';
import { startRun, type Run } from '#nn/train.ts';
import { checkSetup, type TrainingSetup } from '#nn/setup.ts';
import { presets } from './presets.ts';

const setupOf = (id: string) => presets.find((preset) => preset.id === id)!.setup;

/** Trains from a seed, and returns the run with its least test loss on the way. */
function trained(setup: TrainingSetup, epochs: number): { run: Run; least: number } {
  const run = startRun(setup, { core: 'typescript' });
  let least = run.evaluate().test.loss;
  for (let epoch = 0; epoch < epochs && !run.diverged; epoch++) {
    run.epoch();
    if (!run.diverged) least = Math.min(least, run.evaluate().test.loss);
  }
  return { run, least };
}

const right = (run: Run) => run.evaluate().test.accuracy!;
const ln2 = Math.log(2);

/** Whether a run shows what its case says. */
const claims: Record<string, { epochs: number; holds: (run: Run, least: number) => boolean }> = {
  'he-relu': { epochs: 100, holds: (run) => right(run) > 0.98 },
  'tanh-xavier': { epochs: 60, holds: (run) => right(run) > 0.98 },
  'batch-norm-sigmoid': { epochs: 80, holds: (run) => right(run) > 0.95 },
  prelu: {
    epochs: 60,
    holds: (run) =>
      right(run) > 0.95 &&
      new Inspector(run).look().learned.some(({ alpha }) => Math.abs(alpha! - 0.25) > 0.3),
  },
  'own-formula': { epochs: 60, holds: (run) => right(run) > 0.98 },
  'adam-spiral': { epochs: 300, holds: (run) => right(run) > 0.85 },
  'three-arms': { epochs: 100, holds: (run) => right(run) > 0.9 },
  sine: { epochs: 300, holds: (_run, least) => least < 0.03 },
  linear: { epochs: 60, holds: (run) => right(run) < 0.75 },
  zeros: { epochs: 60, holds: (run) => Math.abs(run.evaluate().train.loss - ln2) < 0.01 },
  'dying-relu': {
    epochs: 60,
    holds: (run) =>
      new Inspector(run)
        .look()
        .layers.slice(0, -1)
        .every(({ units, dead }) => dead.length === units),
  },
  'sigmoid-depth': {
    epochs: 300,
    holds: (run) => Math.abs(run.evaluate().train.loss - ln2) < 0.02,
  },
  'too-fast': { epochs: 1, holds: (run) => run.diverged?.epoch === 1 },
  overfitting: {
    epochs: 300,
    holds: (run, least) =>
      run.evaluate().train.accuracy === 1 && run.evaluate().test.loss > 2 * least,
  },
};

describe.each(presets.filter(({ id }) => claims[id]))('$id', ({ id, setup }) => {
  test.each([1, 2, 3])('seed %i shows what is said', (seed) => {
    const { epochs, holds } = claims[id]!;
    const { run, least } = trained({ ...setup, seed }, epochs);
    expect(holds(run, least)).toBe(true);
  });
});

test('squared-sigmoid: stuck where cross-entropy is not', () => {
  const setup = setupOf('squared-sigmoid');
  expect(right(trained(setup, 300).run)).toBeLessThan(0.1);
  const cured = { ...setup, loss: 'binary-cross-entropy', output: undefined } as const;
  expect(right(trained(cured, 300).run)).toBeGreaterThan(0.95);
});

test('every case can be trained, and has words and a claim that is tested', () => {
  const words: Record<string, string> = lab;
  for (const { id, setup } of presets) {
    expect(() => checkSetup(setup)).not.toThrow();
    expect([words[`lab.preset.${id}.title`], words[`lab.preset.${id}.why`]]).not.toContain(
      undefined,
    );
    expect(id === 'squared-sigmoid' || claims[id], id).toBeTruthy();
  }
});
