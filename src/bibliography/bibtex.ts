/** References as BibTeX, in plain ASCII, so that every LaTeX installation can read them. */
import { parseNames } from './names.ts';
import type { Reference, References } from './schema.ts';

/** Combining marks as LaTeX accent commands. */
const accents: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0327': 'c',
};

const symbols: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '\\{',
  '}': '\\}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  ł: '{\\l}',
  Ł: '{\\L}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ß: '{\\ss}',
  æ: '{\\ae}',
  ı: '{\\i}',
  '–': '--',
  '—': '---',
  '’': "'",
  '‘': '`',
  '“': '``',
  '”': "''",
  '−': '$-$',
};

/** @throws RangeError for a character that it has no LaTeX for. */
export function toLatex(text: string): string {
  const clusters = text.normalize('NFD').match(/\P{M}\p{M}*/gsu) ?? [];
  return clusters
    .map((cluster) => {
      const [base, mark, ...more] = [...cluster] as [string, ...string[]];
      if (mark !== undefined) {
        const accent = accents[mark];
        if (!accent || more.length > 0 || !/[a-z]/i.test(base)) {
          throw new RangeError(`no LaTeX for "${cluster}"`);
        }
        // An accent that is a letter needs a space before its base: {\v s}.
        return `{\\${accent}${/[a-z]/i.test(accent) ? ' ' : ''}${base}}`;
      }
      if (/[&%$#_]/.test(base)) return `\\${base}`;
      const symbol = symbols[base];
      if (symbol !== undefined) return symbol;
      if (!/[\x20-\x7e]/.test(base)) throw new RangeError(`no LaTeX for "${base}"`);
      return base;
    })
    .join('');
}

/**
 * Bibliography styles set titles in lower case. They leave the first letter of a title and of a
 * subtitle alone; every other word with a capital is put in braces, and so are `iPhone` and `GELUs`.
 */
export function protectCapitals(title: string): string {
  let startsSentence = true;
  return title
    .split(/([\s\-–/()]+)/u)
    .map((piece, i) => {
      const isSeparator = i % 2 === 1;
      if (isSeparator || piece === '') return toLatex(piece);
      const rest = startsSentence ? piece.slice(1) : piece;
      startsSentence = piece.endsWith(':');
      if (!/\p{Lu}/u.test(rest)) return toLatex(piece);
      const [, core = piece, punctuation = ''] = /^(.*?)([:,.;?!]*)$/su.exec(piece) ?? [];
      return `{${toLatex(core)}}${punctuation}`;
    })
    .join('');
}

/** An organisation goes in braces, so that it is not cut into given and family name. */
function bibtexNames(names: readonly string[]): string {
  const { people, others } = parseNames(names);
  const written = people.map(({ family, given }) =>
    given === undefined ? `{${toLatex(family)}}` : `${toLatex(family)}, ${toLatex(given)}`,
  );
  return [...written, ...(others ? ['others'] : [])].join(' and ');
}

/** How each field is written; in this order. Identifiers stay verbatim, as `doi` and `url` expect. */
const fields: readonly [name: string, write: (reference: Reference) => string | undefined][] = [
  ['author', ({ authors }) => bibtexNames(authors)],
  ['title', ({ title }) => protectCapitals(title)],
  ['journal', (r) => text(r, 'journal')],
  ['booktitle', (r) => text(r, 'booktitle')],
  ['editor', (r) => ('editors' in r && r.editors ? bibtexNames(r.editors) : undefined)],
  ['series', (r) => text(r, 'series')],
  ['volume', (r) => text(r, 'volume')],
  ['number', (r) => text(r, 'number')],
  ['pages', (r) => text(r, 'pages')?.replace('-', '--')],
  ['publisher', (r) => text(r, 'publisher')],
  ['type', (r) => text(r, 'kind')],
  ['school', (r) => text(r, 'school')],
  ['institution', (r) => text(r, 'institution')],
  ['howpublished', (r) => text(r, 'howpublished')],
  ['year', ({ year }) => year?.toString()],
  ['doi', ({ doi }) => doi],
  ['eprint', ({ arxiv }) => arxiv],
  ['archiveprefix', ({ arxiv }) => arxiv && 'arXiv'],
  ['url', ({ url }) => url],
  ['note', (r) => text(r, 'note')],
];

function text(reference: Reference, name: string): string | undefined {
  const value = (reference as Record<string, unknown>)[name];
  return value === undefined ? undefined : toLatex(String(value));
}

/** One entry, ending in a line break. */
export function toBibtex(key: string, reference: Reference): string {
  const lines = fields.flatMap(([name, write]) => {
    const value = write(reference);
    return value === undefined ? [] : [`  ${name} = {${value}},`];
  });
  return [`@${reference.type}{${key},`, ...lines, '}', ''].join('\n');
}

/** A whole `.bib` file. */
export const bibliographyToBibtex = (references: References): string =>
  Object.entries(references)
    .map(([key, reference]) => toBibtex(key, reference))
    .join('\n');
