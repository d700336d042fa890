/** 300 runs: 100 seeds × 3 activations, [4, 2] on circle, up to 600 epochs, scores after every epoch. */
import { simdReady } from '../../src/nn/simd/index.ts';
import { startRun } from '../../src/nn/train.ts';
import { setupOf, works } from './work.ts';

export interface ExperimentTimes {
  /** Milliseconds of work in the worker. */
  readonly busy: number;
  /** Milliseconds from the request to the first result, the start of the worker included. */
  readonly first: number;
  readonly epochs: number;
  readonly solved: number;
}

addEventListener('message', async ({ data: untilSolved }: MessageEvent<boolean>) => {
  await simdReady();
  const start = performance.now();
  let epochs = 0;
  let solved = 0;
  for (const activation of ['tanh', 'sigmoid', 'relu'] as const) {
    for (let seed = 1; seed <= 100; seed++) {
      const run = startRun({ ...setupOf(works[0]!), activation: { id: activation }, seed });
      if (run.core !== 'simd') throw new Error('no SIMD');
      let done = false;
      while (run.epochs < 600 && !run.diverged && !(done && untilSolved)) {
        run.epoch();
        done ||= run.evaluate().test.accuracy! >= 0.99;
      }
      epochs += run.epochs;
      if (done) solved++;
      postMessage(null);
    }
  }
  postMessage({ busy: performance.now() - start, epochs, solved });
});
