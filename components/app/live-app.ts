/** Starts the worker that keeps pages, and tells the reader when it has a new edition. */
import { workerFile } from '#app/edition.ts';
import type { Ask } from '#app/messages.ts';
import { mayKeep, register, remove } from './registration.ts';

/** @param top the book's URL, with a slash at its end */
export async function start(top: string): Promise<void> {
  const panel = document.querySelector<HTMLElement>('keep-book');
  if (panel) (await import('./keep-book.ts')).show(panel, top);
  if (!mayKeep() || savesData()) return;
  // Readers come first: what they look at has loaded, and what they touch next should not wait.
  await new Promise((resolve) =>
    'requestIdleCallback' in window
      ? requestIdleCallback(resolve, { timeout: 1000 })
      : setTimeout(resolve, 1000),
  );
  const registration = await register(top);
  watch(registration);
  const look = () => registration.update().catch(() => leaveIfGone(top));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look();
  });
  await look();
}

const savesData = () =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

function watch(registration: ServiceWorkerRegistration): void {
  const container = navigator.serviceWorker;
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    // The first worker of a page changes nothing; another is another edition.
    if (controlled) location.reload();
    controlled = true;
  });
  const look = () => {
    if (controlled && registration.waiting) offer(registration.waiting);
  };
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  );
  look();
}

/** Says that there is a new edition, once. */
function offer(waiting: ServiceWorker): void {
  const place = document.querySelector<HTMLElement>('.new-edition');
  if (!place || place.childElementCount > 0) return;
  const text = document.createElement('span');
  text.textContent = place.dataset['text']!;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = place.dataset['reload']!;
  button.addEventListener('click', () => waiting.postMessage('take over' satisfies Ask));
  place.append(text, button);
}

/** A site that no longer has a worker wants none. */
async function leaveIfGone(top: string): Promise<void> {
  const { status } = await fetch(top + workerFile, { cache: 'no-store' });
  if (status === 404 || status === 410) await remove(top);
}
