/** Where training happens: in a worker or, where the page may not have one, in the page itself. */
import type { Command, Report } from './protocol.ts';
import { Session } from './session.ts';

export interface Engine {
  send(command: Command): void;
  /** Ends all training. */
  close(): void;
}

interface EngineOptions {
  /** @throws when there are no workers here */
  spawn(): Worker;
  receive(report: Report): void;
  /** Training goes on in the page. */
  onFallback(): void;
}

/** Milliseconds of training at a time in the page's own thread: a frame lasts 16. */
const portion = 6;

export function createEngine({ spawn, receive, onFallback }: EngineOptions): Engine {
  let worker: Worker | undefined;
  let session: Session | undefined;
  let closed = false;
  /** Commands that were sent before the worker's first word; `undefined` after it. */
  let unheard: Command[] | undefined = [];
  let latest = 0;

  const deliver = (report: Report) => {
    unheard = undefined;
    if (!closed) receive(report);
  };
  const later = (callback: () => void) => {
    setTimeout(() => {
      if (!closed) callback();
    });
  };
  const stayInPage = () => {
    worker?.terminate();
    worker = undefined;
    // Reports come later, as a worker's would.
    session = new Session({ emit: (report) => later(() => deliver(report)), later, portion });
    onFallback();
    for (const command of unheard ?? []) session.handle(command);
  };

  try {
    worker = spawn();
    worker.addEventListener('message', ({ data }) => deliver(data as Report));
    worker.addEventListener('error', (event) => {
      // Some policies let a worker be made and then do not let it load.
      if (unheard) return stayInPage();
      const reason = event.message || 'worker';
      deliver({ type: 'failed', run: latest, reason });
    });
  } catch {
    stayInPage();
  }

  return {
    send(command) {
      latest = command.run;
      unheard?.push(command);
      if (worker) worker.postMessage(command);
      else session?.handle(command);
    },
    close() {
      closed = true;
      worker?.terminate();
    },
  };
}
