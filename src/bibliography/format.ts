/** References as parts that a page, a book or a margin can set in its own way. */
import { initials, parseNames } from './names.ts';
import type { Reference, References } from './schema.ts';

interface ReferenceLink {
  kind: 'doi' | 'arxiv' | 'url';
  /** `doi:10.1038/323533a0`, `arXiv:1502.01852`, or the name of the website. */
  text: string;
  href: string;
}

export interface FormattedReference {
  key: string;
  /** What stands in running text: `He et al., 2015`. No two references share one. */
  label: string;
  /** `He, K., Zhang, X., Ren, S. & Sun, J.` */
  authors: string;
  /** With the letter of the label, `2013a`; empty for a website that keeps changing. */
  year: string;
  title: string;
  /** The title names a whole work (a book, a thesis) and not a part of one. */
  standalone: boolean;
  /** Where it appeared: the name, to be set off, and what follows it. Either may be empty. */
  venue: { name: string; details: string };
  /** A sentence about this work, or empty. */
  note: string;
  links: ReferenceLink[];
}

/** Above this number of names the rest become "et al.". */
const namesShown = 10;

function authorLine(names: readonly string[]): string {
  const { people, others } = parseNames(names);
  const shown = people
    .slice(0, people.length > namesShown ? namesShown - 2 : namesShown)
    .map(({ family, given }) => (given ? `${family}, ${initials(given)}` : family));
  if (others || shown.length < people.length) return `${shown.join(', ')} et al.`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} & ${shown.at(-1)}` : shown.join();
}

function whoInText(names: readonly string[]): string {
  const { people, others } = parseNames(names);
  const [first, second] = people;
  if (others || people.length > 2) return `${first!.family} et al.`;
  return second ? `${first!.family} & ${second.family}` : first!.family;
}

const range = (pages: string | undefined) => pages?.replace('-', '–');
const list = (...parts: (string | number | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== '').join(', ');

function venueOf(reference: Reference): FormattedReference['venue'] {
  switch (reference.type) {
    case 'article': {
      const { journal, volume, number, pages } = reference;
      const issue = number === undefined ? '' : `(${number})`;
      return { name: journal, details: list(`${volume ?? ''}${issue}`, range(pages)) };
    }
    case 'inproceedings':
    case 'incollection': {
      const { booktitle, editors, series, volume, publisher, pages } = reference;
      const by = editors && `${authorLine(editors)} (${editors.length > 1 ? 'eds' : 'ed.'})`;
      const numbered = series && volume !== undefined ? `${series} ${volume}` : (series ?? volume);
      return { name: booktitle, details: list(by, numbered, publisher, range(pages)) };
    }
    case 'book':
      return { name: '', details: reference.publisher };
    case 'phdthesis':
      return { name: '', details: list(reference.kind ?? 'PhD thesis', reference.school) };
    case 'mastersthesis':
      return { name: '', details: list(reference.kind ?? "Master's thesis", reference.school) };
    case 'techreport': {
      const report = ['Technical report', reference.number].filter(Boolean).join(' ');
      return { name: '', details: list(report, reference.institution) };
    }
    case 'misc':
      return {
        name: '',
        details: reference.howpublished ?? (reference.arxiv ? 'arXiv preprint' : ''),
      };
  }
}

function linksOf({ doi, arxiv, url }: Reference): ReferenceLink[] {
  const links: ReferenceLink[] = [];
  if (doi) links.push({ kind: 'doi', text: `doi:${doi}`, href: `https://doi.org/${doi}` });
  if (arxiv) {
    links.push({ kind: 'arxiv', text: `arXiv:${arxiv}`, href: `https://arxiv.org/abs/${arxiv}` });
  }
  if (url)
    links.push({ kind: 'url', text: new URL(url).hostname.replace(/^www\./, ''), href: url });
  return links;
}

/** Works that stand alone on a shelf, whose titles are set as such. */
const standaloneTypes = new Set<Reference['type']>([
  'book',
  'phdthesis',
  'mastersthesis',
  'techreport',
]);

/**
 * Formats a whole bibliography at once, because a label depends on the others: two works that would
 * share one get the letters a, b, … in the order of their keys.
 */
export function formatReferences(references: References): Record<string, FormattedReference> {
  const labelOf = ({ authors, year }: Reference) => list(whoInText(authors), year);
  const sharing = new Map<string, string[]>();
  for (const key of Object.keys(references).sort()) {
    const label = labelOf(references[key]!);
    sharing.set(label, [...(sharing.get(label) ?? []), key]);
  }

  return Object.fromEntries(
    Object.entries(references).map(([key, reference]) => {
      const rivals = sharing.get(labelOf(reference))!;
      const letter =
        rivals.length > 1 ? String.fromCharCode('a'.charCodeAt(0) + rivals.indexOf(key)) : '';
      return [
        key,
        {
          key,
          label: labelOf(reference) + letter,
          authors: authorLine(reference.authors),
          year: `${reference.year ?? ''}${letter}`,
          title: reference.title,
          standalone: standaloneTypes.has(reference.type),
          venue: venueOf(reference),
          note: reference.note ?? '',
          links: linksOf(reference),
        },
      ];
    }),
  );
}

/** A reference in one line of plain text, for exports and search. */
export const referenceText = ({ authors, year, title, venue, note, links }: FormattedReference) =>
  [
    authors + (year ? ` (${year})` : ''),
    title,
    list(venue.name, venue.details),
    note.replace(/\.$/, ''),
    links.map(({ text }) => text).join(', '),
  ]
    .filter(Boolean)
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ');
