/** What the text of a document refers to: found while its Markdown compiles, read by its page. */

/** The checks on authors collect it; the page has it in `remarkPluginFrontmatter`. */
export interface DocumentFacts {
  /** Bibliography keys in order of first citation. */
  cited: string[];
  /** Glossary keys in order of first use. */
  terms: string[];
  /** Functions that the text shows or links to. */
  functions: string[];
  /** Question keys in the order they are asked. */
  questions: string[];
}

export const emptyFacts = (): DocumentFacts => ({
  cited: [],
  terms: [],
  functions: [],
  questions: [],
});

/** The facts in what `render` gives for a document (`remarkPluginFrontmatter`). */
export const factsOf = (frontmatter: Record<string, unknown>): DocumentFacts =>
  (frontmatter['facts'] as DocumentFacts | undefined) ?? emptyFacts();
