/** A manuscript as one HTML document, ready to be printed. */
import { escape, fragment, renameTo } from '#publish/manuscript/dom.ts';
import type { Manuscript, Section } from '#publish/manuscript/index.ts';
import { messagesFor, type Translate } from '#i18n/messages.ts';
import { contents } from './contents.ts';
import { speakFormulas } from './formulas.ts';
import { imprint, titlePage } from './front.ts';
import { hints, marginNotes } from './notes.ts';
import { emptyMark, leadToPages } from './references.ts';
import { pageName, styleSheet, type Paper } from './style.ts';

/** @param book the whole book or an excerpt of it */
export function documentOf(book: Manuscript, paper: Paper, date: Date): string {
  const t = messagesFor(book.locale);
  const cover = book.sections.find(({ kind }) => kind === 'cover');
  const sections = book.sections
    .filter(({ kind }) => kind !== 'cover')
    .map((section) => (cover ? section : alone(section, t)));
  const text = sections.map(
    (section) =>
      (cover && beginsRight(section) ? emptyMark(section.id) : '') + sectionOf(section, t),
  );
  return (
    `<!doctype html><html lang="${book.locale}"><head><meta charset="utf-8">` +
    `<title>${escape(titleOf(book, t))}</title><style>${styleSheet(book, paper)}</style></head><body>` +
    titlePage(book, cover, t) +
    imprint(book, date, t) +
    contents(sections, t) +
    text.join('') +
    '</body></html>'
  );
}

/** The title of the document: of the book, or of the chapter that an excerpt has. */
export function titleOf({ title, sections }: Manuscript, t: Translate): string {
  const [first] = sections;
  return first?.kind === 'chapter'
    ? t('edition.pdf.part', { number: first.number!, title: first.title, book: title })
    : title;
}

/** Parts of the whole book that begin on a right-hand page. */
const beginsRight = ({ kind, level }: Section) =>
  level === 1 && ['chapter', 'atlas', 'answers'].includes(kind);

/** The answers to one chapter, where there are no others. */
function alone(section: Section, t: Translate): Section {
  if (section.kind !== 'answers') return section;
  const root = fragment(section.html);
  const title = t('edition.answers.title');
  root.querySelector('h1')!.textContent = title;
  return { ...section, level: 1, title, html: root.innerHTML };
}

function sectionOf(section: Section, t: Translate): string {
  const { id, kind, level } = section;
  const root = fragment(section.html);
  const last = fragment(hints(section, t));
  marginNotes(root, section);
  root.append(...last.childNodes);
  speakFormulas(root);
  leadToPages(root, t);
  // A figure of a PDF is a picture and has words for it; here that is the drawing, not what holds its caption.
  for (const figure of root.querySelectorAll('figure')) figure.setAttribute('role', 'group');
  if (level === 2) lower(root);
  return `<section id="${id}" class="section level-${level} section-${kind}" style="page: ${pageName(id)}">${root.innerHTML}</section>`;
}

/** Headings one level down: the section is part of another. */
function lower(root: Element): void {
  for (const depth of [4, 3, 2, 1])
    for (const heading of [...root.querySelectorAll(`h${depth}`)]) {
      heading.classList.add(`was-h${depth}`);
      renameTo(heading, `h${depth + 1}`);
    }
}
