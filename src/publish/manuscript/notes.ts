/** Notes of the margin and hints of questions, as notes that the text links to. */
import type { Note } from './types.ts';

/** What becomes a note: an aside of the site's margin, or one that a question has for a hint. */
const asides = 'aside.margin-note, aside.hint-note';

/**
 * Takes the notes out of a section and leaves a link at the place of each.
 *
 * @param section id of the section, which the ids of its notes begin with
 */
export function takeNotes(root: Element, section: string): Note[] {
  let margin = 0;
  return [...root.querySelectorAll(asides)].map((aside, i) => {
    const kind = aside.classList.contains('hint-note') ? 'hint' : 'margin';
    const note: Note = {
      id: `${section}_note-${i + 1}`,
      ref: `${section}_noteref-${i + 1}`,
      kind,
      label: kind === 'hint' ? aside.getAttribute('title')! : String(++margin),
      html: aside.innerHTML.trim(),
    };
    placeFor(aside).append(linkTo(note, root.ownerDocument));
    aside.remove();
    return note;
  });
}

function linkTo({ id, ref, kind, label }: Note, document: Document): Element {
  const link = document.createElement('a');
  link.setAttribute('class', kind === 'hint' ? 'note-ref hint-ref' : 'note-ref');
  link.setAttribute('role', 'doc-noteref');
  link.setAttribute('id', ref);
  link.setAttribute('href', `#${id}`);
  link.textContent = label;
  return link;
}

/**
 * Where the link stands: at the end of the text before the note; after a picture, at the end of the
 * paragraph that follows, or else of the last one under the same heading; in a paragraph of its own when
 * there is none of them.
 */
function placeFor(aside: Element): Element {
  const before = aside.previousElementSibling;
  if (before?.localName === 'p') return before;
  if (before && /^[ou]l$/.test(before.localName) && before.lastElementChild)
    return before.lastElementChild;
  const after = aside.nextElementSibling;
  if (after?.localName === 'p') return after;
  for (let one = before; one && !/^h\d$/.test(one.localName); one = one.previousElementSibling)
    if (one.localName === 'p') return one;
  const paragraph = aside.ownerDocument.createElement('p');
  aside.before(paragraph);
  return paragraph;
}
