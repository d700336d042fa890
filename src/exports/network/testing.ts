/** What the tests of the export and `tests/tools/run-network-scripts.py` share. */
import messages from '../../../content/en/messages/export.json' with { type: 'json' };
import { fill } from '#i18n/fill.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { startRun } from '#nn/train.ts';
import { cases } from './cases.ts';
import { exportNetwork, frameworkIds, type FrameworkId } from './index.ts';
import type { RunData } from './run-data.ts';
import type { Say } from './say.ts';

export const say: Say = (key, values) => fill(messages[key], values);

/** Enough for every part of a script to have worked, too few for rounding to have grown. */
export const epochs = 12;

/** A run of so many epochs, by the core that is the reference. */
export function runDataOf(setup: TrainingSetup): RunData {
  const run = startRun(setup, { core: 'typescript' });
  const initialParameters = run.network.parameters.slice();
  const history = [{ epoch: 0, ...run.evaluate() }];
  while (history.length <= epochs && !run.diverged) {
    run.epoch();
    history.push({ epoch: run.epochs, ...run.evaluate() });
  }
  return { setup, data: run.data, initialParameters, parameters: run.network.parameters, history };
}

export interface Scripts {
  readonly train: string;
  readonly use: string;
}

/** Every script of every case: by case, then by framework. */
export const allScripts = (): Record<string, Record<FrameworkId, Scripts>> =>
  Object.fromEntries(
    Object.entries(cases).map(([name, setup]) => [name, scriptsOf(runDataOf(setup))]),
  );

export const scriptsOf = (run: RunData): Record<FrameworkId, Scripts> =>
  Object.fromEntries(
    frameworkIds.map((id) => [
      id,
      { train: exportNetwork(id, run, say), use: exportNetwork(id, moved(run), say, 'use') },
    ]),
  ) as Record<FrameworkId, Scripts>;

/** With other numbers than before training, that no rounding of the training can change. */
export const moved = (run: RunData): RunData => ({
  ...run,
  parameters: Array.from(run.initialParameters, (value, k) => value + (1 + (k % 7)) / 16),
});
