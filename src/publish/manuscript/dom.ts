/** Small things that one does to a document. */
import { parseHTML } from 'linkedom';

/** A fragment of HTML as the children of an element that stands alone. */
export function fragment(html: string): Element {
  const { document } = parseHTML(`<!doctype html><html><body><div>${html}</div></body></html>`);
  return document.body.firstElementChild!;
}

/** The same element under another name, with its attributes and children. */
export function renameTo(element: Element, name: string): HTMLElement {
  const other = element.ownerDocument.createElement(name);
  for (const { name: key, value } of [...element.attributes]) other.setAttribute(key, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
  return other;
}

/** Leaves the children in the place of the element. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Text on one line. */
export const plain = (text: string) => text.replace(/[\s\u2060]+/g, ' ').trim();

/** A text as HTML. */
export const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** What an element says; nothing where there is none. */
export const textOf = (element: Element | null) => element?.textContent.trim() ?? '';

/** The number of a style: 28 is the `top` of `style="top:28px"`; 0 where it has none. */
export const styleNumber = (element: Element, name: string) =>
  Number.parseFloat(
    new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+)`).exec(element.getAttribute('style') ?? '')?.[1] ??
      '0',
  );
