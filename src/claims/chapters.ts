/** The chapters that claims belong to, in reading order, also those in preparation. */
import { plannedContents, planSlug } from '#content/contents.ts';
import { chaptersIn, slugOf } from '#content/entries.ts';
import type { Locale } from '#i18n/locales.ts';
import { pageUrl } from '#i18n/urls.ts';

export interface ClaimChapter {
  readonly slug: string;
  readonly title: string;
  /** Absent while the chapter is in preparation. */
  readonly url?: string;
}

export async function claimChapters(locale: Locale): Promise<ClaimChapter[]> {
  const standing = await chaptersIn(locale);
  return plannedContents(locale).map((item) => {
    if (!('slug' in item)) return { slug: planSlug(item), title: item.title };
    const chapter = standing.find((entry) => slugOf(entry) === item.slug);
    const title = chapter?.data.title ?? item.slug;
    return { slug: item.slug, title, url: pageUrl(locale, `/chapters/${item.slug}/`) };
  });
}
