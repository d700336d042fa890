/** The links to a figure's state, and the code for frames, that a copy on disk gives away. */
import { attributeOf, escapeAttribute, type Element, type Html } from './html.ts';

export interface Published {
  /** Where the live book is, with a slash at its end. */
  site: string | undefined;
  /** For readers of a copy that does not know it: that what it gives away works on their computer only. */
  onlyHere: string;
}

const givesAddress = (element: Element): boolean =>
  /^(link|embed)$/.test(attributeOf(element, 'data-copy') ?? '') ||
  ['data-copy-weights', 'data-copy-embed'].some((name) => attributeOf(element, name) !== undefined);

/**
 * Makes a page give away the published address of itself, which its figures read in `canonical`; where nobody
 * has said what that is, it says beside each button that gives one what it is worth.
 *
 * @param file the page's path in the book
 */
export function nameAddress(page: Html, file: string, { site, onlyHere }: Published): void {
  if (site) {
    const address = escapeAttribute(site + encodeURI(file.replace(/(^|\/)index\.html$/, '$1')));
    page.append(page.first('head'), `<link rel="canonical" href="${address}">`);
    return;
  }
  const places = new Set(page.elements.filter(givesAddress).map(({ parentNode }) => parentNode));
  for (const place of places) page.append(place as Element, `<p>${onlyHere}</p>`);
}
