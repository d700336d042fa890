/** The worker that keeps the book at `top`, the book's URL with a slash at its end. */
import { workerFile } from '#app/edition.ts';
import { emptyCaches, type Ask, type State } from '#app/messages.ts';

/** Where a reader who wants nothing kept has said so. */
const place = 'keep-pages';

export function mayKeep(): boolean {
  try {
    return localStorage.getItem(place) !== 'no';
  } catch {
    return true;
  }
}

function remember(keeps: boolean): void {
  try {
    if (keeps) localStorage.removeItem(place);
    else localStorage.setItem(place, 'no');
  } catch {
    // Then the next page begins anew.
  }
}

export function register(top: string): Promise<ServiceWorkerRegistration> {
  remember(true);
  const worker = new URL(workerFile, top);
  return navigator.serviceWorker.register(worker, { scope: top, updateViaCache: 'none' });
}

/** Takes away the worker and all that is kept. Needs nothing of either to be in order. */
export async function remove(top: string): Promise<void> {
  remember(false);
  const registration = await navigator.serviceWorker.getRegistration(top);
  await registration?.unregister();
  await emptyCaches(top);
}

/** The worker at work. @throws when it cannot begin, as without room or network */
export async function activeWorker({
  active,
  waiting,
  installing,
}: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const worker = active ?? waiting ?? installing;
  if (!worker) throw new Error('There is no worker.');
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve(worker);
      if (worker.state === 'redundant') reject(new Error('The worker could not begin.'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** Asks the worker; `onState` hears all that it answers. */
export function ask(
  worker: ServiceWorker,
  what: Exclude<Ask, 'take over'>,
  onState: (state: State) => void,
): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<State>) => {
    if (data.done) port1.close();
    onState(data);
  };
  worker.postMessage(what, [port2]);
}
