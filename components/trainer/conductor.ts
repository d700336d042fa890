/**
 * Decides when a run goes on: at the reader's word, one picture after the other, not out of sight and
 * not without end. Knows nothing of the page.
 */
import type { SpeedId } from '#lab/state.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import type { EpochRecord } from '#nn/train.ts';
import { paceOf } from './pacing.ts';
import type { Amount, Command, Failure, Report, Snapshot, Standing } from './protocol.ts';
import type { Need } from './views/index.ts';

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
  speed(): SpeedId;
  /** Epochs after which training stops by itself, where the speed does not say it. */
  readonly stretch?: number | undefined;
  /** What the open views need to be told. */
  needs(): readonly Need[];
}

/** Milliseconds of drawing that a page does not feel. */
const quickDrawing = 6;

export class Conductor {
  readonly #hooks: Hooks;
  #run = 0;
  #history: EpochRecord[] = [];
  #phase: Phase = 'new';
  #standing: Standing | undefined;
  /** Single steps and epochs asked for and not yet begun. */
  #singles: Amount[] = [];
  /** A command is not answered yet. */
  #waiting = false;
  /** Somebody asked where the run stands while an answer was on its way that does not tell all. */
  #again = false;
  #visible = true;
  /** Epochs that the current run has behind it in its first report. */
  #ahead = 0;
  #limit = 0;
  #drawnAt = -Infinity;
  /** Milliseconds that the last picture took. */
  #drawing = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(hooks: Hooks) {
    this.#hooks = hooks;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** The epochs of the current run so far that are kept. */
  get history(): readonly EpochRecord[] {
    return this.#history;
  }

  /** Where the current run stands; nothing before its first report. */
  get standing(): Standing | undefined {
    return this.#standing;
  }

  get #epoch(): number {
    return this.#standing?.epoch ?? this.#ahead;
  }

  get #pace() {
    return paceOf(this.#hooks.speed(), this.#hooks.calm(), this.#hooks.stretch);
  }

  /** Training is going on, or would be in sight. */
  get busy(): boolean {
    return this.#phase === 'running' || this.#phase === 'away';
  }

  /** Where training that begins now stops by itself: after the first stretch, or one from here. */
  get #end(): number {
    const { stretch } = this.#pace;
    return this.#epoch < stretch ? stretch : this.#epoch + stretch;
  }

  /**
   * A new run in place of any other: untrained, or after so many epochs.
   *
   * @param given first weights in place of drawn ones, and the epochs to train before it is shown
   */
  start(
    setup: TrainingSetup,
    { parameters, ahead = 0 }: { parameters?: readonly number[]; ahead?: number } = {},
  ): void {
    this.#forget();
    this.#ahead = ahead;
    this.#limit = this.#end;
    this.#waiting = true;
    const needs = this.#hooks.needs();
    this.#hooks.send({
      type: 'start',
      run: this.#run,
      needs,
      setup,
      ...(parameters && { parameters }),
      ...(ahead > 0 && { ahead }),
    });
    this.#turn('new');
  }

  /** No run at all: what is on its way from the last one is dropped. */
  stop(): void {
    this.#forget();
    this.#waiting = false;
    this.#turn('new');
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#run += 1;
    this.#history = [];
    this.#standing = undefined;
    this.#singles = [];
    this.#ahead = 0;
  }

  train(): void {
    if (this.#ended()) return;
    if (this.#epoch >= this.#limit) this.#limit = this.#epoch + this.#pace.stretch;
    this.#turn(this.#visible ? 'running' : 'away');
    this.#go();
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.#singles = [];
    if (this.busy) this.#turn('paused');
  }

  /** Trains for one mini-batch or to the end of the epoch; stops training that is going on. */
  step(unit: 'step' | 'epoch' = 'epoch'): void {
    if (this.#ended()) return;
    clearTimeout(this.#timer);
    if (this.busy) this.#phase = 'paused';
    this.#singles.push(unit === 'epoch' ? { epochs: 1 } : { epochs: 1, steps: 1 });
    this.#go();
  }

  /** Another speed holds from the next picture on. Training that goes on is not cut short by it. */
  repace(): void {
    this.#limit = this.busy ? Math.max(this.#limit, this.#epoch + this.#pace.stretch) : this.#end;
    if (this.#phase !== 'running') return;
    clearTimeout(this.#timer);
    this.#go();
  }

  /** Asks where the run stands, for a view that has just been opened. */
  look(): void {
    if (this.#run === 0 || this.#phase === 'running') return; // The next report will tell.
    if (this.#waiting) {
      this.#again = true;
      return;
    }
    this.#waiting = true;
    this.#hooks.send({ type: 'look', run: this.#run, needs: this.#hooks.needs() });
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
    if (this.#again) {
      this.#again = false;
      this.look();
    }
    if (report.type === 'failed') return this.#turn('failed', report);
    this.#history.push(...report.records);
    this.#standing = report.standing ?? this.#standing;
    const before = this.#phase;
    if (before === 'running' && this.#epoch >= this.#limit) this.#phase = 'finished';
    this.#drawnAt = performance.now();
    // Where drawing is quick the trainer works on meanwhile; otherwise the page needs its time.
    const quick = this.#drawing < quickDrawing;
    if (quick && !report.diverged) this.#go();
    this.#hooks.draw(report);
    this.#drawing = performance.now() - this.#drawnAt;
    if (!quick && !report.diverged) this.#go();
    if (report.diverged) {
      if (before !== 'diverged') this.#turn('diverged');
    } else if (this.#phase === 'finished') {
      if (before === 'running') this.#turn('finished');
    } else if (!this.busy && this.#singles.length === 0 && !this.#waiting) {
      this.#turn((this.#standing?.steps ?? 0) > 0 ? 'paused' : 'new');
    }
  }

  /** Asks for the next epochs, when it is time for them. */
  #go(): void {
    if (this.#waiting) return;
    const single = this.#singles.shift();
    if (single) return this.#advance(single);
    if (this.#phase !== 'running') return;
    const { interval } = this.#pace;
    clearTimeout(this.#timer);
    // At most half of the page's time goes into drawing.
    const gap = this.#drawing < quickDrawing ? interval : Math.max(interval, 2 * this.#drawing);
    const wait = this.#drawnAt + gap - performance.now();
    if (gap === 0) this.#next();
    else this.#timer = setTimeout(() => this.#next(), Math.max(0, wait));
  }

  #next(): void {
    const amount = this.#pace.amount(this.#epoch);
    this.#advance({ ...amount, epochs: Math.min(amount.epochs, this.#limit - this.#epoch) });
  }

  #advance(amount: Amount): void {
    this.#waiting = true;
    this.#hooks.send({ type: 'advance', run: this.#run, needs: this.#hooks.needs(), amount });
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
