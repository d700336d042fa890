/** The contents of a book, or of an excerpt, with pages: sections, the parts of chapters, and sections of level 2. */
import { escape, fragment, plain } from '#publish/manuscript/dom.ts';
import type { Section } from '#publish/manuscript/index.ts';
import type { Translate } from '#i18n/messages.ts';
import { pageMark } from './references.ts';

export function contents(sections: readonly Section[], t: Translate): string {
  const groups: { section: Section; inner: Section[] }[] = [];
  for (const section of sections) {
    if (section.level === 1 || groups.length === 0) groups.push({ section, inner: [] });
    else groups.at(-1)!.inner.push(section);
  }
  const items = groups.map(({ section, inner }) => {
    const parts =
      section.kind === 'chapter'
        ? headingsOf(section.html)
        : inner.map(({ id, title }) => ({ id, text: title }));
    const kind = section.kind === 'chapter' ? 'of-chapter' : 'of-parts';
    const list = parts.map(({ id, text }) => item(id, escape(text))).join('');
    return item(section.id, titled(section), list && `<ol class="${kind}">${list}</ol>`);
  });
  return (
    `<nav id="contents" class="contents"><h1>${t('nav.contents')}</h1>` +
    `<ol class="contents-list">${items.join('')}</ol></nav>`
  );
}

const titled = ({ number, title }: Section) =>
  `${number === undefined ? '' : `<span class="contents-number">${number}</span>`}${escape(title)}`;

const leader =
  '<svg class="leader" aria-hidden="true"><line x1="100%" x2="0" y1="0.65" y2="0.65"/></svg>';

const item = (id: string, text: string, inner = '') =>
  `<li><a href="#${id}"><span class="contents-title">${text}</span>${leader}` +
  `${pageMark(id)}</a>${inner}</li>`;

/** What every chapter has for an end, beside its exercises. */
const ends = /_(summary|further-reading|claims-on-trial)$/;

const headingsOf = (html: string): { id: string; text: string }[] =>
  [...fragment(html).querySelectorAll('h2[id]')]
    .filter(({ id }) => !ends.test(id))
    .map(({ id, textContent }) => ({
      id,
      text: plain(textContent),
    }));
