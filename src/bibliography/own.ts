/** How to cite the book itself and its chapters: from `CITATION.cff`, where its facts stand. Build time only. */
import { z } from 'zod';
import { readYaml } from '#content/files.ts';
import { protectCapitals, toLatex } from './bibtex.ts';

const citationSchema = z.object({
  title: z.string(),
  authors: z.array(z.object({ name: z.string() })).min(1),
  'date-released': z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});

export interface OwnCitation {
  title: string;
  authors: string[];
  year: string;
}

/** Title, authors and year of the book. */
export function ownCitation(): OwnCitation {
  const { title, authors, ...rest } = readYaml('CITATION.cff', citationSchema).data;
  return {
    title,
    authors: authors.map(({ name }) => name),
    year: rest['date-released'].slice(0, 4),
  };
}

/** The key that the book is cited by. */
const bookKey = 'why-neurons-bend';

type Field = readonly [name: string, value: string | undefined];

function entry(type: string, key: string, fields: readonly Field[]): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@${type}{${key},`, ...lines, '}', ''].join('\n');
}

const authorsOf = ({ authors }: OwnCitation) =>
  authors.map((name) => `{${toLatex(name)}}`).join(' and ');

export const bookBibtex = (book: OwnCitation): string =>
  entry('book', bookKey, [
    ['author', authorsOf(book)],
    ['title', protectCapitals(book.title)],
    ['year', book.year],
  ]);

export interface OwnChapter {
  slug: string;
  number: number;
  title: string;
  /** Where it is published; absent when that is not known. */
  url?: string | undefined;
}

/** A chapter as a part of the book. */
export const chapterBibtex = (
  { slug, number, title, url }: OwnChapter,
  book: OwnCitation,
): string =>
  entry('incollection', `${bookKey}-${slug}`, [
    ['author', authorsOf(book)],
    ['title', protectCapitals(title)],
    ['booktitle', protectCapitals(book.title)],
    ['chapter', `${number}`],
    ['year', book.year],
    ['url', url],
  ]);
