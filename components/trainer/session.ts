/** Carries out a page's commands, in a worker or, in small portions, in the page itself. */
import { startRun, type Run } from '#nn/train.ts';
import type { Command, Report, Snapshot } from './protocol.ts';
import { recordOf, surfaceOf, training } from './training.ts';

interface Surroundings {
  /** Is given every report, with the buffers in it that may be handed over instead of copied. */
  emit(report: Report, transfer: ArrayBuffer[]): void;
  /** Calls back later, when others had their turn. */
  later(callback: () => void): void;
  /** Milliseconds of work after which others get their turn. */
  portion: number;
}

export class Session {
  readonly #around: Surroundings;
  #current: { id: number; run: Run } | undefined;

  constructor(surroundings: Surroundings) {
    this.#around = surroundings;
  }

  handle(command: Command): void {
    this.#attempt(command.run, () => {
      if (command.type === 'start') this.#start(command);
      else if (this.#current?.id === command.run) this.#advance(this.#current, command.epochs);
    });
  }

  #start({ run: id, setup }: Command & { type: 'start' }): void {
    const run = startRun(setup);
    this.#current = { id, run };
    const record = recordOf(run);
    this.#report(id, run, { records: run.diverged ? [] : [record], data: run.data });
  }

  #advance({ id, run }: { id: number; run: Run }, epochs: number): void {
    const progress = training(run, epochs);
    const work = () => {
      if (this.#current?.id !== id) return; // Another run has taken its place.
      const end = performance.now() + this.#around.portion;
      do {
        const { done, value: records } = progress.next();
        if (done) return this.#report(id, run, { records });
      } while (performance.now() < end);
      this.#around.later(() => this.#attempt(id, work));
    };
    work();
  }

  #report(id: number, run: Run, news: Pick<Snapshot, 'records' | 'data'>): void {
    const logits = Float32Array.from(surfaceOf(run));
    this.#around.emit({ type: 'snapshot', run: id, logits, diverged: run.diverged, ...news }, [
      logits.buffer,
    ]);
  }

  #attempt(run: number, action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#around.emit({ type: 'failed', run, reason: String(error) }, []);
    }
  }
}
