/** A chapter as one file that needs no other. */
import { posix } from 'node:path';
import { fromTop, isSiteAddress, styleOnDisk, mapValue } from './addresses.ts';
import type { BookFiles } from './book-files.ts';
import { nameAddress, type Published } from './given-links.ts';
import { attributeOf, hasClass, Html, type Element } from './html.ts';
import { isForTheWeb, isLink, isModuleScript } from './page.ts';

interface Options extends Published {
  book: BookFiles;
  /** The chapter's path in the book. */
  file: string;
  /** The script of the whole book. */
  script: string;
  /** What the file is, and where its links lead: markup for the end of its head. */
  note: string;
}

/** What leads only to other pages: the search, the menu, the chapters before and after. */
const isForOtherPages = (element: Element): boolean =>
  element.tagName === 'site-search' ||
  (element.tagName === 'dialog' && hasClass(element, 'search')) ||
  hasClass(element, 'pager');

/**
 * Links to other pages lead to the live book. Where nobody has said where that is, their words stay and
 * the links go, and with them what only leads away.
 */
export function singlePage(options: Options): string {
  const { book, file, script, site, note } = options;
  const page = new Html(book.text(file));
  page.remove(
    (element) => isForTheWeb(element) || isModuleScript(element) || isForOtherPages(element),
  );
  const here = `/${file.replace(/index\.html$/, '')}`;
  const online = (address: string) => site && site + address.slice(1);
  for (const element of page.elements) {
    if (element.tagName === 'style') {
      const css = page.contentOf(element);
      page.setContent(
        element,
        styleOnDisk(css, (address) => book.dataUrl(address)),
      );
    }
    for (const { name, value: written } of element.attrs) {
      const value = isLink(name) ? fromTop(written, file) : written;
      if (!isSiteAddress(value)) {
        const changed = mapValue(value, online);
        if (changed !== value) page.setAttribute(element, name, changed);
      } else if (element.tagName === 'link' || name === 'src') {
        page.setAttribute(element, name, book.dataUrl(value));
      } else if (attributeOf(element, 'download') !== undefined) {
        page.setAttribute(element, name, book.dataUrl(value));
        page.setAttribute(element, 'download', posix.basename(value));
      } else if (value.startsWith(`${here}#`)) {
        page.setAttribute(element, name, value.slice(here.length));
      } else {
        page.setAttribute(element, name, online(value));
      }
    }
  }
  const head = page.first('head');
  page.append(head, `<style>${style}${site ? '' : `${leadsAway}{display:none}`}</style>`);
  nameAddress(page, file, options);
  const top = page.elements.find((element) => hasClass(element, 'page-head'));
  if (top) page.append(top, note);
  page.append(page.first('body'), `<script>${inScript(script)}</script>`);
  return page.toString();
}

const style =
  '.edition-note{margin-block-start:1.5rem;font:var(--small)/1.5 var(--sans);color:var(--ink-soft)}';

const leadsAway = '.site-head li:has(>a),.site-foot a,.lab-link,[data-train]';

/** Two marks would end a script that stands in a page, wherever in it they are. */
const inScript = (script: string) =>
  script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
