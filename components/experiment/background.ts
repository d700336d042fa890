/** Where an experiment's networks learn: the one place that makes its workers. */
import { createBackground, type Background, type Hooks } from '../figure/background.ts';
import ExperimentWorker from './experiment.worker.ts?worker&inline';
import type { Command, Report } from './protocol.ts';

export const experimentBackground = (hooks: Hooks<Report>): Background<Command> =>
  createBackground<Command, Report>({
    ...hooks,
    spawn: () => new ExperimentWorker(),
    async inPage(surroundings) {
      const [{ Jobs }, { simdReady }] = await Promise.all([
        import('./job.ts'),
        import('#nn/simd/index.ts'),
      ]);
      await simdReady();
      return new Jobs(surroundings);
    },
    // Nobody waits for the end of a job that is cancelled.
    failure: (command, reason) =>
      command.type === 'run' ? { type: 'failed', job: command.job, reason } : undefined,
  });
