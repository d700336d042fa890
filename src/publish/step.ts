/** What `npm run export` is made of: steps that read the built book and leave files for readers. */
import type { Locale } from '#i18n/locales.ts';

export interface Context {
  /** The book built for the root of a site, without downloads: an absolute path. Not to be changed. */
  readonly book: string;
  /** Where files for readers go: an absolute path. A step makes the folders that it needs below it. */
  readonly out: string;
  /** The time that everything made from this commit carries, so that two runs give the same bytes. */
  readonly date: Date;
  /** Where the book will live on the web, with a slash at its end; absent when nobody has said. */
  readonly site?: string;
}

export const kinds = ['offline', 'epub', 'pdf-a4', 'pdf-letter', 'html'] as const;

/** What a file is to a reader: the download page has a title and a sentence for each. */
type Kind = (typeof kinds)[number];

/** A file for readers. */
export interface Made {
  /** Below `Context.out`, with `/` between folders. */
  file: string;
  kind: Kind;
  /** The language of what is in it; absent when it holds the book in all of them. */
  locale?: Locale;
  /** The chapter's part of the address, when there is one chapter in it. */
  chapter?: string;
}

export interface Step {
  /** What `--only` takes, and what progress and errors are told with. */
  readonly name: string;
  /** Programs beside Node.js that it runs, for whoever reads its error: `chromium`. */
  readonly needs: readonly string[];
  /** @returns all that it made; rejects when it could not make all of it */
  run(context: Context): Promise<Made[]>;
}
