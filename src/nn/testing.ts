/** What the tests of training share. */
import type { TrainingSetup } from './setup.ts';
import { startRun, type Run } from './train.ts';

/** What the tests of training change. */
export const setup: TrainingSetup = {
  seed: 1,
  dataset: 'circle',
  samples: 500,
  noise: 0,
  trainShare: 0.5,
  hidden: [8],
  activation: { id: 'relu' },
  initialization: 'he',
  loss: 'binary-cross-entropy',
  learningRate: 0.1,
  batchSize: 10,
};

export const start = (changes: Partial<TrainingSetup> = {}) => startRun({ ...setup, ...changes });

export function train(run: Run, epochs: number): Run {
  for (let k = 0; k < epochs; k++) run.epoch();
  return run;
}
