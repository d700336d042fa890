/** The languages of the book. English is written first; a language joins when its content is complete. */
export const locales = ['en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en';

/** The `[locale]` parameter of every localised page. */
export const localePaths = () => locales.map((locale) => ({ params: { locale } }));
