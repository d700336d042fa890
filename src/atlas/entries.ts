import { getEntry, render, type CollectionEntry } from 'astro:content';
import { factsOf } from '#content/document-facts.ts';
import { functionsDiscussed } from '#content/discussed.ts';
import { chaptersIn, slugOf } from '#content/entries.ts';
import { questions } from '#content/files.ts';
import type { Locale } from '#i18n/locales.ts';

/** The text of a function. A missing file fails the build. */
export async function functionText(
  locale: Locale,
  id: string,
): Promise<CollectionEntry<'functions'>> {
  const entry = await getEntry('functions', `${locale}/functions/${id}`);
  if (!entry) {
    throw new Error(
      `content/${locale}/functions/${id}.mdx is missing: every function of the registry has a page in the atlas.`,
    );
  }
  return entry;
}

/** The chapters that discuss each function, in reading order, by the function's id. */
export async function chaptersByFunction(
  locale: Locale,
): Promise<ReadonlyMap<string, CollectionEntry<'chapters'>[]>> {
  const found = new Map<string, CollectionEntry<'chapters'>[]>();
  for (const chapter of await chaptersIn(locale)) {
    const { remarkPluginFrontmatter } = await render(chapter);
    const facts = factsOf(remarkPluginFrontmatter);
    const asked = questions(locale)[slugOf(chapter)] ?? {};
    const discussed = functionsDiscussed({
      shown: facts.functions,
      source: chapter.body ?? '',
      questions: facts.questions.map((key) => asked[key]),
    });
    for (const id of discussed) found.set(id, [...(found.get(id) ?? []), chapter]);
  }
  return found;
}
