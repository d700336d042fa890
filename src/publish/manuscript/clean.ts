/** A page of the site without what only a screen, a pointer or a script can use. */
import { renameTo, unwrap } from './dom.ts';
import type { Options } from './types.ts';

/** Chrome, controls, and lists that the book has elsewhere. */
const gone = [
  'script, style, template, link, noscript',
  'page-contents, .toc, .pager, .popover, [popover], .doors, .online-only, .live-only',
  '.controls, .share, .figure-notice, .page-notice, .answer-line, .experiment-live, .own-live',
  '.claim-predict, .claims-controls, .claims-empty, .atlas-bar, .atlas-empty, .list-filter',
  '.your-answers, .trainer-in-page, .experiment-in-page, .live-formula, .lab-link',
  '.question-state, chapter-progress, .cover-contents, .code-tabs > details:not([open])',
  '.chapter-end details, .stills th a',
  '[hidden], dialog',
];

/** Of a table that is folded away on the site, the book keeps what an experiment found. */
const tables = 'details.data-table';
const results = '.experiment-summary';

/** Parts whose words stand in a `details` on the site and lie open in a book. */
const folds = ['derivation', 'recorded', 'claim-trial'] as const;

export function clean(root: Element, chart: Options['chart']): void {
  const other = chart === 'wide' ? 'narrow' : 'wide';
  for (const table of root.querySelectorAll(tables)) {
    table.replaceWith(...table.querySelectorAll(results));
  }
  dropSetting(root, 'core');
  for (const selector of [...gone, `.chart-${other}, [data-size="${other}"]`])
    for (const element of root.querySelectorAll(selector)) element.remove();
  dropReferences(root);
  unfold(root);
  for (const pre of root.querySelectorAll('pre')) {
    const code = root.ownerDocument.createElement('code');
    code.textContent = pre.textContent.replace(/\n$/, '');
    pre.replaceChildren(code);
    pre.removeAttribute('style');
    pre.className = 'listing';
  }
  for (const box of root.querySelectorAll(
    '.scroll-box, form, copy-code, .chart-wide, .chart-narrow, .code-tabs, [data-size], .net-box, .still-only',
  ))
    unwrap(box);
  linkWords(root);
  emptyGone(root);
}

/** A row of a list of settings that says how the page was made, not what was made. */
function dropSetting(root: Element, name: string): void {
  for (const value of root.querySelectorAll(`[data-setting="${name}"]`))
    value.parentElement?.remove();
}

/** The sources of a page: the book has one bibliography. */
function dropReferences(root: Element): void {
  root.querySelector('section > h2#references')?.parentElement?.remove();
}

function unfold(root: Element): void {
  for (const details of [...root.querySelectorAll('details')]) {
    const title = details.querySelector(':scope > summary');
    if (title) {
      const heading = renameTo(title, 'p');
      heading.className = 'fold-title';
    }
    const kind = folds.find((name) => details.classList.contains(name));
    const box = renameTo(details, 'div');
    box.className = kind ?? 'opened';
    box.removeAttribute('open');
    box.removeAttribute('name');
    for (const inner of [...box.children].filter(({ localName }) => localName === 'div'))
      if (!inner.className) unwrap(inner);
  }
}

/** Words and citations that open a definition on the site lead to the glossary and the bibliography. */
function linkWords(root: Element): void {
  for (const button of [...root.querySelectorAll('button')]) {
    const target = button.getAttribute('popovertarget') ?? '';
    const [, kind, key] = /^(term|cite)-(.+)$/.exec(target) ?? [];
    if (!kind) {
      button.remove();
      continue;
    }
    const link = renameTo(button, 'a');
    for (const { name } of [...link.attributes]) link.removeAttribute(name);
    link.setAttribute('class', kind);
    link.setAttribute('href', `#${kind === 'term' ? 'glossary' : 'bibliography'}_${key}`);
  }
}

/** Lines that only a script would fill. */
function emptyGone(root: Element): void {
  for (const line of [...root.querySelectorAll('[role="status"], .parameters')])
    if (line.textContent.trim() === '') line.remove();
}
