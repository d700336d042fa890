/** `content/<lang>/notation.yml`, checked against the glossary. Build time only. */
import { glossary, readYaml } from '#content/files.ts';
import type { Locale } from '#i18n/locales.ts';
import { notationSchema, type Notation, type NotationSymbol } from './schema.ts';

/** @throws with one line per mistake, each `content/en/notation.yml:LINE: …` */
export function loadNotation(locale: Locale): Notation {
  const { data, where } = readYaml(`content/${locale}/notation.yml`, notationSchema);
  const terms = glossary(locale);
  const lines = data.flatMap(({ symbols }, g) =>
    symbols.flatMap(({ term }, s) =>
      term === undefined || Object.hasOwn(terms, term)
        ? []
        : [`${where(g, 'symbols', s, 'term')}: no glossary entry "${term}"`],
    ),
  );
  if (lines.length > 0) throw new Error(lines.join('\n'));
  return data;
}

const symbols = (locale: Locale) => loadNotation(locale).flatMap((group) => group.symbols);

/** The symbols that stand for a term of the glossary. */
export const symbolsOfTerm = (locale: Locale, term: string): NotationSymbol[] =>
  symbols(locale).filter((symbol) => symbol.term === term);

/** The symbols that a chapter brings in. */
export const symbolsOfChapter = (locale: Locale, slug: string): NotationSymbol[] =>
  symbols(locale).filter(({ first }) => first.startsWith(`${slug}#`));
