/** The page in which everything is timed; `bench.ts` drives it through `window.bench`. */
import { simdReady } from '../../src/nn/simd/index.ts';
import { brain } from './peers/brain.ts';
import { convnetJs } from './peers/convnetjs.ts';
import { simd, typescript } from './peers/ours.ts';
import type { Peer, Training } from './peers/peer.ts';
import { synapticPeer } from './peers/synaptic.ts';
import { tensorflowCpu, tensorflowWasm } from './peers/tensorflow.ts';
import ExperimentWorker from './experiment.worker.ts?worker&inline';
import type { ExperimentTimes } from './experiment.worker.ts';
import { grid, works } from './work.ts';

const peers: readonly Peer[] = [
  simd,
  typescript,
  convnetJs,
  tensorflowCpu,
  tensorflowWasm,
  brain,
  synapticPeer,
];

/** What each peer does when it is its turn. */
let tasks: (() => void)[] = [];

/** Starts the same work with all peers and makes a task of it. */
async function startAll(
  work: (typeof works)[number],
  task: (training: Training) => () => void,
): Promise<void> {
  tasks = [];
  for (const peer of peers) {
    await peer.enter?.();
    tasks.push(task(peer.start(work)));
  }
}

const bench = {
  ready: simdReady,
  works,
  peers: peers.map(({ name, note }) => ({ name, note })),
  /** A task is an epoch of one of `works`. */
  startTraining: (work: number) => startAll(works[work]!, (training) => () => training.epoch()),
  /** A task is W4: the outputs of W1's network at 100 × 100 points. */
  startSurface() {
    const points = grid(100);
    return startAll(works[0]!, (training) => () => void training.surface(points));
  },
  async enter(peer: number): Promise<void> {
    await peers[peer]!.enter?.();
  },
  turn(peer: number, times: number): void {
    const task = tasks[peer]!;
    for (let k = 0; k < times; k++) task();
  },
  /** The 300 runs, in a worker of their own. */
  experiment(untilSolved: boolean): Promise<ExperimentTimes> {
    const start = performance.now();
    const worker = new ExperimentWorker();
    return new Promise((resolve, reject) => {
      let first: number | undefined;
      worker.onerror = reject;
      worker.onmessage = ({ data }) => {
        first ??= performance.now() - start;
        if (data === null) return;
        worker.terminate();
        resolve({ ...data, first });
      };
      worker.postMessage(untilSolved);
    });
  },
};

export type Bench = typeof bench;

(globalThis as { bench?: Bench }).bench = bench;
