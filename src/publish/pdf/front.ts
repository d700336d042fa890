/** What stands before the text: the title page, and what a librarian asks. */
import { escape, fragment } from '#publish/manuscript/dom.ts';
import type { Manuscript, Section } from '#publish/manuscript/index.ts';
import type { Translate } from '#i18n/messages.ts';

/** Of the whole book, with the picture of its cover; of an excerpt, the chapter under the title of the book. */
export function titlePage(book: Manuscript, cover: Section | undefined, t: Translate): string {
  const authors = `<p class="title-authors">${book.authors.map(escape).join(', ')}</p>`;
  if (cover) {
    const art = fragment(cover.html).querySelector('.cover-art')!;
    return (
      `<section class="title-page"><h1>${escape(book.title)}</h1>` +
      `<p class="title-lede">${escape(book.subtitle)}</p>${art.outerHTML}${authors}</section>`
    );
  }
  const { number, title } = book.sections[0]!;
  return (
    `<section class="title-page title-excerpt"><p class="title-lede">${escape(book.title)}</p>` +
    `<h1><span class="title-number">${t('chapter.number', { number: number! })}</span> ${escape(title)}</h1>` +
    `${authors}</section>`
  );
}

/** Edition, address, how to cite, licence, and what is different on paper. */
export function imprint(book: Manuscript, date: Date, t: Translate): string {
  const year = date.getUTCFullYear();
  const day = new Intl.DateTimeFormat(book.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  );
  const { licence, site } = book;
  const link = (url: string) => `<a href="${escape(url)}">${escape(url)}</a>`;
  const facts: [string, string][] = [
    [t('edition.pdf.edition'), t('edition.pdf.version', { version: book.version, date: day })],
    ...(site === undefined ? [] : [[t('edition.pdf.live'), link(site)] as [string, string]]),
    [
      t('edition.pdf.cite'),
      `${book.authors.map(escape).join(', ')} (${year}). <em>${escape(book.title)}</em>. ` +
        t('edition.pdf.version', { version: book.version, date: day }) +
        (site === undefined ? '' : `. ${link(site)}`),
    ],
    [
      t('edition.pdf.licence'),
      t('edition.pdf.licence.text', { name: licence.name }) + `<br>${link(licence.url)}`,
    ],
    [t('edition.pdf.fonts'), t('edition.pdf.fonts.text')],
  ];
  return (
    `<section class="imprint"><p>${t('edition.stills')}</p><p>${t('edition.answers')}</p>` +
    `<dl>${facts.map(([name, text]) => `<dt>${name}</dt><dd>${text}</dd>`).join('')}</dl></section>`
  );
}
