/** What of a content file is prose. Formulas, code, tags, ids and addresses are not. */
import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { scalars } from './scalars.ts';
import { joined, replaced, sliceOf, type Stretch } from './stretch.ts';

export interface Prose extends Stretch {
  /** A paragraph of running text; or a title, a cell of a table, an attribute. */
  kind: 'paragraph' | 'label';
  /** Shown as it is typed. Elsewhere Markdown makes quotation marks and apostrophes round. */
  verbatim: boolean;
}

/** Attributes of components that a reader reads or hears. */
const spokenAttributes = ['alt', 'title'];

/** Stands where a formula, a number or a name in code was, so that sentences keep their form. */
const standIn = '0';

/** Components whose words belong to one form of the book: a text that has any is read once in each. */
const forms = ['Live', 'Still'];

const mentions = (node: MdastNode, name: string): boolean =>
  ('name' in node && node.name === name) ||
  ('children' in node && (node.children as MdastNode[]).some((child) => mentions(child, name)));

const phrasing = new Set(
  'text emphasis strong delete inlineCode inlineMath link mdxTextExpression mdxJsxTextElement'.split(
    ' ',
  ),
);

/** The prose of a file of `content/`, by the ending of its name. */
export function proseOf(file: string, source: string): Prose[] {
  if (!/\.mdx?$/.test(file)) return fromData(source, 0, file.endsWith('.json'));
  const front = /^---\n([^]*?\n)---\n/.exec(source);
  const whole = { text: source, at: Array.from({ length: source.length }, (_, i) => i) };
  return [
    ...(front ? fromData(front[1]!, 4, true) : []),
    ...fromMarkdown(whole, file.endsWith('.mdx')),
  ];
}

/** Texts in data are Markdown without components. */
const fromData = (source: string, start: number, verbatim: boolean): Prose[] =>
  scalars(source, start)
    .flatMap((text) => fromMarkdown(text, false))
    .map((prose) => ({ ...prose, verbatim }));

function fromMarkdown(source: Stretch, withComponents: boolean): Prose[] {
  const found: Prose[] = [];
  const add = (kind: Prose['kind'], stretch: Stretch, verbatim = false) => {
    const text = tidy(stretch);
    if (/\p{L}/u.test(text.text)) found.push({ kind, verbatim, ...text });
  };

  const attributes = (node: MdastNode) => {
    const { start, end } = node.position!;
    const tag = sliceOf(source, start.offset!, end.offset!);
    for (const attribute of 'attributes' in node ? (node.attributes as { name?: string }[]) : []) {
      if (!spokenAttributes.includes(attribute.name!)) continue;
      const value = new RegExp(`\\s${attribute.name}="([^"]*)"`, 'd').exec(tag.text);
      if (value) add('label', sliceOf(tag, ...value.indices![1]!), true);
    }
  };

  /** @param without the component whose words are for another form of the book: `Live` or `Still` */
  const inline = (node: MdastNode, without?: string): Stretch => {
    const [from, to] = [node.position!.start.offset!, node.position!.end.offset!];
    const instead = (text: string): Stretch => ({
      text,
      at: Array.from(text, () => source.at[from]!),
    });
    if (node.type === 'text') return sliceOf(source, from, to);
    if (node.type === 'html') return instead('');
    if (node.type === 'break') return instead(' ');
    if (node.type === 'mdxJsxTextElement') {
      if (node.name === without) return instead('');
      attributes(node);
      // A citation in brackets is no part of the sentence.
      if (
        node.name === 'Cite' &&
        !node.attributes.some((a) => 'name' in a && a.name === 'narrative')
      )
        return instead('');
    }
    const children = 'children' in node ? (node.children as MdastNode[]) : [];
    return children.length > 0
      ? joined(children.map((child) => inline(child, without)))
      : instead(standIn);
  };

  const block = (node: MdastNode, next?: MdastNode) => {
    if (node.type === 'mdxJsxFlowElement') attributes(node);
    if (!('children' in node)) return;
    const children = node.children as MdastNode[];
    if (!children.some(({ type }) => phrasing.has(type)))
      return children.forEach((child, i) => block(child, children[i + 1]));
    const both = forms.some((name) => mentions(node, name));
    for (const without of both ? forms : [undefined]) {
      const text = joined(children.map((child) => inline(child, without)));
      // The sentence goes on in the formula or the list below, and ends there.
      const goesOn = next && ['math', 'list'].includes(next.type) && !/[.?!:]\s*$/.test(text.text);
      const end = { text: ` ${standIn}.`, at: Array(3).fill(text.at.at(-1)) };
      add(node.type === 'paragraph' ? 'paragraph' : 'label', goesOn ? joined([text, end]) : text);
    }
  };

  const parse = withComponents ? mdxToMdast : markdownToMdast;
  block(parse(source.text, { features: { math: true } }));
  return found;
}

/** Placeholders of messages; names and calls in code that are typed without backquotes. */
const noProse =
  /\{\{.*?\}\}|\{[^{}]*\}|\b[a-z]\w*(?:[._][a-z]\w*)+(?:\.\w+)?(?:\([^()]*\))?|\b\w+\([^()]+\)/g;

/** With stand-ins, and with one space for white space: none at the ends or before a full stop. */
const tidy = (stretch: Stretch): Stretch =>
  replaced(
    replaced(
      replaced(stretch, noProse, () => standIn),
      /^\s+|\s+$|\s+(?=[.,;:?!)])|\\(?=\W)/g,
      () => '',
    ),
    /\s+/g,
    () => ' ',
  );
