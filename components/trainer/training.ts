/** Training with a record of epochs: at build time for the picture of the page, and live. */
import { surfacePoints } from '#figures/decision-surface.ts';
import { groundOf } from '#lab/task.ts';
import { learnedNames } from '#nn/kernels.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { startRun, type EpochRecord, type Run, type RunOptions } from '#nn/train.ts';
import type { Amount, Standing } from './protocol.ts';

/** Up to this every epoch is kept; then every second, up to twice as many, then every fourth, and so on. */
const allKept = 1024;

/** Whether the record of an epoch is kept, so that long runs do not fill the memory. */
export const isKept = (epoch: number): boolean =>
  epoch <= allKept || epoch % 2 ** (Math.floor(Math.log2((epoch - 1) / allKept)) + 1) === 0;

/** Where the run stands. Can find that it has diverged; the record is then that of the epoch before. */
const recordOf = (run: Run): EpochRecord => ({ epoch: run.epochs, ...run.evaluate() });

export const standingOf = (run: Run): Standing => ({
  ...recordOf(run),
  steps: run.steps,
  stepsPerEpoch: Math.ceil(run.data.train.count / run.setup.batchSize),
});

/** Milliseconds: an epoch that takes longer is trained step by step, so that others get their turn. */
const longEpoch = 4;

/**
 * Trains for some time, less when the run diverges; pauses after an epoch or, where epochs take long,
 * after every mini-batch, so that the caller can attend to other things.
 *
 * @returns A record for each epoch completed that is to be kept.
 */
export function* training(
  run: Run,
  { epochs, steps = Infinity, milliseconds = Infinity }: Amount,
): Generator<void, EpochRecord[]> {
  const records: EpochRecord[] = [];
  const [lastEpoch, lastStep] = [run.epochs + epochs, run.steps + steps];
  const end = performance.now() + milliseconds;
  let quick = false;
  while (run.epochs < lastEpoch && run.steps < lastStep && !run.diverged) {
    const [at, began] = [run.epochs, performance.now()];
    if (quick && steps === Infinity) run.epoch();
    else {
      while (run.epochs === at && run.steps < lastStep && !run.diverged) {
        run.step();
        if (performance.now() > end) break;
        yield;
      }
    }
    quick = performance.now() - began < longEpoch;
    if (run.epochs > at && isKept(run.epochs)) {
      const record = recordOf(run);
      if (!run.diverged) records.push(record);
    }
    if (performance.now() > end) break;
    yield;
  }
  return records;
}

/** Pre-activations of the output units where the picture asks for them, [unit][point]. */
export const surfaceOf = (run: Run): Float64Array => run.logits(surfacePoints(groundOf(run.setup)));

/** The values of learned parameters of activation functions, by hidden layer. */
export function learnedOf({ network: { activations, layers } }: Run): Record<string, number>[] {
  return activations.map((ref, l) =>
    Object.fromEntries(learnedNames(ref).map((name, i) => [name, layers[l]!.learned[i]!])),
  );
}

/**
 * A run after so many epochs, fewer when it diverges, with the record of each from epoch 0.
 *
 * @throws RangeError when no run is possible with this setup.
 */
export function train(
  setup: TrainingSetup,
  epochs: number,
  options?: RunOptions,
): { run: Run; history: readonly EpochRecord[] } {
  const run = startRun(setup, options);
  const first = recordOf(run);
  const rest = training(run, { epochs });
  let step = rest.next();
  while (!step.done) step = rest.next();
  return { run, history: [first, ...step.value] };
}
