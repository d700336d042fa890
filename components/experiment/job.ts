/** Carries out a page's experiments, in a worker or, in small portions, in the page itself. */
import { setupOf, type Experiment } from '#experiments/experiment.ts';
import { runSteps } from '#experiments/run.ts';
import { startRun } from '#nn/train.ts';
import type { Handler, Surroundings } from '../figure/background.ts';
import type { Command, FinishedRun, Report } from './protocol.ts';

export class Jobs implements Handler<Command> {
  readonly #around: Surroundings<Report>;
  /** The number of the current job; others stop. */
  #current = 0;

  constructor(surroundings: Surroundings<Report>) {
    this.#around = surroundings;
  }

  handle(command: Command): void {
    if (command.type === 'cancel') this.#current = 0;
    else this.#start(command);
  }

  #start({ job, experiment }: Command & { type: 'run' }): void {
    this.#current = job;
    const progress = allRuns(experiment);
    const { emit, later, portion } = this.#around;
    let begun = false;
    const work = () => {
      if (this.#current !== job) return;
      const end = performance.now() + portion;
      const runs: FinishedRun[] = [];
      try {
        do {
          const { done, value } = progress.next();
          if (value) runs.push(value);
          if (done) return emit({ type: 'results', job, runs, done });
          // The first result is sent at once: the reader sees that something happens.
        } while (performance.now() < end && (begun || runs.length === 0));
        begun ||= runs.length > 0;
      } catch (error) {
        return emit({ type: 'failed', job, reason: String(error) });
      }
      if (runs.length > 0) emit({ type: 'results', job, runs, done: false });
      later(work);
    };
    work();
  }
}

/**
 * Every run, seed by seed, so that all variants always have about as many. Yields a run that is
 * finished, and nothing in between after every epoch.
 */
function* allRuns(experiment: Experiment): Generator<FinishedRun | undefined, undefined> {
  for (const seed of experiment.seeds) {
    for (const variant of Object.keys(experiment.variants)) {
      const steps = runSteps(experiment, startRun(setupOf(experiment, variant, seed)));
      let step = steps.next();
      while (!step.done) {
        yield undefined;
        step = steps.next();
      }
      yield { variant, run: step.value };
    }
  }
}
