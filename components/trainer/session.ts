/** Carries out a page's commands, in a worker or, in small portions, in the page itself. */
import { whyNotSimd } from '#nn/simd/support.ts';
import { Inspector } from '#inside/inspector.ts';
import type { Inside } from '#inside/types.ts';
import { startRun, type Run } from '#nn/train.ts';
import type { Handler, Surroundings } from '../figure/background.ts';
import type { Amount, Command, Report, Snapshot } from './protocol.ts';
import { learnedOf, standingOf, surfaceOf, training } from './training.ts';
import type { Need } from './views/index.ts';

interface Place extends Surroundings<Report> {
  /** Whether SIMD is to be had here; nothing before that is known. */
  simd?(): boolean;
}

interface Current {
  readonly id: number;
  readonly run: Run;
  readonly begun: Begun;
  inspector?: Inspector;
  /** The inside before training, found out when it is first asked for. */
  start?: Inside;
}

type Start = Command & { type: 'start' };
type Begun = Pick<Start, 'setup' | 'parameters'>;
type News = Pick<Snapshot, 'records' | 'data' | 'core'>;

export class Session implements Handler<Command> {
  readonly #around: Place;
  #current: Current | undefined;

  constructor(surroundings: Place) {
    this.#around = surroundings;
  }

  handle(command: Command): void {
    const { run: id, needs } = command;
    this.#attempt(id, () => {
      if (command.type === 'start') return this.#start(command);
      const current = this.#current;
      if (current?.id !== id) return;
      if (command.type === 'advance') this.#advance(current, command.amount, needs);
      else this.#report(current, needs, { records: [] });
    });
  }

  #start({ run: id, setup, parameters, ahead = 0, needs }: Start): void {
    const run = startRun(setup, {
      ...(parameters && { parameters }),
      ...(ahead > 0 && { core: 'typescript' }),
    });
    const current: Current = { id, run, begun: { setup, parameters } };
    this.#current = current;
    const { epoch, train, test } = standingOf(run);
    const records = run.diverged ? [] : [{ epoch, train, test }];
    const core: Snapshot['core'] =
      ahead > 0 && this.#around.simd?.() && !whyNotSimd(setup)
        ? { name: 'typescript', because: 'still' }
        : this.#coreOf(run);
    this.#advance(current, { epochs: ahead }, needs, { records, data: run.data, core });
  }

  #coreOf({ core, setup }: Run): Snapshot['core'] {
    if (core === 'simd') return { name: core };
    // Without SIMD in the browser the setup does not matter.
    const because = (this.#around.simd?.() && whyNotSimd(setup)) || 'missing';
    return { name: core, because };
  }

  /** @param first what to report before what comes of it */
  #advance(current: Current, amount: Amount, needs: readonly Need[], first?: News): void {
    const { id, run } = current;
    const progress = training(run, amount);
    const work = () => {
      if (this.#current?.id !== id) return; // Another run has taken its place.
      const end = performance.now() + this.#around.portion;
      do {
        const { done, value: records } = progress.next();
        if (done) {
          const all = first ? [...first.records, ...records] : records;
          return this.#report(current, needs, { ...first, records: all });
        }
      } while (performance.now() < end);
      this.#around.later(() => this.#attempt(id, work));
    };
    work();
  }

  #report(current: Current, needs: readonly Need[], news: News): void {
    const { id, run } = current;
    const standing = standingOf(run);
    const logits = Float32Array.from(surfaceOf(run));
    const snapshot: Snapshot = {
      type: 'snapshot',
      run: id,
      logits,
      learned: learnedOf(run),
      diverged: run.diverged,
      ...(Number.isFinite(standing.train.loss) && { standing }),
      ...news,
      ...this.#inside(current, needs),
    };
    this.#around.emit(snapshot, [logits.buffer]);
  }

  #inside(current: Current, needs: readonly Need[]): Partial<Snapshot> {
    if (needs.length === 0) return {};
    const { run } = current;
    current.inspector ??= new Inspector(run);
    return {
      ...(needs.includes('inside') && {
        start: (current.start ??= startOf(current.begun)),
        inside: current.inspector.look(),
      }),
      ...(needs.includes('units') && { units: current.inspector.maps() }),
      ...(needs.includes('parameters') && { parameters: run.network.parameters.slice() }),
    };
  }

  #attempt(run: number, action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#around.emit({ type: 'failed', run, reason: reasonOf(error) });
    }
  }
}

/** The inside of a run before training: drawn once more, since nobody may have asked for it then. */
const startOf = ({ setup, parameters }: Begun): Inside =>
  new Inspector(startRun(setup, { core: 'typescript', ...(parameters && { parameters }) })).look();

/** Errors that are made for readers say enough without their kind. */
const reasonOf = (error: unknown) => (error instanceof RangeError ? error.message : String(error));
