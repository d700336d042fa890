/** From the plugin in src/build/living-words.ts. */
declare module 'virtual:living-words' {
  import type { Locale } from '#i18n/locales.ts';
  const byLocale: Record<Locale, () => Promise<{ words: Record<string, string> }>>;
  export default byLocale;
}
