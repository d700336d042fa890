/** Training with a record of every epoch: at build time for the picture of the page, and live. */
import { gridPoints } from '#figures/decision-surface.ts';
import type { EpochRecord } from '#figures/loss-chart-curves.ts';
import { datasets } from '#nn/datasets.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { startRun, type Run } from '#nn/train.ts';

/** Where the run stands. Can find that it has diverged; the record is then that of the epoch before. */
export const recordOf = (run: Run): EpochRecord => ({ epoch: run.epochs, ...run.evaluate() });

/**
 * Trains for some epochs, fewer when the run diverges; pauses after every mini-batch, so that the
 * caller can attend to other things.
 *
 * @returns One record for each epoch completed.
 */
export function* training(run: Run, epochs: number): Generator<void, EpochRecord[]> {
  const records: EpochRecord[] = [];
  while (records.length < epochs && !run.diverged) {
    const done = run.epochs;
    while (run.epochs === done && !run.diverged) {
      run.step();
      yield;
    }
    const record = recordOf(run);
    if (!run.diverged) records.push(record);
  }
  return records;
}

/** The pre-activations of the output unit over the plane, row by row from its top left. */
export const surfaceOf = (run: Run): Float64Array =>
  run.logits(gridPoints(datasets[run.setup.dataset].domain));

/**
 * A run after so many epochs, fewer when it diverges, with the record of each from epoch 0.
 *
 * @throws RangeError when no run is possible with this setup.
 */
export function train(
  setup: TrainingSetup,
  epochs: number,
): { run: Run; history: readonly EpochRecord[] } {
  const run = startRun(setup);
  const first = recordOf(run);
  const rest = training(run, epochs);
  let step = rest.next();
  while (!step.done) step = rest.next();
  return { run, history: [first, ...step.value] };
}
