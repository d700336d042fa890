/** Work in a worker or, where the page may not have one, in the page itself. */

export interface Background<Command> {
  send(command: Command): void;
  /** Ends all work; nothing is received any more. */
  close(): void;
}

/** What is given to a `Handler`. */
export interface Surroundings<Report> {
  /** Is given every report, with the buffers in it that may be handed over instead of copied. */
  emit(report: Report, transfer?: ArrayBuffer[]): void;
  /** Calls back later, when others had their turn. */
  later(callback: () => void): void;
  /** Milliseconds of work after which others get their turn. */
  portion: number;
}

/** Carries out commands, in either place. */
export interface Handler<Command> {
  handle(command: Command): void;
}

/** The page's side. */
export interface Hooks<Report> {
  receive(report: Report): void;
  /** Work goes on in the page. */
  onFallback(): void;
}

interface Work<Command, Report> extends Hooks<Report> {
  /** @throws when there are no workers here */
  spawn(): Worker;
  /** What the worker would do. */
  inPage(surroundings: Surroundings<Report>): Promise<Handler<Command>>;
  /** What to say of a command that cannot be carried out, if anything. */
  failure(command: Command, reason: string): Report | undefined;
}

/** Milliseconds of work at a time in the page's own thread: a frame lasts 16. */
const portion = 6;

export function createBackground<Command, Report>(
  work: Work<Command, Report>,
): Background<Command> {
  let worker: Worker | undefined;
  let handler: Promise<Handler<Command>> | undefined;
  let closed = false;
  /** Commands that were sent before the first report; `undefined` after it. */
  let unheard: Command[] | undefined = [];
  let latest: Command | undefined;

  const deliver = (report: Report) => {
    unheard = undefined;
    if (!closed) work.receive(report);
  };
  const fail = (command: Command, reason: string) => {
    const report = work.failure(command, reason);
    if (report !== undefined) deliver(report);
  };
  const later = (callback: () => void) => {
    setTimeout(() => {
      if (!closed) callback();
    });
  };
  const carryOut = (command: Command) => {
    if (worker) worker.postMessage(command);
    else
      handler?.then(
        (ready) => ready.handle(command),
        (error: unknown) => fail(command, String(error)),
      );
  };
  const stayInPage = () => {
    worker?.terminate();
    worker = undefined;
    // Reports come later, as a worker's would.
    const emit = (report: Report) => later(() => deliver(report));
    handler = work.inPage({ emit, later, portion });
    work.onFallback();
    unheard?.forEach(carryOut);
  };

  try {
    worker = work.spawn();
    worker.addEventListener('message', ({ data }) => deliver(data as Report));
    worker.addEventListener('error', (event) => {
      // Some policies let a worker be made and then do not let it load.
      if (unheard) return stayInPage();
      if (latest) fail(latest, event.message || 'worker');
    });
  } catch {
    stayInPage();
  }

  return {
    send(command) {
      latest = command;
      unheard?.push(command);
      carryOut(command);
    },
    close() {
      closed = true;
      worker?.terminate();
    },
  };
}
