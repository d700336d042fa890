/** Where a trainer's networks learn: the one place that makes its workers. */
import { createBackground, type Background, type Hooks } from '../figure/background.ts';
import type { Command, Report } from './protocol.ts';
import TrainerWorker from './trainer.worker.ts?worker&inline';

export const trainerBackground = (hooks: Hooks<Report>): Background<Command> =>
  createBackground<Command, Report>({
    ...hooks,
    spawn: () => new TrainerWorker(),
    async inPage(surroundings) {
      const { Session } = await import('./session.ts');
      return new Session(surroundings);
    },
    failure: ({ run }, reason) => ({ type: 'failed', run, reason }),
  });
