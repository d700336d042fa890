declare namespace App {
  interface Locals {
    /** Where the author's components stand: set by the page that renders them. */
    place: {
      locale: import('#i18n/locales.ts').Locale;
      slug: string;
      facts: import('#build/authoring.ts').DocumentFacts;
    };
  }
}
