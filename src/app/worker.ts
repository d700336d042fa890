/**
 * The service worker of one edition of the book. Until all that a reader has of the book is there in a new
 * edition, every page of it comes from the old one; whatever goes wrong with what is kept, pages come from the
 * network. A page that was never kept may then be of the new edition, and so is all that it asks for.
 */
import { addressOf, countPages, planFor, standInFor, toKeep, type Plan } from './decide.ts';
import type { Edition } from './edition.ts';
import type { Ask, State } from './messages.ts';
import type { FetchEvent, WorkerMessage, WorkerScope } from './service-worker.ts';
import { Store } from './store.ts';

declare const self: WorkerScope & {
  /** Set by the line that the build puts before this script. */
  readonly edition: Edition;
};

const { edition } = self;
const top = self.registration.scope;
const store = new Store(top, edition);

self.addEventListener('install', (event) => event.waitUntil(install()));

async function install(): Promise<void> {
  let before;
  try {
    before = await store.before();
  } catch {
    // The browser lets nothing be kept: this worker will only pass on what the network gives.
    return;
  }
  const open = (await self.clients.matchAll({ includeUncontrolled: true })).map(({ url }) => url);
  try {
    await store.keep(toKeep(edition, { ...before, open }, top));
    if (before.whole) await store.askForWhole();
  } catch (error) {
    await store.clear('own').catch(() => undefined);
    // Without a network the edition before goes on. On a full device it would go on for ever: better to keep nothing.
    if (error instanceof TypeError) throw error;
  }
}

self.addEventListener('activate', (event) =>
  event.waitUntil(
    Promise.all([store.clear('others').catch(() => undefined), self.clients.claim()]),
  ),
);

self.addEventListener('fetch', (event) => {
  const plan = planFor(event.request, top, edition);
  if (plan !== 'leave') event.respondWith(answer(event, plan));
});

async function answer(event: FetchEvent, plan: Exclude<Plan, 'leave'>): Promise<Response> {
  const { request } = event;
  if ('go' in plan) return Response.redirect(top + plan.go, 302);
  if ('unknown' in plan) return asHosted(request).catch((error) => standIn(event, error));
  if (plan.as === 'page' && (await handsOver())) return again();
  if (plan.as === 'data' && !(await isForOwnPage(event))) return asHosted(request);
  const kept = await store.get(plan.file);
  if (kept) return kept;
  try {
    const response = await (plan.as === 'part' ? fetch(request) : asHosted(request));
    const isKept = store.put(plan.file, response.clone());
    event.waitUntil(isKept.catch(() => undefined));
    // What is this edition's and finds no room is good to read.
    if (plan.as === 'data' && !(await isKept.catch(() => true))) return Response.error();
    return response;
  } catch (error) {
    if (plan.as !== 'page') throw error;
    return standIn(event, error);
  }
}

/** What the host has now: what the browser's own cache has may be of another edition. */
const asHosted = (request: Request) => fetch(request, { cache: 'no-cache' });

/** Whether a page of this edition asks. One that is not kept came from the network, which may have another. */
async function isForOwnPage({ clientId }: FetchEvent): Promise<boolean> {
  const page = await self.clients.get(clientId);
  const address = page && addressOf(page.url, top);
  if (address === undefined || (await store.get(address))) return true;
  return store.isStandIn(clientId);
}

async function standIn(event: FetchEvent, error: unknown): Promise<Response> {
  const page = standInFor(event.request.url.slice(top.length), edition);
  const kept = page && (await store.get(page));
  if (!kept) throw error;
  event.waitUntil(store.noteStandIn(event.resultingClientId).catch(() => undefined));
  return kept;
}

let asked = false;

/** Lets the next edition in when it is complete and no other page stands open. Asks once, lest a reader wait. */
async function handsOver(): Promise<boolean> {
  const { waiting } = self.registration;
  if (!waiting || asked) return false;
  const open = await self.clients.matchAll({ includeUncontrolled: true });
  if (open.length > 1) return false;
  asked = true;
  waiting.postMessage('take over' satisfies Ask);
  return true;
}

/** Opens the same page once more, then from the next edition. */
const again = () => new Response('', { headers: { 'content-type': 'text/html', refresh: '0' } });

self.addEventListener('message', (event) => {
  const ask = event.data as Ask;
  if (ask === 'take over') event.waitUntil(self.skipWaiting());
  if (ask === 'tell') event.waitUntil(tell(event, true));
  if (ask === 'keep') event.waitUntil(keepWhole(event));
});

async function tell({ ports }: WorkerMessage, done: boolean, trouble?: State['trouble']) {
  const kept = await store.addresses().catch(() => []);
  const { sent, stored } = edition;
  ports[0]?.postMessage({
    ...countPages(edition, kept),
    sent,
    stored,
    done,
    trouble,
  } satisfies State);
}

async function keepWhole(event: WorkerMessage): Promise<void> {
  try {
    await store.askForWhole();
    await store.keep(Object.keys(edition.files), () => tell(event, false));
    await tell(event, true);
  } catch (error) {
    await tell(event, true, error instanceof TypeError ? 'network' : 'full');
  }
}
