/** Which pages of the site the book is made of, in reading order, and where the others stand. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { activations } from '#activations/index.ts';
import { plannedContents } from '#content/contents.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Section } from './types.ts';

export interface Planned extends Pick<Section, 'id' | 'kind' | 'level' | 'number' | 'chapter'> {
  /** Address of its page within the language: `/chapters/why-nonlinearity-matters/`. */
  path: string;
}

/** Pages of prose, beside the chapters: before and after the atlas. */
const before = ['about'];
const after = ['code', 'history', 'notation'];

/** The sections that are made from a page each. The answers and the index are made from all of them. */
function plan(locale: Locale): Planned[] {
  const page = (id: string): Planned => ({ id, kind: 'page', level: 1, path: `/${id}/` });
  const chapters = plannedContents(locale)
    .flatMap((item) => ('slug' in item ? [item.slug] : []))
    .map((slug, i): Planned => ({
      id: slug,
      kind: 'chapter',
      level: 1,
      number: i + 1,
      chapter: slug,
      path: `/chapters/${slug}/`,
    }));
  const functions = Object.keys(activations).map((id): Planned => ({
    id: `atlas_${id}`,
    kind: 'function',
    level: 2,
    path: `/atlas/${id}/`,
  }));
  return [
    { id: 'cover', kind: 'cover', level: 1, path: '/' },
    ...before.map(page),
    ...chapters,
    { id: 'claims', kind: 'claims', level: 1, path: '/claims/' },
    { id: 'atlas', kind: 'atlas', level: 1, path: '/atlas/' },
    ...functions,
    ...after.map(page),
    { id: 'glossary', kind: 'glossary', level: 1, path: '/glossary/' },
    { id: 'bibliography', kind: 'bibliography', level: 1, path: '/bibliography/' },
  ];
}

/** The file of a page in the built book. */
export const pageFile = (book: string, locale: Locale, path: string) =>
  join(book, locale, path, 'index.html');

/** The plan as far as the site has the pages. Pages that the site may lack. */
export const planOf = (book: string, locale: Locale) =>
  plan(locale).filter(
    ({ id, path }) => !after.includes(id) || existsSync(pageFile(book, locale, path)),
  );

/** Where the site has a section of the book: `/en/atlas/relu/`. Answers and index have no page. */
export function pagePath(locale: Locale, section: string): string | undefined {
  const path = plan(locale).find(({ id }) => id === section)?.path;
  return path && `/${locale}${path}`;
}
