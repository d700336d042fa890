/** The pages of the site, each as a section of the book; still in one piece with its notes. */
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { messagesFor, type Translate } from '#i18n/messages.ts';
import { clean } from './clean.ts';
import { escape, fragment, plain, unwrap } from './dom.ts';
import { printFigures } from './figures.ts';
import { claimIds } from './links.ts';
import { paint } from './paint.ts';
import { pageFile, planOf, type Planned } from './plan.ts';
import { printQuestions } from './questions.ts';
import { drawStills } from './stills.ts';
import { strip } from './strip.ts';
import type { Options, Section } from './types.ts';

/** A section in the making. */
export interface Draft extends Pick<
  Section,
  'id' | 'kind' | 'level' | 'number' | 'chapter' | 'title'
> {
  /** Address of the page that its links were written on. */
  from: string;
  root: Element;
}

/** All sections but the index, which is made from them. */
export function draftSections(options: Options): Draft[] {
  const t = messagesFor(options.locale);
  const answers: Draft[] = [];
  const drafts = planOf(options.book, options.locale).map((planned) => {
    const from = `/${options.locale}${planned.path}`;
    const root = mainOf(
      readFileSync(pageFile(options.book, options.locale, planned.path), 'utf8'),
      from,
    );
    paint(root);
    const answered = planned.chapter ? printQuestions(root, planned.chapter, options.locale) : '';
    clean(root, options.chart);
    drawStills(root);
    printFigures(root, options.site && new URL(from.slice(1), options.site).href, t);
    trim(root, planned, t);
    strip(root);
    claimIds(root, planned.id);
    const title = titleOf(root, from);
    const draft: Draft = { ...planned, title, from, root };
    if (answered) answers.push(answersOf(draft, answered));
    return draft;
  });
  return [...drafts, ...(answers.length > 0 ? [answersFront(t, options), ...answers] : [])];
}

function mainOf(html: string, from: string): Element {
  const { document } = parseHTML(html);
  const main = document.querySelector('main');
  if (!main) throw new Error(`${from} has no <main>.`);
  return main;
}

function titleOf(root: Element, from: string): string {
  const title = root.querySelector('h1');
  if (!title) throw new Error(`${from} has no <h1>.`);
  return plain(title.textContent);
}

/** What holds on the site only, by the kind of page. */
function trim(root: Element, { kind }: Planned, t: Translate): void {
  for (const wrapper of root.querySelectorAll(
    '.column, .prose, .cover-body, .atlas, .claims-filter, .atlas-filter',
  ))
    unwrap(wrapper);
  if (kind === 'chapter') {
    const time = [...root.querySelectorAll('.chapter-facts dt')].find(
      (term) => term.textContent === t('chapter.time'),
    );
    time?.nextElementSibling?.remove();
    time?.remove();
  }
  if (kind === 'cover') {
    const about = fragment(
      ['edition.stills', 'edition.answers']
        .map((key) => `<p>${escape(t(key as 'edition.stills'))}</p>`)
        .join(''),
    );
    root.append(...about.childNodes);
  }
}

const answersOf = ({ chapter, title, number, from }: Draft, html: string): Draft => ({
  id: `answers_${chapter}`,
  kind: 'answers',
  level: 2,
  number,
  chapter,
  title,
  from,
  root: fragment(
    `<header class="page-head"><h1><a href="#${chapter}">${escape(title)}</a></h1></header>${html}`,
  ),
});

const answersFront = (t: Translate, { locale }: Options): Draft => ({
  id: 'answers',
  kind: 'answers',
  level: 1,
  title: t('edition.answers.title'),
  from: `/${locale}/`,
  root: fragment(
    `<header class="page-head"><h1>${t('edition.answers.title')}</h1><p class="lede">${t('edition.answers.lede')}</p></header>`,
  ),
});
