/** An edition of the book as its service worker knows it. Addresses are below the book's top: `en/atlas/`. */

export interface Edition {
  /** Changes with any of its files, and with the worker. */
  readonly id: string;
  /** Address -> the beginning of its content's SHA-256, as `digestOf` gives it. */
  readonly files: Readonly<Record<string, string>>;
  /** Bytes of all files: as a host sends them, and on a device. */
  readonly sent: number;
  readonly stored: number;
}

/** Where the service worker of the book is, below its top. */
export const workerFile = 'sw.js';

/** The page for a page that is not kept, below the top of a language. */
export const notKeptPage = 'not-kept/';

export const isPage = (address: string): boolean => address === '' || address.endsWith('/');

/**
 * What is kept from the first visit on: scripts, fonts and the index of the search, which all pages share;
 * the door and the covers, because an installed book opens with them; and the page that says what is missing.
 */
export const isShared = (address: string): boolean =>
  !isPage(address) || /^([^/]+\/)?$/.test(address) || address.endsWith(`/${notKeptPage}`);

/** Files whose names change with their content: where two editions have the same name, they have the same file. */
export const isNamedByContent = (address: string): boolean => address.startsWith('_astro/');

/** The first 96 bits of the SHA-256, in 16 characters. */
export async function digestOf(content: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content)).subarray(0, 12);
  return btoa(String.fromCharCode(...hash));
}
