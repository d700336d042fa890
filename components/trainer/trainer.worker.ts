/** Training outside the page's own thread. */
import type { Command } from './protocol.ts';
import { Session } from './session.ts';

const session = new Session({
  emit: (report, transfer) => postMessage(report, { transfer }),
  later: (callback) => setTimeout(callback),
  // Long portions waste no time; a new run need not wait longer than this to begin.
  portion: 50,
});

addEventListener('message', ({ data }) => session.handle(data as Command));
