/** The text that a reader sees in a part of a page, in one line. */
import { mathText } from './math-text.ts';

/** Not prose: what is drawn, pressed, filled in, hidden, or said again for the eye or the ear alone. */
const silent = [
  'script, style, template, svg, pre, nav',
  '[hidden], .visually-hidden, .still-only, [aria-hidden="true"]',
  'button:not(.term), input, select, textarea, output, dialog, [popover]',
  '.data-table, .readout, .controls, .share, .recorded',
].join(', ');

const inline = /^(a|abbr|b|button|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|var)$/;

/** Elements that come to life, such as `activation-plot`: what they hold is a tool and not text. */
const lives = (element: Element) => element.localName.includes('-');

export const isSilent = (element: Element) => lives(element) || element.matches(silent);

/** @param skip parts that are left out besides those that are never text */
export function plainText(node: Node, skip: (element: Element) => boolean = () => false): string {
  return gather(node, skip)
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:?!)])/g, '$1')
    .trim();
}

function gather(node: Node, skip: (element: Element) => boolean): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  if (element.matches('.katex')) {
    // The formula is there twice, drawn and as MathML.
    const math = element.querySelector('math');
    return math ? mathText(math) : '';
  }
  if (isSilent(element) || skip(element)) return '';
  const text = [...element.childNodes].map((child) => gather(child, skip)).join('');
  if (inline.test(element.localName)) return text;
  // Entries of lists and tables end where the next begins; in one line that needs a sign.
  const entry = /^(li|dd|tr)$/.test(element.localName) && /[^.,;:?!…\s]\s*$/.test(text);
  return ` ${entry ? `${text.trimEnd()};` : text} `;
}
