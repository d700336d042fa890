/** The contents of the book for reading systems, and a page of contents for readers. */
import { escape } from '#publish/manuscript/dom.ts';
import type { Manuscript, Section } from '#publish/manuscript/index.ts';
import type { Translate } from '#i18n/messages.ts';
import { headingsOf } from './content.ts';

interface Item {
  href: string;
  text: string;
  items: Item[];
}

/** @param folder where the content documents are, from the page of contents */
export function navigation({ sections }: Manuscript, folder: string, t: Translate): string {
  const file = (id: string) => `${folder}${id}.xhtml`;
  const items: Item[] = [];
  for (const section of sections) {
    const item = {
      href: file(section.id),
      text: titleIn(section, t),
      items: partsOf(section, file),
    };
    if (section.level === 1) items.push(item);
    else items.at(-1)!.items.push(item);
  }
  const first = sections.find(({ kind }) => kind === 'chapter')!;
  const landmarks = [
    ['cover', 'cover.xhtml', t('edition.cover')],
    ['toc', 'nav.xhtml#toc', t('nav.contents')],
    ['bodymatter', file(first.id), first.title],
    ...(['glossary', 'bibliography', 'index'] as const).map((kind) => {
      const section = sections.find((one) => one.kind === kind)!;
      return [kind, file(section.id), section.title] as const;
    }),
  ] as const;
  return (
    `<nav id="toc" epub:type="toc" role="doc-toc"><h1>${t('nav.contents')}</h1>${list(items)}</nav>` +
    `<nav id="landmarks" epub:type="landmarks" hidden="hidden"><h2>${t('edition.landmarks')}</h2><ol>` +
    landmarks
      .map(
        ([type, href, text]) =>
          `<li><a epub:type="${type}" href="${href}">${escape(text)}</a></li>`,
      )
      .join('') +
    `</ol></nav>`
  );
}

const titleIn = ({ number, title }: Section, t: Translate) =>
  number === undefined ? title : t('edition.index.place', { number, title });

/** The parts of a chapter; other sections are found by their titles alone. */
const partsOf = ({ kind, html }: Section, file: (id: string) => string): Item[] =>
  kind === 'chapter'
    ? headingsOf(html).map(({ id, text }) => ({
        href: `${file(id.slice(0, id.indexOf('_')))}#${id}`,
        text,
        items: [],
      }))
    : [];

const list = (items: readonly Item[]): string =>
  `<ol>${items
    .map(
      ({ href, text, items: inner }) =>
        `<li><a href="${href}">${escape(text)}</a>${inner.length > 0 ? list(inner) : ''}</li>`,
    )
    .join('')}</ol>`;
