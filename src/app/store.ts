/** What the device keeps of one edition. Nothing here is trusted: what is not what it should be is not there. */
import { addressOf } from './decide.ts';
import { digestOf, type Edition } from './edition.ts';
import { cachesOf } from './messages.ts';

/** Beside the book's files: that the reader asked for all of them. */
const wholeMark = '.whole';
/** Before the id of a page that stands at the address of one that is not kept. */
const standInMark = '.stands-in/';
/** Requests at the same time. */
const lanes = 6;

export class Store {
  readonly #top: string;
  readonly #edition: Edition;
  readonly #name: string;

  /** @param top the book's URL, with a slash at its end */
  constructor(top: string, edition: Edition) {
    this.#top = top;
    this.#edition = edition;
    this.#name = `${top}#${edition.id}`;
  }

  /** The file as this edition has it, if it is kept and whole; never rejects. */
  async get(address: string): Promise<Response | undefined> {
    try {
      const cache = await caches.open(this.#name);
      return await this.#genuine(cache, address);
    } catch {
      return undefined;
    }
  }

  /** Keeps what the network gave, if it is this edition's. @throws when the device is full or lets nothing be kept */
  async put(address: string, response: Response): Promise<boolean> {
    const content = await response.arrayBuffer();
    if (!response.ok || (await digestOf(content)) !== this.#edition.files[address]) return false;
    const cache = await caches.open(this.#name);
    // `Vary` may forbid to keep it at all; of the request nothing but the address matters here.
    const headers = new Headers(response.headers);
    headers.delete('vary');
    // Made anew: a response that was redirected may not be given to a reader who opens a page.
    await cache.put(this.#top + address, new Response(content, { headers }));
    return true;
  }

  /**
   * Keeps all of these, from other editions where they are the same there, else from the network.
   *
   * @throws TypeError when one cannot be had or is another edition's; else as `put`
   */
  async keep(addresses: readonly string[], onProgress?: () => Promise<void>): Promise<void> {
    const cache = await caches.open(this.#name);
    const names = await cachesOf(this.#top);
    const others = await Promise.all(
      names.filter((name) => name !== this.#name).map((name) => caches.open(name)),
    );
    const left = [...addresses];
    const work = async () => {
      for (let address = left.pop(); address !== undefined; address = left.pop()) {
        if (await this.#genuine(cache, address)) continue;
        await this.#fetch(address, others);
        await onProgress?.();
      }
    };
    const stop = (error: unknown) => {
      left.length = 0;
      throw error;
    };
    // All are waited for: none may still write when this is over.
    const ends = await Promise.allSettled(Array.from({ length: lanes }, () => work().catch(stop)));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  async #fetch(address: string, others: readonly Cache[]): Promise<void> {
    for (const other of others) {
      const same = await this.#genuine(other, address);
      if (same && (await this.put(address, same))) return;
    }
    // What the browser's own cache has may be of another edition.
    const response = await fetch(this.#top + encodeURI(address), { cache: 'no-cache' });
    if (await this.put(address, response)) return;
    throw new TypeError(`${address} is not that of edition ${this.#edition.id}.`);
  }

  /** A kept file, if its content is that of this edition. */
  async #genuine(cache: Cache, address: string): Promise<Response | undefined> {
    const response = await cache.match(this.#top + address);
    const content = await response?.clone().arrayBuffer();
    const right = content && (await digestOf(content)) === this.#edition.files[address];
    return right ? response : undefined;
  }

  async addresses(): Promise<string[]> {
    return (await caches.has(this.#name)) ? addressesIn(this.#name, this.#top) : [];
  }

  async askForWhole(): Promise<void> {
    await (await caches.open(this.#name)).put(this.#top + wholeMark, new Response());
  }

  async noteStandIn(clientId: string): Promise<void> {
    await (await caches.open(this.#name)).put(this.#top + standInMark + clientId, new Response());
  }

  async isStandIn(clientId: string): Promise<boolean> {
    const found = caches.match(this.#top + standInMark + clientId, { cacheName: this.#name });
    return (await found.catch(() => undefined)) !== undefined;
  }

  /** What the editions before this one keep. */
  async before(): Promise<{ kept: string[]; whole: boolean }> {
    const names = (await cachesOf(this.#top)).filter((name) => name !== this.#name);
    const kept = (await Promise.all(names.map((name) => addressesIn(name, this.#top)))).flat();
    return { kept, whole: kept.includes(wholeMark) };
  }

  /** Takes away what other editions left, or this one too. */
  async clear(which: 'others' | 'own'): Promise<void> {
    const names = (await cachesOf(this.#top)).filter(
      (name) => (name === this.#name) === (which === 'own'),
    );
    await Promise.all(names.map((name) => caches.delete(name)));
  }
}

async function addressesIn(name: string, top: string): Promise<string[]> {
  const requests = await (await caches.open(name)).keys();
  return requests.flatMap(({ url }) => addressOf(url, top) ?? []);
}
