/**
 * Finds what does not lead anywhere in a set of built pages. Pure: it reads no file and fetches
 * nothing; links to other sites are not its business.
 */
import { parseHTML } from 'linkedom';
import { parseFragment } from '#state/address.ts';

/** A built site: paths have no leading slash and are not percent-encoded, as on a disk. */
export interface BuiltSite {
  /** HTML by path, such as `en/atlas/relu/index.html`. */
  pages: ReadonlyMap<string, string>;
  /** The paths of all other files. */
  files: ReadonlySet<string>;
  /** Where the site will live below its origin: `/` or `/book/`. */
  base: string;
  /** Its origin, such as `https://example.org`, if known: absolute links to it are checked too. */
  origin?: string;
}

export interface Problem {
  /** The path of the page that has it. */
  page: string;
  /** What is wrong, as a predicate: `link to /en/atlas/rleu/ has no page`. */
  message: string;
  /** The broken link, exactly as built; absent when the problem is not a link. */
  href?: string;
}

const attributes = ['href', 'src', 'poster', 'srcset', 'xlink:href'];

/** A link in HTML that an attribute keeps for later, as JSON: the feedback of a question. */
const kept = /<a[^>]* href=\\?"([^"\\]+)/g;

/** Links to nowhere, fragments without an element, references inside drawings, and duplicate ids. */
export function findBrokenLinks(site: BuiltSite): Problem[] {
  const parsed = new Map([...site.pages].map(([path, html]) => [path, readPage(html)]));
  const problems: Problem[] = [];
  for (const [page, { ids, duplicates, links, references }] of parsed) {
    for (const id of duplicates) problems.push({ page, message: `id "${id}" is there twice` });
    for (const id of references) {
      if (!ids.has(id)) problems.push({ page, message: `a drawing uses url(#${id}), without it` });
    }
    for (const href of links) {
      const fault = faultOf(href, page, site, (path) => parsed.get(path)?.ids);
      if (fault) problems.push({ page, href, message: `link to ${href} ${fault}` });
    }
  }
  return problems;
}

interface Page {
  ids: ReadonlySet<string>;
  duplicates: ReadonlySet<string>;
  links: ReadonlySet<string>;
  references: ReadonlySet<string>;
}

function readPage(html: string): Page {
  const { document } = parseHTML(html);
  const ids = new Set<string>();
  const duplicates = new Set<string>();
  const links = new Set<string>();
  const references = new Set<string>();
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name === 'id') (ids.has(value) ? duplicates : ids).add(value);
      else if (name === 'srcset') for (const url of srcset(value)) links.add(url);
      else if (attributes.includes(name)) links.add(value);
      else for (const [, link] of value.matchAll(kept)) links.add(link!);
      for (const [, id] of value.matchAll(/url\(["']?#([^"')]+)["']?\)/g)) references.add(id!);
    }
    const redirect = element.matches('meta[http-equiv="refresh" i]')
      ? /url=\s*['"]?([^'"]+)/i.exec(element.getAttribute('content') ?? '')?.[1]
      : undefined;
    if (redirect) links.add(redirect);
  }
  return { ids, duplicates, links, references };
}

const srcset = (value: string) =>
  value
    .split(/,\s+/)
    .map((candidate) => candidate.trim().split(/\s+/)[0]!)
    .filter(Boolean);

/** What is wrong with `href` on `page`, as a predicate; undefined if it leads somewhere. */
function faultOf(
  href: string,
  page: string,
  site: BuiltSite,
  idsOf: (path: string) => ReadonlySet<string> | undefined,
): string | undefined {
  const here = new URL(site.base + encodeURI(page.replace(/(^|\/)index\.html$/, '$1')), 'http://_');
  let url: URL;
  try {
    url = new URL(href, here);
  } catch {
    return 'is not a URL';
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.origin !== here.origin && url.origin !== site.origin) return undefined;

  const path = decode(url.pathname);
  if (path === undefined) return 'is not percent-encoded correctly';
  if (!`${path}/`.startsWith(site.base)) {
    // A full address beside the book belongs to another site of the same host.
    return url.origin === site.origin ? undefined : `leaves the book, which stands at ${site.base}`;
  }

  const target = fileAt(path.slice(site.base.length), site);
  if (target === undefined) return 'has no page';

  const ids = idsOf(target);
  if (!ids) return undefined;
  const wanted = idsIn(url.hash);
  if (!wanted) return 'has a fragment that cannot be read';
  const lacking = wanted.filter((id) => !ids.has(id));
  return lacking.length ? `finds no ${lacking.map((id) => `#${id}`).join(', ')} there` : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The file a static host answers `path` with: a slash at the end may be missing. */
function fileAt(path: string, { pages, files }: BuiltSite): string | undefined {
  const index = `${path}${path === '' || path.endsWith('/') ? '' : '/'}index.html`;
  return [path, index].find((name) => pages.has(name) || files.has(name));
}

/** The ids a fragment needs: of its element, or of every figure whose state it holds. */
function idsIn(hash: string): string[] | undefined {
  const state = parseFragment(hash);
  if (state) return state.problems.length ? undefined : [...state.figures.keys()];
  // A text directive (`:~:text=…`) is the browser's own; `#` and `#top` are the top of any page.
  const id = decode(hash.slice(1).replace(/:~:.*/, ''));
  if (id === undefined) return undefined;
  return id === '' || id === 'top' ? [] : [id];
}
