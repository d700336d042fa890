/** Training outside the page's own thread. */
import { simdReady } from '#nn/simd/index.ts';
import type { Command } from './protocol.ts';
import { Session } from './session.ts';

let simd = false;
const session = new Session({
  emit: (report, transfer = []) => postMessage(report, { transfer }),
  later: (callback) => setTimeout(callback),
  // Long portions waste no time; a new run need not wait longer than this to begin.
  portion: 50,
  simd: () => simd,
});

// Commands wait for the fast core, which takes a few milliseconds, once.
const ready = simdReady().then((there) => {
  simd = there;
});

addEventListener('message', ({ data }) => {
  void ready.then(() => session.handle(data as Command));
});
