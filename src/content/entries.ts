import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Locale } from '#i18n/locales.ts';

/** `en/chapters/why-nonlinearity-matters` -> `why-nonlinearity-matters` */
export const slugOf = (entry: { id: string }) => entry.id.split('/').at(-1)!;

const inLocale = (locale: Locale) => (entry: { id: string }) => entry.id.startsWith(`${locale}/`);

/** The chapters of a language in reading order. */
export async function chaptersIn(locale: Locale): Promise<CollectionEntry<'chapters'>[]> {
  const chapters = await getCollection('chapters', inLocale(locale));
  chapters.sort((a, b) => a.data.number - b.data.number);
  chapters.forEach((chapter, i) => {
    const before = chapters[i - 1];
    if (before?.data.number === chapter.data.number) {
      throw new Error(
        `${before.filePath} and ${chapter.filePath} are both chapter ${chapter.data.number}.`,
      );
    }
  });
  return chapters;
}

/** A page of its own, such as the cover. A missing file fails the build. */
export async function pageIn(locale: Locale, slug: string): Promise<CollectionEntry<'pages'>> {
  const entry = await getEntry('pages', `${locale}/pages/${slug}`);
  if (!entry) throw new Error(`content/${locale}/pages/${slug}.mdx is missing.`);
  return entry;
}
