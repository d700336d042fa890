import type { Locale } from './locales.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The address of a page or file of the book, wherever the book lives: `bookUrl('favicon.svg')`. */
export const bookUrl = (path: string) => `${base}${path.replace(/^\//, '')}`;

/** The address of a page in a language: `pageUrl('en', '/atlas/')`. */
export const pageUrl = (locale: Locale, path = '/') => bookUrl(`${locale}${path}`);
