/** Which headers the pages and files of a book are sent with: the one source of every host's configuration. */
import { contentPolicy, inlineOf, together } from './policy.ts';

export interface Group {
  /** An address below the book's top; with `*` at its end, all that begin so. */
  pattern: string;
  policy: string;
}

/** What every answer carries. */
export const always: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Files whose names change with their content, and how long a browser may keep them unasked. */
export const lasting = { folder: '_astro/', cache: 'public, max-age=31536000, immutable' } as const;

/** For all else: kept, and asked for each time whether it is still so. */
export const asking = 'no-cache';

/** Chapters as single files have scripts of their own, which the policy of the site would not let run. */
export const saved = { folder: 'downloads/chapters/', disposition: 'attachment' } as const;

/** Made for frames on other sites, and on pages of a teacher's own disk: no list of addresses names those. */
const isForFrames = (address: string) => address.endsWith('/embed/');

/**
 * The pages in groups that share a policy, the page for a missing address among them. A page is in one group
 * only: where two rules give the same header, one host joins them and another takes one.
 *
 * @param pages file -> text
 */
export function groupsOf(pages: ReadonlyMap<string, string>): Group[] {
  const groups = new Map<string, string[]>();
  const addresses = [...pages.keys()].map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
  const mixed = new Set(addresses.filter(isForFrames).map(folderOf));
  for (const [file, text] of pages) {
    const address = file.replace(/(^|\/)index\.html$/, '$1');
    const folder = folderOf(address);
    // `en/atlas/*` for `en/atlas/relu/`; a page at the top, or beside one for frames, stands for itself.
    const pattern = folder === undefined || mixed.has(folder) ? address : `${folder}*`;
    groups.set(pattern, [...(groups.get(pattern) ?? []), text]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pattern, texts]) => ({
      pattern,
      policy: contentPolicy(
        together(texts.map(inlineOf)),
        isForFrames(pattern) ? undefined : "'self'",
      ),
    }));
}

/** `en/atlas/` of `en/atlas/relu/` and of itself; none for `en/`. */
const folderOf = (address: string): string | undefined => /^[^/]+\/[^/]+\//.exec(address)?.[0];
