/** What search knows of the book: records, made from the built pages, and how they travel to the reader. */

/** The kinds of thing that can be found. Each has a file of its own, which arrives for itself. */
export const kinds = [
  'chapter',
  'function',
  'term',
  'claim',
  'question',
  'preset',
  'source',
  'page',
] as const;
export type Kind = (typeof kinds)[number];

/** One place of the book that a link can lead to. */
export interface SearchRecord {
  /** Relative to the folder of the language: `chapters/saturation/#depth`. */
  readonly url: string;
  /** Its heading or name, in plain text. */
  readonly title: string;
  /** What it is a part of: `Chapter 3: tanh versus sigmoid`; empty when the title says it all. */
  readonly where: string;
  /** Other names, notation, numbers that it goes by. */
  readonly names: readonly string[];
  /** Its text as a reader sees it. */
  readonly text: string;
}

/** A record found. */
export interface Hit extends SearchRecord {
  readonly kind: Kind;
  readonly score: number;
  /** Its title or one of its names begins with what was asked. */
  readonly named: boolean;
  /** The words of the record that the query met, as `fold` writes them. */
  readonly terms: ReadonlySet<string>;
}
