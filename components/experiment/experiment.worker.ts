/** Many networks, trained outside the page's own thread. */
import { simdReady } from '#nn/simd/index.ts';
import { Jobs } from './job.ts';
import type { Command } from './protocol.ts';

const jobs = new Jobs({
  emit: (report) => postMessage(report),
  later: (callback) => setTimeout(callback),
  // Two pictures' worth: results come in as fast as they can be seen.
  portion: 32,
});

// Made ready when the worker begins, long before the first command; it never rejects.
const ready = simdReady();
addEventListener('message', ({ data }) => {
  void ready.then(() => jobs.handle(data as Command));
});
