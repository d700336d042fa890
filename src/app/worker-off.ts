/** In the place of the worker when the book is no longer an app: takes away all that earlier ones left. */
import { emptyCaches } from './messages.ts';
import type { WorkerScope } from './service-worker.ts';

declare const self: WorkerScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const { registration } = self;
  await emptyCaches(registration.scope).catch(() => undefined);
  await registration.unregister();
}
