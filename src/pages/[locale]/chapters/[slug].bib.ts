import type { APIRoute } from 'astro';
import { render } from 'astro:content';
import { bibliographyToBibtex } from '#bibliography/bibtex.ts';
import { loadReferences } from '#bibliography/load.ts';
import { factsOf } from '#content/document-facts.ts';
import { chaptersIn, slugOf } from '#content/entries.ts';
import { locales } from '#i18n/locales.ts';

export async function getStaticPaths() {
  const paths = locales.map(async (locale) =>
    Promise.all(
      (await chaptersIn(locale)).map(async (chapter) => {
        const { remarkPluginFrontmatter } = await render(chapter);
        const facts = factsOf(remarkPluginFrontmatter);
        return { params: { locale, slug: slugOf(chapter) }, props: { cited: facts.cited } };
      }),
    ),
  );
  return (await Promise.all(paths)).flat();
}

/** The references of one chapter. */
export const GET: APIRoute<{ cited: string[] }> = ({ props }) => {
  const references = loadReferences();
  const cited = Object.fromEntries(props.cited.map((key) => [key, references[key]!]));
  return new Response(bibliographyToBibtex(cited), {
    headers: { 'Content-Type': 'application/x-bibtex' },
  });
};
