/** Pages to turn to. The document is printed once to learn them, and once more with them. */
import { escape, fragment, plain } from '#publish/manuscript/dom.ts';
import type { Translate } from '#i18n/messages.ts';
import { formulaMark } from './formulas.ts';

/** Number of the page that an id stands on, counted from 1. */
export type Pages = ReadonlyMap<string, number>;

/** The place of a number that is not yet known. */
export const pageMark = (id: string) => `<span class="page-of" data-of="${escape(id)}"></span>`;

/** The place of an empty page, if the section after it would begin on the left. */
export const emptyMark = (id: string) => `<div data-before="${escape(id)}"></div>`;

/** Links that one follows by turning pages. */
const turned = '.answer-link a, .answer > :is(h2, h3) > a, .hint > h3 > a, .hint-ref';

export function leadToPages(root: Element, t: Translate): void {
  for (const link of root.querySelectorAll(turned)) {
    const place = root.ownerDocument.createElement('span');
    place.setAttribute('class', 'on-page');
    place.innerHTML = t('edition.pdf.page', {
      page: pageMark(link.getAttribute('href')!.slice(1)),
    });
    link.append(' ', place);
  }
  for (const entry of root.querySelectorAll('.index > li')) {
    const places = [...entry.querySelectorAll('.index-place')];
    // `see` leads to another entry: the word stays.
    if (entry.querySelector('.index-term')!.nextSibling?.textContent?.trim()) continue;
    for (const place of places) {
      place.setAttribute('aria-label', place.textContent);
      place.innerHTML = pageMark(place.getAttribute('href')!.slice(1));
    }
  }
}

/** Before the first printing: all numbers are as wide as most. */
export const unknown: Pages = new Map();

/** @param empty sections that an empty page stands before */
export function writePages(html: string, pages: Pages, empty: ReadonlySet<string>): string {
  const paged = html.replace(/<div data-before="([^"]+)"><\/div>/g, (_, id: string) =>
    empty.has(id) ? '<div class="empty-page"></div>' : '',
  );
  const numbered = paged.replace(
    /(<span class="page-of") data-of="([^"]+)">/g,
    (_, start: string, id: string) => `${start}>${pages.get(id) ?? '100'}`,
  );
  return numbered.replace(/<li><span class="index-term">.*?<\/li>/g, eachPageOnce);
}

/**
 * Sections that need an empty page before them to begin on a right-hand page, when they stand on `pages`
 * without any: a page that is put in moves all later ones.
 */
export function emptyPages(html: string, pages: Pages): Set<string> {
  const empty = new Set<string>();
  for (const [, id] of html.matchAll(/<div data-before="([^"]+)">/g))
    if ((pages.get(id!)! + empty.size) % 2 === 0) empty.add(id!);
  return empty;
}

/** What the first link to each target says, by its `href`; formulas as they are spoken, pages left out. */
export function linkWords(html: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [link, target] of html.matchAll(/<a [^>]*?href="([^"]*)".*?<\/a>/gs)) {
    const href = target!.replaceAll('&amp;', '&');
    if (words.has(href)) continue;
    const { firstElementChild: root } = fragment(link);
    for (const formula of root!.querySelectorAll('.katex'))
      formula.replaceWith(formula.getAttribute('aria-label')!.replace(formulaMark, ''));
    for (const page of root!.querySelectorAll('.on-page, .leader + .page-of')) page.remove();
    const text = plain(root!.getAttribute('aria-label') ?? root!.textContent);
    if (text) words.set(href, text);
  }
  return words;
}

/** An entry of the index names a page once, however many of its parts speak of the term. */
function eachPageOnce(entry: string): string {
  const seen = new Set<string>();
  return entry.replace(
    /,? ?<a [^>]*class="index-place"[^>]*><span class="page-of">(\d+)<\/span><\/a>/g,
    (link, page: string) => {
      if (seen.has(page)) return '';
      seen.add(page);
      return link;
    },
  );
}
