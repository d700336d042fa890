import type { DocumentFacts } from '#content/document-facts.ts';
import type { Locale } from '#i18n/locales.ts';

declare global {
  namespace App {
    interface Locals {
      /** Where the author's components stand: set by the page that renders them. */
      place: { locale: Locale; slug: string; facts: DocumentFacts };
    }
  }
}
