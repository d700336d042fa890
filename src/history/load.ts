/** `content/<lang>/history.yml`, checked against the rest of the book. Build time only. */
import { isActivationId } from '#activations/index.ts';
import { loadReferences } from '#bibliography/load.ts';
import { glossary, readYaml } from '#content/files.ts';
import type { Locale } from '#i18n/locales.ts';
import { historyProblems, historySchema, type History, type HistoryEvent } from './schema.ts';

const fileOf = (locale: Locale) => `content/${locale}/history.yml`;

/** @throws with one line per mistake, each `content/en/history.yml:LINE: …` */
export function loadHistory(locale: Locale): History {
  const { data, where } = readYaml(fileOf(locale), historySchema);
  const terms = glossary(locale);
  const problems = historyProblems(data, {
    yearOf,
    hasFunction: isActivationId,
    hasTerm: (key) => Object.hasOwn(terms, key),
  });
  const lines = [...problems].map(({ path, message }) => `${where(...path)}: ${message}`);
  if (lines.length > 0) throw new Error(lines.join('\n'));
  return data;
}

const yearOf = (source: string) => loadReferences()[source]?.year;

/** The year that an event stands at. */
export const yearOfEvent = ({ sources }: HistoryEvent): number => yearOf(sources[0]!)!;

/** The events that name something, in order of time. */
export const eventsWith = (
  locale: Locale,
  kind: 'sources' | 'functions' | 'terms',
  key: string,
): HistoryEvent[] =>
  loadHistory(locale)
    .flatMap(({ events }) => events)
    .filter((event) => event[kind].includes(key));
