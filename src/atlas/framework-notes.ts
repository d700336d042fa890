/** What a reader who ports code must know, in the language of the page. */
import en from '../../content/en/framework-notes.json' with { type: 'json' };
import type { Locale } from '#i18n/locales.ts';

const catalogue: Record<Locale, Readonly<Record<string, string>>> = { en };

/** @throws for a key without a text. */
export function frameworkNote(locale: Locale, key: string): string {
  const note = catalogue[locale][key];
  if (note === undefined) throw new Error(`content/${locale}/framework-notes.json lacks "${key}".`);
  return note;
}
