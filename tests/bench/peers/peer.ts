import type { Work } from '../work.ts';

/** A network in training. */
export interface Training {
  /** Once through all training points. */
  epoch(): void;
  /** Outputs at points [coordinate][point]; returns a number so that nothing is optimized away. */
  surface(points: Float64Array): number;
}

/** A library that can train it. */
export interface Peer {
  readonly name: string;
  /** What is not the same work as ours. */
  readonly note?: string;
  /** Called before anything else, and whenever the turn comes back to this peer. */
  enter?(): Promise<void>;
  start(work: Work): Training;
}
