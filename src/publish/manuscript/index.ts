/** Reads the built site as a book: `readManuscript` for all of it, `excerpt` for one chapter. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { messagesFor } from '#i18n/messages.ts';
import { indexSection } from './index-section.ts';
import { leadLinks, type Homes } from './links.ts';
import { takeNotes } from './notes.ts';
import { draftSections } from './sections.ts';
import { writeSymbols } from './symbols.ts';
import type { Manuscript, Options, Section } from './types.ts';

export { excerpt } from './excerpt.ts';
export type * from './types.ts';

interface Citation {
  title: string;
  abstract: string;
  authors: { name: string }[];
  version: string;
  keywords: string[];
}

/** @throws when a page of the plan is missing, or has something on it that no printed form is known for */
export function readManuscript(options: Options): Manuscript {
  const { locale, site } = options;
  const t = messagesFor(locale);
  const drafts = draftSections(options);
  const homes: Homes = {
    pages: new Map(
      drafts.filter(({ kind }) => kind !== 'answers').map(({ from, id }) => [from, id]),
    ),
    ids: new Set(
      drafts.flatMap(({ id, root }) => [
        id,
        ...[...root.querySelectorAll('[id]')].map((one) => one.id),
      ]),
    ),
    ...(site !== undefined && { site }),
  };
  for (const { root, from } of drafts) leadLinks(root, from, homes);
  writeSymbols(drafts);
  const index = indexSection(drafts, locale);
  const sections = drafts.map(({ id, kind, level, number, chapter, title, root }): Section => {
    const notes = takeNotes(root, id);
    return { id, kind, level, number, chapter, title, html: root.innerHTML.trim(), notes };
  });
  const citation = parse(readFileSync('CITATION.cff', 'utf8')) as Citation;
  return {
    locale,
    title: t('book.title'),
    subtitle: t('book.subtitle'),
    authors: citation.authors.map(({ name }) => name),
    description: t('edition.description'),
    version: citation.version,
    keywords: citation.keywords,
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    ...(site !== undefined && { site }),
    sections: [...sections, index],
  };
}
