/** Where the book cites a work, or uses a term: the way back from bibliography and glossary. Build time only. */
import { render } from 'astro:content';
import { getActivation } from '#activations/index.ts';
import { functionText } from '#atlas/entries.ts';
import { atlasOrder } from '#atlas/traits.ts';
import { factsOf, type DocumentFacts } from '#content/document-facts.ts';
import { chaptersIn, slugOf } from '#content/entries.ts';
import type { Locale } from '#i18n/locales.ts';
import { pageUrl } from '#i18n/urls.ts';

/** A page of the book, with what its text refers to. */
export interface UsingPage {
  readonly title: string;
  readonly url: string;
  readonly facts: DocumentFacts;
}

/** Pages whose text refers to a key, in the order in which they were given. */
export const pagesUsing = (
  pages: readonly UsingPage[],
  kind: 'cited' | 'terms',
  ...keys: readonly string[]
): UsingPage[] => pages.filter(({ facts }) => keys.some((key) => facts[kind].includes(key)));

/** The chapters in reading order. */
export const chapterUses = async (locale: Locale): Promise<UsingPage[]> =>
  Promise.all(
    (await chaptersIn(locale)).map(async (chapter) => {
      const { remarkPluginFrontmatter } = await render(chapter);
      return {
        title: chapter.data.title,
        url: pageUrl(locale, `/chapters/${slugOf(chapter)}/`),
        facts: factsOf(remarkPluginFrontmatter),
      };
    }),
  );

/** The functions in the order of the atlas; each has its primary source among what it cites. */
export const functionUses = async (locale: Locale): Promise<UsingPage[]> =>
  Promise.all(
    atlasOrder.map(async ({ id, source }) => {
      const { remarkPluginFrontmatter } = await render(await functionText(locale, id));
      const facts = factsOf(remarkPluginFrontmatter);
      return {
        title: getActivation(id).name,
        url: pageUrl(locale, `/atlas/${id}/`),
        facts: { ...facts, cited: [source, ...facts.cited] },
      };
    }),
  );
