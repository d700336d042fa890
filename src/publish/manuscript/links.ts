/** Ids and links of the pages -> ids and links that hold in the whole book. */
import { unwrap } from './dom.ts';

/** Attributes that name ids of the same page. */
const references = ['for', 'aria-labelledby', 'aria-describedby', 'aria-details'];

/**
 * Puts the section before each id and each reference to one within it: what was unique on a page is
 * then unique in the book. Ids that are the book's already stay.
 */
export function claimIds(root: Element, section: string): void {
  const ours = (id: string) => (id.startsWith(`${section}_`) ? id : `${section}_${id}`);
  for (const element of root.querySelectorAll('[id]')) element.id = ours(element.id);
  for (const name of references)
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const ids = element.getAttribute(name)!.split(/\s+/);
      element.setAttribute(name, ids.map(ours).join(' '));
    }
  for (const use of root.querySelectorAll('use[href^="#"]'))
    use.setAttribute('href', `#${ours(use.getAttribute('href')!.slice(1))}`);
}

export interface Homes {
  /** Address of a page (`/en/atlas/relu/`) -> id of its section. */
  readonly pages: ReadonlyMap<string, string>;
  /** Every id of the book. */
  readonly ids: ReadonlySet<string>;
  /** Where the live book is, if that is known. */
  readonly site?: string;
}

/**
 * Leads each link to its new home: another section, another site, or the live book. Where there is none
 * of them, the words stay and the link goes.
 *
 * @param from address of the page that the links were written on: `/en/atlas/relu/`
 */
export function leadLinks(root: Element, from: string, homes: Homes): void {
  for (const link of [...root.querySelectorAll('a[href]')]) {
    const to = homeOf(link.getAttribute('href')!, from, homes);
    if (to === undefined) unwrap(link);
    else {
      link.setAttribute('href', to);
      if (homes.site !== undefined && to.startsWith(homes.site)) link.classList.add('live-link');
    }
  }
}

/** An address of its own, so that it can be told from all others. */
const nowhere = 'https://book.invalid';

/** @returns the new address of a link, or nothing when it has none */
export function homeOf(
  href: string,
  from: string,
  { pages, ids, site }: Homes,
): string | undefined {
  if (href.startsWith('#') && ids.has(href.slice(1))) return href;
  const url = new URL(href, nowhere + from);
  if (url.origin !== nowhere) return url.href;
  const fragment = decodeURIComponent(url.hash.slice(1));
  const section = pages.get(url.pathname);
  // What stands after `#v1/` sets figures of the live book.
  const isState = /^v\d+\//.test(fragment);
  if (section !== undefined && !isState) {
    if (fragment === '') return `#${section}`;
    return ids.has(`${section}_${fragment}`) ? `#${section}_${fragment}` : undefined;
  }
  // A list that is filtered on the site stands in the book as a whole.
  if (section !== undefined && pages.get(from) !== section) return undefined;
  return site === undefined
    ? undefined
    : new URL(url.pathname.slice(1) + url.search + url.hash, site).href;
}
