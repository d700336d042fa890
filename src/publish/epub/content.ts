/** A section of the manuscript as the body of a content document. */
import { fragment, plain } from '#publish/manuscript/dom.ts';
import type { Note, Section, SectionKind } from '#publish/manuscript/index.ts';
import type { Translate } from '#i18n/messages.ts';
import { writeFormulas } from './formulas.ts';

/** What a section is to a reading system: `epub:type`, and the role that says the same to a screen reader. */
const kinds: Record<SectionKind, { type: string; role?: string }> = {
  cover: { type: 'titlepage' },
  page: { type: 'preface', role: 'doc-preface' },
  chapter: { type: 'chapter', role: 'doc-chapter' },
  claims: { type: 'chapter', role: 'doc-chapter' },
  atlas: { type: 'part', role: 'doc-part' },
  function: { type: 'chapter', role: 'doc-chapter' },
  glossary: { type: 'glossary', role: 'doc-glossary' },
  bibliography: { type: 'bibliography', role: 'doc-bibliography' },
  answers: { type: 'appendix', role: 'doc-appendix' },
  index: { type: 'index', role: 'doc-index' },
};

/** Parts within sections that reading systems know. */
const parts: readonly (readonly [selector: string, type: string, role?: string])[] = [
  ['a.term', 'glossref', 'doc-glossref'],
  ['a.cite', 'biblioref', 'doc-biblioref'],
  ['a.note-ref', 'noteref'],
  ['.glossary dd', 'glossdef'],
  ['.glossary dfn', 'glossterm'],
  ['.references > li', 'biblioentry'],
  ['ul.index', 'index-entry-list'],
  ['ul.index > li', 'index-entry'],
  ['.index-term', 'index-term'],
  ['a.index-place', 'index-locator'],
];

export interface Content {
  body: string;
  /** The part of the book it stands in. */
  matter: 'frontmatter' | 'bodymatter' | 'backmatter';
}

/**
 * @param fileOf an id of the book -> the file that has it
 * @param imageOf a picture's `data:` address -> the file that the book has it in
 */
export function contentOf(
  section: Section,
  fileOf: (id: string) => string,
  imageOf: (data: string) => string,
  t: Translate,
): Content {
  const { type, role } = kinds[section.kind];
  const root = fragment(
    `<section id="${section.id}" class="section section-${section.kind}" epub:type="${type}"${role ? ` role="${role}"` : ''}>` +
      `${section.html}${notesOf(section, t)}</section>`,
  );
  writeFormulas(root);
  pictures(root, imageOf);
  for (const code of root.querySelectorAll('.listing > code')) inLines(code);
  for (const term of root.querySelectorAll('.glossary dt')) defined(term);
  for (const [selector, partType, partRole] of parts)
    for (const part of root.querySelectorAll(selector)) {
      part.setAttribute('epub:type', partType);
      if (partRole) part.setAttribute('role', partRole);
    }
  // What is wider than a small screen scrolls by keyboard, too.
  for (const wide of root.querySelectorAll('.display-math, .atlas-table'))
    wide.setAttribute('tabindex', '0');
  const own = fileOf(section.id);
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    const id = link.getAttribute('href')!.slice(1);
    const file = fileOf(id);
    if (file !== own)
      link.setAttribute('href', id === file.replace(/\.xhtml$/, '') ? file : `${file}#${id}`);
  }
  for (const link of root.querySelectorAll('a[download]')) link.removeAttribute('download');
  return { body: root.innerHTML, matter: matterOf(section.kind) };
}

const matterOf = (kind: SectionKind): Content['matter'] =>
  kind === 'cover'
    ? 'frontmatter'
    : ['glossary', 'bibliography', 'answers', 'index'].includes(kind)
      ? 'backmatter'
      : 'bodymatter';

/** Pictures follow the reader's colours: nothing is drawn in the colour of paper, and bitmaps are files. */
function pictures(root: Element, imageOf: (data: string) => string): void {
  for (const halo of root.querySelectorAll('svg [stroke="#ffffff"][paint-order]'))
    for (const name of ['stroke', 'stroke-width', 'stroke-linejoin', 'paint-order'])
      halo.removeAttribute(name);
  for (const group of root.querySelectorAll('svg [paint-order]'))
    group.removeAttribute('paint-order');
  for (const image of root.querySelectorAll('svg image')) {
    image.setAttribute('href', imageOf(image.getAttribute('href')!));
  }
}

/** Each line by itself: where a page is narrower than a line, the style sheet sets off what is left of it. */
function inLines(code: Element): void {
  const lines = code.textContent.split(/(?<=\n)/).map((text) => {
    const line = code.ownerDocument.createElement('span');
    line.setAttribute('class', 'line');
    line.textContent = text;
    return line;
  });
  code.replaceChildren(...lines);
}

/** The word that an entry of the glossary defines: all but what else it is called. */
function defined(term: Element): void {
  const word = term.ownerDocument.createElement('dfn');
  while (term.firstChild && (term.firstChild as Element).localName !== 'span')
    word.append(term.firstChild);
  term.prepend(word);
}

/** What a note is called at the end of the document: a hint by its question, since each has a first hint. */
function nameOf({ ref, kind, label }: Omit<Note, 'html'>, root: Element, t: Translate): string {
  if (kind !== 'hint') return label;
  const head = root
    .querySelector(`[id="${ref}"]`)
    ?.closest('.question')
    ?.querySelector('.question-head');
  const question = plain(head?.firstChild?.textContent ?? '');
  return question ? t('edition.note.hint', { question, hint: label }) : label;
}

/** Notes at the end of the document; reading systems that know notes show each where it is called. */
function notesOf({ notes, html: text }: Section, t: Translate): string {
  if (notes.length === 0) return '';
  const root = fragment(text);
  const items = notes.map(({ html, ...called }) => {
    const { id, ref } = called;
    const label = nameOf(called, root, t);
    const note = fragment(html);
    const last = note.lastElementChild;
    const end =
      last?.localName === 'p' ? last : note.appendChild(note.ownerDocument.createElement('p'));
    const back = note.ownerDocument.createElement('a');
    back.setAttribute('href', `#${ref}`);
    back.setAttribute('role', 'doc-backlink');
    back.setAttribute('class', 'note-back');
    back.setAttribute('aria-label', t('edition.note.back', { label }));
    back.textContent = '↩';
    end.append(' ', back);
    return `<aside id="${id}" class="note" epub:type="footnote" role="doc-footnote"><p class="note-label">${label}</p>${note.innerHTML}</aside>`;
  });
  return `<section class="notes"><h2>${t('edition.notes')}</h2>${items.join('')}</section>`;
}

/** Headings of a document, for the navigation. */
export const headingsOf = (html: string): { id: string; text: string }[] =>
  [...fragment(html).querySelectorAll('h2[id]')].map(({ id, textContent }) => ({
    id,
    text: plain(textContent),
  }));
