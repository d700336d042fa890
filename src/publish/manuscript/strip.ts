/** The last look over a section: what is left of the site that a book has no use for. */
import { unwrap } from './dom.ts';

const controls =
  'button, input, select, textarea, output, progress, label, fieldset, dialog, canvas, iframe';

/** Attributes that speak to scripts, keyboards or style sheets. */
const useless =
  /^(data-(?!verdict$)|on|aria-(live|controls|expanded|pressed|valuetext)$|tabindex$|autocomplete$|hidden$|contenteditable$)/;

/** Roles of what moves and of what scrolls. */
const roles = ['status', 'group', 'list'];

export function strip(root: Element): void {
  for (const control of root.querySelectorAll(controls)) control.remove();
  for (const element of root.querySelectorAll('*')) {
    const inFormula = element.closest('.katex, math') !== null;
    const wasGroup = roles.includes(element.getAttribute('role') ?? '');
    if (wasGroup) element.removeAttribute('role');
    for (const { name } of [...element.attributes])
      if (useless.test(name) || (name === 'style' && !inFormula)) element.removeAttribute(name);
    // A name needs a role to be the name of.
    if (/^(div|dl|p|span|ol|ul)$/.test(element.localName) && !element.hasAttribute('role'))
      element.removeAttribute('aria-label');
    if (element.getAttribute('class') === '') element.removeAttribute('class');
  }
  for (const box of [...root.querySelectorAll('div')])
    if (box.attributes.length === 0) {
      if (box.childNodes.length === 0) box.remove();
      else if (box.parentElement?.localName !== 'dl' && !box.closest('figcaption')) unwrap(box);
    }
  for (const comment of commentsIn(root)) comment.remove();
}

function commentsIn(root: Element): ChildNode[] {
  const found: ChildNode[] = [];
  for (const element of [root, ...root.querySelectorAll('*')])
    for (const node of element.childNodes) if (node.nodeType === 8) found.push(node);
  return found;
}
