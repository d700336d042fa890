/** What the pages and the worker say to each other: a page may meet the worker of the edition before. */

/**
 * `take over`: to a worker that waits; without an answer. `tell` and `keep`: with a port, on which a `State`
 * comes; after `keep`, one for every few files, until one is `done`.
 */
export type Ask = 'take over' | 'tell' | 'keep';

export interface State {
  /** Pages of the book, and how many of them are kept. */
  pages: number;
  kept: number;
  /** Bytes of the whole book: as a host sends them, and on the device. */
  sent: number;
  stored: number;
  done: boolean;
  /** Why not all that was asked for is kept. */
  trouble?: 'full' | 'network';
}

/** All caches of a book have names that begin with its address: a host may have several books. */
export const cachesOf = async (top: string): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(`${top}#`));

/** Takes away all that is kept of the book that lies at `top`. */
export async function emptyCaches(top: string): Promise<void> {
  await Promise.all((await cachesOf(top)).map((name) => caches.delete(name)));
}
