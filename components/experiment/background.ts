/** Where networks are trained: in a worker or, where the page may not have one, in the page itself. */
import type { Command, Report } from './protocol.ts';

export interface Background {
  send(command: Command): void;
  close(): void;
}

interface Options {
  /** @throws when there are no workers here */
  spawn(): Worker;
  receive(report: Report): void;
  /** Training goes on in the page. */
  onFallback(): void;
}

/** Milliseconds of training at a time in the page's own thread: a frame lasts 16. */
const portion = 6;

export function createBackground({ spawn, receive, onFallback }: Options): Background {
  let worker: Worker | undefined;
  let inPage: Promise<{ handle(command: Command): void }> | undefined;
  let closed = false;
  /** The last command while the worker has not said a word yet. */
  let unheard: Command | undefined;
  let heard = false;

  const deliver = (report: Report) => {
    heard = true;
    unheard = undefined;
    if (!closed) receive(report);
  };
  const stayInPage = () => {
    worker?.terminate();
    worker = undefined;
    const later = (callback: () => void) => setTimeout(() => !closed && callback());
    inPage = Promise.all([import('./job.ts'), import('#nn/simd/index.ts')]).then(
      async ([{ Jobs }, { simdReady }]) => {
        await simdReady();
        return new Jobs({ emit: deliver, later, portion });
      },
    );
    onFallback();
    if (unheard) send(unheard);
  };
  const send = (command: Command) => {
    if (!heard) unheard = command;
    if (worker) worker.postMessage(command);
    else {
      const fail = (error: unknown) => {
        if (command.type === 'run')
          deliver({ type: 'failed', job: command.job, reason: String(error) });
      };
      inPage?.then((jobs) => jobs.handle(command), fail);
    }
  };

  try {
    worker = spawn();
    worker.addEventListener('message', ({ data }) => deliver(data as Report));
    worker.addEventListener('error', (event) => {
      // Some policies let a worker be made and then do not let it load.
      if (!heard) return stayInPage();
      deliver({ type: 'failed', job: 0, reason: event.message || 'worker' });
    });
  } catch {
    stayInPage();
  }

  return {
    send,
    close() {
      closed = true;
      worker?.terminate();
    },
  };
}
