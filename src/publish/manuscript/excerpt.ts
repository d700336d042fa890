/** One chapter as a book of its own. */
import { fragment, unwrap } from './dom.ts';
import { pagePath } from './plan.ts';
import type { Manuscript, Section } from './types.ts';

/** Sections of which an excerpt keeps the entries that it leads to, and what an entry is in them. */
const entries: Partial<Record<Section['kind'], string>> = {
  glossary: '.glossary > [id]',
  bibliography: '.references > [id]',
};

/**
 * The chapter, its answers, and what they use of the glossary and the bibliography. Links to the rest of
 * the book lead to the live one, or are text when nobody said where it is.
 */
export function excerpt(manuscript: Manuscript, chapter: string): Manuscript {
  const text = manuscript.sections.filter((section) => section.chapter === chapter);
  if (text.length === 0) throw new Error(`The book has no chapter "${chapter}".`);
  const targets = new Set(
    text.flatMap(({ html, notes }) =>
      [html, ...notes.map((note) => note.html)].flatMap((part) =>
        [...part.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!),
      ),
    ),
  );
  const back = manuscript.sections.flatMap((section) => {
    const selector = entries[section.kind];
    return selector ? [only(section, selector, targets)] : [];
  });
  const sections = [...text, ...back];
  const ids = new Set(sections.flatMap(idsOf));
  return { ...manuscript, sections: sections.map((section) => closed(section, ids, manuscript)) };
}

function only(section: Section, selector: string, ids: ReadonlySet<string>): Section {
  const root = fragment(section.html);
  for (const entry of root.querySelectorAll(selector)) if (!ids.has(entry.id)) entry.remove();
  return { ...section, html: root.innerHTML };
}

/** Every id that links can lead to in a section, its notes and its own included. */
export const idsOf = ({ id, html, notes }: Section): string[] => [
  id,
  ...notes.map((note) => note.id),
  ...[html, ...notes.map((note) => note.html)].flatMap((part) =>
    [...part.matchAll(/\sid="([^"]+)"/g)].map(([, one]) => one!),
  ),
];

/** The same section without links to ids that are not there. */
function closed(
  section: Section,
  ids: ReadonlySet<string>,
  { sections, site, locale }: Manuscript,
): Section {
  const homes = sections.map(({ id }) => id).sort((a, b) => b.length - a.length);
  const close = (html: string): string => {
    const root = fragment(html);
    for (const link of [...root.querySelectorAll('a[href^="#"]')]) {
      const target = link.getAttribute('href')!.slice(1);
      if (ids.has(target)) continue;
      const home = homes.find((id) => target === id || target.startsWith(`${id}_`));
      const path = home && pagePath(locale, home);
      if (!path || site === undefined) unwrap(link);
      else {
        const part = target.slice(home.length + 1);
        link.setAttribute('href', site + path.slice(1) + (part && `#${part}`));
        link.classList.add('live-link');
      }
    }
    return root.innerHTML;
  };
  return {
    ...section,
    html: close(section.html),
    notes: section.notes.map((note) => ({ ...note, html: close(note.html) })),
  };
}
