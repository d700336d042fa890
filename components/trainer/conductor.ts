/**
 * Decides when a run goes on: at the reader's word, one picture after the other, not out of sight and
 * not without end. Knows nothing of the page.
 */
import type { EpochRecord } from '#figures/loss-chart-curves.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { epochsToNext, interval, stretch } from './pacing.ts';
import type { Command, Failure, Report, Snapshot } from './protocol.ts';

/**
 * `new`: a run that has not been trained. `paused`: by the reader, or after a single epoch. `away`:
 * out of sight, and goes on in sight. `finished`: the end of a stretch. `diverged`, `failed`: for good.
 */
export type Phase = 'new' | 'running' | 'paused' | 'away' | 'finished' | 'diverged' | 'failed';

interface Hooks {
  send(command: Command): void;
  draw(snapshot: Snapshot): void;
  /** The phase changed, or what the reader asked for has been drawn. */
  tell(phase: Phase, failure?: Failure): void;
  /** The reader wants little motion. */
  calm(): boolean;
}

export class Conductor {
  readonly #hooks: Hooks;
  #run = 0;
  #history: EpochRecord[] = [];
  #phase: Phase = 'new';
  /** Single epochs asked for and not yet begun. */
  #singles = 0;
  /** A command is not answered yet. */
  #waiting = false;
  #visible = true;
  #limit = stretch;
  #drawnAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(hooks: Hooks) {
    this.#hooks = hooks;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Every epoch of the current run so far. */
  get history(): readonly EpochRecord[] {
    return this.#history;
  }

  get #epoch(): number {
    return this.#history.at(-1)?.epoch ?? 0;
  }

  /** Training is going on, or would be in sight. */
  get busy(): boolean {
    return this.#phase === 'running' || this.#phase === 'away';
  }

  /** A new, untrained run in place of any other. */
  start(setup: TrainingSetup): void {
    clearTimeout(this.#timer);
    this.#run += 1;
    this.#history = [];
    this.#singles = 0;
    this.#limit = stretch;
    this.#waiting = true;
    this.#hooks.send({ type: 'start', run: this.#run, setup });
    this.#turn('new');
  }

  train(): void {
    if (this.#ended()) return;
    if (this.#epoch >= this.#limit) this.#limit = this.#epoch + stretch;
    this.#turn(this.#visible ? 'running' : 'away');
    this.#go();
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.#singles = 0;
    if (this.busy) this.#turn('paused');
  }

  /** Trains for one epoch; stops training that is going on. */
  step(): void {
    if (this.#ended()) return;
    clearTimeout(this.#timer);
    if (this.busy) this.#phase = 'paused';
    this.#singles += 1;
    this.#go();
  }

  /** Whether the reader can see the figure. */
  set visible(visible: boolean) {
    if (visible === this.#visible) return;
    this.#visible = visible;
    if (!this.busy) return;
    clearTimeout(this.#timer);
    this.#turn(visible ? 'running' : 'away');
    this.#go();
  }

  /** Takes in what the trainer reports. What is about an earlier run is dropped. */
  receive(report: Report): void {
    if (report.run !== this.#run) return;
    this.#waiting = false;
    if (report.type === 'failed') return this.#turn('failed', report);
    this.#history.push(...report.records);
    this.#drawnAt = performance.now();
    this.#hooks.draw(report);
    if (report.diverged) return this.#turn('diverged');
    if (this.#phase === 'running' && this.#epoch >= this.#limit) this.#turn('finished');
    else if (!this.busy && this.#singles === 0) this.#turn(this.#epoch > 0 ? 'paused' : 'new');
    this.#go();
  }

  /** Asks for the next epochs, when it is time for them. */
  #go(): void {
    if (this.#waiting) return;
    if (this.#singles > 0) {
      this.#singles -= 1;
      return this.#advance(1);
    }
    if (this.#phase !== 'running') return;
    const calm = this.#hooks.calm();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.#advance(Math.min(epochsToNext(this.#epoch, calm), this.#limit - this.#epoch)),
      Math.max(0, this.#drawnAt + interval(calm) - performance.now()),
    );
  }

  #advance(epochs: number): void {
    this.#waiting = true;
    this.#hooks.send({ type: 'advance', run: this.#run, epochs });
  }

  /** A run that ended for good says so again. */
  #ended(): boolean {
    const ended = this.#phase === 'diverged' || this.#phase === 'failed';
    if (ended) this.#hooks.tell(this.#phase);
    return ended;
  }

  #turn(phase: Phase, failure?: Failure): void {
    this.#phase = phase;
    this.#hooks.tell(phase, failure);
  }
}
