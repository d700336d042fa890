/** Where notes stand on paper: in the margin beside their line, hints at the end of the chapter. */
import { fragment, renameTo } from '#publish/manuscript/dom.ts';
import type { Section } from '#publish/manuscript/index.ts';
import type { Translate } from '#i18n/messages.ts';

/** Blocks may not stand within a paragraph, and a note must, to be beside its line. */
const blocks = 'p, div, ul, ol, li';

export function marginNotes(root: Element, { notes }: Section): void {
  for (const { id, ref, kind, label, html } of notes) {
    if (kind !== 'margin') continue;
    const link = root.querySelector(`[id="${ref}"]`)!;
    joinTitle(link);
    const note = root.ownerDocument.createElement('span');
    note.setAttribute('id', id);
    note.setAttribute('class', 'margin-note');
    note.setAttribute('role', 'note');
    note.append(...fragment(`<a class="note-back" href="#${ref}">${label}</a> ${html}`).childNodes);
    for (const block of [...note.querySelectorAll(blocks)])
      renameTo(block, 'span').classList.add('block');
    link.after(note);
  }
}

/** A link in a paragraph of its own moves to the title of what it follows, or to the text before a figure. */
function joinTitle(link: Element): void {
  const paragraph = link.parentElement!;
  if (paragraph.childNodes.length > 1) return;
  const before = paragraph.previousElementSibling;
  const text = before?.matches('figure') ? before.previousElementSibling : null;
  const place = before?.querySelector('.fold-title') ?? (text?.matches('p') ? text : null);
  if (!place) return;
  place.append(link);
  paragraph.remove();
}

/** @returns the hints of a chapter as HTML, each with the question that it is for */
export function hints({ id, html, notes }: Section, t: Translate): string {
  const own = notes.filter(({ kind }) => kind === 'hint');
  if (own.length === 0) return '';
  const text = fragment(html);
  const items = own.map(({ id: noteId, ref, label, html: hint }) => {
    const question = text.querySelector(`[id="${ref}"]`)!.closest('.question')!;
    const heading = question.querySelector('.question-head')!.firstChild!.textContent!.trim();
    return (
      `<div class="hint" id="${noteId}"><h3><a href="#${question.id}">${heading}</a>` +
      `<span>${label}</span></h3>${hint}</div>`
    );
  });
  return `<section class="hint-list"><h2 id="${id}_hints">${t('edition.pdf.hints')}</h2>${items.join('')}</section>`;
}
