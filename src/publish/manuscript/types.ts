/** The book as a static, linear document: what an EPUB, a PDF or any other printed form is made from. */
import type { Locale } from '#i18n/locales.ts';

export interface Manuscript {
  locale: Locale;
  title: string;
  subtitle: string;
  /** As CITATION.cff names them. */
  authors: string[];
  description: string;
  version: string;
  keywords: string[];
  licence: { name: string; url: string };
  /** The address of the live book, with a slash at its end; absent when nobody said where it lives. */
  site?: string;
  /** In reading order. */
  sections: Section[];
}

export type SectionKind =
  | 'cover'
  | 'page'
  | 'chapter'
  | 'claims'
  | 'atlas'
  | 'function'
  | 'glossary'
  | 'bibliography'
  | 'answers'
  | 'index';

export interface Section {
  /** Unique, and fit for a file name. It is also the target of links to the whole section. */
  id: string;
  kind: SectionKind;
  /** 2 belongs to the last section of level 1 before it. */
  level: 1 | 2;
  /** Of a chapter. */
  number?: number;
  /** Of a chapter and of its answers: its part of the address. */
  chapter?: string;
  /** Plain text. */
  title: string;
  /** A fragment that begins with its header. Ids and links hold in the whole book. */
  html: string;
  /** In the order in which the text refers to them; they are not in `html`. */
  notes: Note[];
}

export interface Note {
  id: string;
  /** Id of the link that refers to it. */
  ref: string;
  /** A hint belongs to a question; all others stand in the margin of the site. */
  kind: 'margin' | 'hint';
  /** What the link says: `1`, `Hint 1`. */
  label: string;
  html: string;
}

export interface Options {
  /** The folder of the built book. */
  book: string;
  locale: Locale;
  site?: string;
  /** Which of the two drawings of a chart is kept: for a column of some 640 px, or of 360 px. */
  chart: 'wide' | 'narrow';
}
