/** The chapters that claims belong to, in reading order, also those in preparation. */
import { plannedContents } from '#content/contents.ts';
import { chaptersIn, slugOf } from '#content/entries.ts';
import type { Locale } from '#i18n/locales.ts';
import { pageUrl } from '#i18n/urls.ts';

export interface ClaimChapter {
  readonly slug: string;
  readonly title: string;
  /** Absent while the chapter is in preparation. */
  readonly url?: string;
}

/** `ReLU, for and against` -> `relu-for-and-against`: what the file of a planned chapter will be called. */
const slugFor = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export async function claimChapters(locale: Locale): Promise<ClaimChapter[]> {
  const standing = await chaptersIn(locale);
  return plannedContents(locale).map((item) => {
    if (!('slug' in item)) return { slug: slugFor(item.title), title: item.title };
    const chapter = standing.find((entry) => slugOf(entry) === item.slug);
    const title = chapter?.data.title ?? item.slug;
    return { slug: item.slug, title, url: pageUrl(locale, `/chapters/${item.slug}/`) };
  });
}
