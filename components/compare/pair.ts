/** Two trainers that are told the same and answer together, so that a conductor sees one of them. */
import type { TrainingSetup } from '#nn/setup.ts';
import type { Background, Hooks } from '../figure/background.ts';
import type { Command, Report, Snapshot } from '../trainer/protocol.ts';

export type Both<T> = readonly [a: T, b: T];

interface Options {
  /** Begins one of the two. */
  start(hooks: Hooks<Report>): Background<Command>;
  /** What the second trains, given what the first does. */
  other(setup: TrainingSetup): TrainingSetup;
  /** The answer of both as one, and the answer of each. */
  receive(report: Report, each: Both<Snapshot> | undefined): void;
  onFallback(): void;
}

export function createPair({ start, other, receive, onFallback }: Options): Background<Command> {
  let run = 0;
  let answers: (Snapshot | undefined)[] = [];
  const take = (side: 0 | 1) => (report: Report) => {
    // The other one has begun another run already.
    if (report.run !== run) return;
    if (report.type === 'failed') return receive(report, undefined);
    answers[side] = report;
    const [a, b] = answers;
    if (!a || !b) return;
    answers = [];
    receive(asOne(a, b), [a, b]);
  };
  const first = start({ onFallback, receive: take(0) });
  const second = start({ onFallback, receive: take(1) });

  return {
    send(command: Command) {
      if (command.type === 'start') {
        run = command.run;
        answers = [];
      }
      first.send(command);
      second.send(command.type === 'start' ? { ...command, setup: other(command.setup) } : command);
    },
    close() {
      first.close();
      second.close();
    },
  };
}

/** Of two runs that are at the same epoch, unless one has diverged: that of the one that goes on. */
export function asOne(a: Snapshot, b: Snapshot): Snapshot {
  const further = a.diverged && !b.diverged ? b : a;
  return { ...further, diverged: a.diverged && b.diverged ? a.diverged : undefined };
}
