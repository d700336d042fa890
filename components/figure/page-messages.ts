import livingWords from 'virtual:living-words';
import type { Locale } from '#i18n/locales.ts';

let messages: Record<string, string> | undefined;

/**
 * The words that living parts of this page speak with, by key. A few come with the page (PageFigures.astro),
 * the rest with `loadWords`.
 */
export const pageMessages = (): Record<string, string> =>
  (messages ??= JSON.parse(document.getElementById('page-messages')!.textContent) as Record<
    string,
    string
  >);

/** Brings all words of the page's language: once, with the first part that comes alive. */
export async function loadWords(): Promise<void> {
  const { words } = await livingWords[document.documentElement.lang as Locale]();
  Object.assign(pageMessages(), words);
}
