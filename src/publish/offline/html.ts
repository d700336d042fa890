/** Changes to a page where its text says so, leaving every other character as it was built. */
import MagicString from 'magic-string';
import { defaultTreeAdapter as tree, html, parse, type DefaultTreeAdapterMap } from 'parse5';

export type Element = DefaultTreeAdapterMap['element'];
type Parent = DefaultTreeAdapterMap['parentNode'];

export class Html {
  /** Elements that the text itself holds, in its order; not those that a parser adds. */
  elements: readonly Element[];
  readonly #text: string;
  readonly #changed: MagicString;

  constructor(text: string) {
    this.#text = text;
    this.#changed = new MagicString(text);
    this.elements = [...within(parse(text, { sourceCodeLocationInfo: true }))].filter(
      (element) => element.sourceCodeLocation?.startTag,
    );
  }

  /** @param value `undefined` takes the attribute away */
  setAttribute(element: Element, name: string, value: string | undefined): void {
    const { startOffset, endOffset } = element.sourceCodeLocation!.attrs![name]!;
    if (value === undefined) this.#changed.remove(startOffset, endOffset);
    else this.#changed.update(startOffset, endOffset, `${name}="${escapeAttribute(value)}"`);
  }

  /** Takes elements away, with all that is in them. */
  remove(unwanted: (element: Element) => boolean): void {
    let gone = -1;
    this.elements = this.elements.filter((element) => {
      const { startOffset, endOffset } = element.sourceCodeLocation!;
      if (startOffset < gone) return false;
      if (!unwanted(element)) return true;
      this.#changed.remove(startOffset, endOffset);
      gone = endOffset;
      return false;
    });
  }

  /** What stands between the tags, as it is written. */
  contentOf(element: Element): string {
    return this.#text.slice(...inside(element));
  }

  setContent(element: Element, content: string): void {
    const [from, to] = inside(element);
    if (from < to) this.#changed.update(from, to, content);
    else this.#changed.appendLeft(from, content);
  }

  /** Puts `markup` last in an element. */
  append(element: Element, markup: string): void {
    this.#changed.appendLeft(inside(element)[1], markup);
  }

  /** The first element of this name, such as `head`. */
  first(name: string): Element {
    const element = this.elements.find(({ tagName }) => tagName === name);
    if (!element) throw new Error(`The page has no <${name}>.`);
    return element;
  }

  toString(): string {
    return this.#changed.toString();
  }
}

export const attributeOf = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((attribute) => attribute.name === name)?.value;

export const hasClass = (element: Element, name: string): boolean =>
  attributeOf(element, 'class')?.split(/\s+/).includes(name) ?? false;

function* within(parent: Parent): Generator<Element> {
  for (const node of parent.childNodes) {
    if (!tree.isElementNode(node)) continue;
    yield node;
    yield* within(node);
    if (node.tagName === html.TAG_NAMES.TEMPLATE)
      yield* within(tree.getTemplateContent(node as never));
  }
}

/** Where the content of an element begins and ends. Only elements that have an end tag have any here. */
function inside({ sourceCodeLocation, tagName }: Element): [number, number] {
  const { startTag, endTag } = sourceCodeLocation!;
  if (!startTag || !endTag) throw new Error(`<${tagName}> has no end tag.`);
  return [startTag.endOffset, endTag.startOffset];
}

export const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
export const escapeAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
