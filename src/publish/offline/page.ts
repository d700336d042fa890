/** A page of the built book as one of a copy on disk. */
import {
  fromTop,
  isSiteAddress,
  styleOnDisk,
  mapValue,
  relativeAddress,
  type Files,
} from './addresses.ts';
import { lateAddress } from '#build/late-script.ts';
import { nameAddress, type Published } from './given-links.ts';
import { attributeOf, hasClass, Html, type Element } from './html.ts';

/** What a page on disk has no use for: it is not found, shared, installed or kept by an address. */
export function isForTheWeb(element: Element): boolean {
  const rel = attributeOf(element, 'rel') ?? '';
  const rule = attributeOf(element, 'http-equiv') ?? '';
  const property = attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? '';
  return (
    element.tagName === 'keep-book' ||
    (element.tagName === 'link' &&
      /\b(canonical|alternate|manifest|apple-touch-icon|preload)\b/.test(rel)) ||
    (element.tagName === 'meta' &&
      (/^(og|twitter):/.test(property) || /^content-security-policy$/i.test(rule)))
  );
}

/** Whether an attribute of this name holds nothing but an address. */
export const isLink = (name: string): boolean => name === 'href' || name === 'src';

export const isModuleScript = (element: Element): boolean =>
  element.tagName === 'script' && attributeOf(element, 'type') === 'module';

/** A page's module scripts: the address of each, or the code of one that stands in the page itself. */
export function moduleScriptsOf(page: Html): ({ address: string } | { code: string })[] {
  return page.elements.filter(isModuleScript).map((element) => {
    const address = attributeOf(element, 'src') ?? attributeOf(element, lateAddress);
    return address === undefined ? { code: page.contentOf(element) } : { address };
  });
}

/**
 * Changes every address of the book in a page's attributes and styles.
 *
 * @param file the page's path in the book
 * @param change `undefined` for what is no address of the book
 * @throws when an attribute is an address that leads nowhere
 */
function changeAddresses(
  page: Html,
  file: string,
  change: (address: string) => string | undefined,
): void {
  for (const element of page.elements) {
    if (element.tagName === 'style') {
      const css = page.contentOf(element);
      const changed = styleOnDisk(css, (address) => change(address) ?? address);
      if (changed !== css) page.setContent(element, changed);
    }
    for (const { name, value } of element.attrs) {
      const [, before = '', address = value] = /^(0; ?url=)(.*)$/.exec(value) ?? [];
      const changed = mapValue(isLink(name) ? fromTop(address, file) : address, change);
      if (changed !== address) page.setAttribute(element, name, before + changed);
      else if (isSiteAddress(value)) throw new Error(`${name}="${value}" leads nowhere.`);
    }
  }
}

interface Copy extends Published {
  files: Files;
  /** The script of the copy, below its top. */
  script: string;
  /** Markup for the foot of a page: what some browsers do not let the copy do. */
  foot: string;
}

/** Takes the theme that a link brought along, before the first paint. See `in-page.ts`. */
const themeOfLink = `<script>{const t=/[?&]theme=(light|dark)/.exec(location.search);if(t)document.documentElement.dataset.theme=t[1]}</script>`;

/**
 * @param text the page as it was built
 * @param file its path in the book
 */
export function offlinePage(text: string, file: string, copy: Copy): string {
  const { files, script, foot } = copy;
  const page = new Html(text);
  const lives = moduleScriptsOf(page).length > 0;
  page.remove((element) => isForTheWeb(element) || isModuleScript(element));
  changeAddresses(page, file, (address) => relativeAddress(address, file, files));
  if (lives) {
    const src = relativeAddress(`/${script}`, file, new Set([script]))!;
    page.append(page.first('head'), `${themeOfLink}<script defer src="${src}"></script>`);
    nameAddress(page, file, copy);
  }
  const footer = page.elements.find((element) => hasClass(element, 'site-foot'));
  if (footer) page.append(footer, foot);
  return page.toString();
}
