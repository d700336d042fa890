/** A built page -> the records of what a reader can look for in it. */
import { isSilent, plainText } from './plain-text.ts';
import type { Kind, SearchRecord } from './types.ts';

export interface Found extends SearchRecord {
  readonly kind: Kind;
}

/** Things that are found for themselves, wherever they stand, and the parts of a page they are made of. */
interface Item {
  kind: Kind;
  selector: string;
  title: string;
  /** What stands in the title and is no part of it. */
  beside?: string;
  /** What belongs to the text of other places. */
  aside?: string;
  names?: string;
  /** What counts as its text; everything but the title when absent. */
  text?: string;
  /** Where its link leads, when that is not its own id. */
  link?: string;
  /** Only on this page; on others it is there a second time and left out. */
  page?: RegExp;
}

const items: readonly Item[] = [
  {
    kind: 'term',
    selector: '.glossary > [id]',
    title: 'dt',
    beside: 'span',
    names: 'dt > span',
    text: 'dd > span',
  },
  {
    kind: 'page',
    selector: '.notation > [id]',
    title: 'dt',
    beside: '.said',
    text: '.said, .meaning, .symbol-facts',
  },
  {
    kind: 'source',
    selector: '.references > li[id]',
    title: '.reference-title',
    aside: '.reference-uses',
    page: /^bibliography\//,
  },
  {
    kind: 'claim',
    selector: '.claim[id]',
    title: '.claim-text > :last-child',
    names: '.claim-id',
    text: '.claim-true > :not(.claim-kind)',
    page: /^claims\//,
  },
  // Hints and solutions stay folded here, too.
  {
    kind: 'question',
    selector: '.question[id]',
    title: '.question-head',
    beside: 'span',
    text: ':scope > div',
  },
  { kind: 'preset', selector: '.lab-presets li', title: 'a', text: 'p', link: 'a' },
];

/** Parts that other records have, or that repeat the page in short. */
const repeated =
  '.atlas-card, .atlas-table, .chapter-end, .chapter-map, .in-history, .event-links, .event-curves, .pager, .eyebrow, .toc';

/** Headings of what is no text of the page itself. */
const apparatus = '#references, #chapters, #code, #source';

const isFunction = (path: string) => /^atlas\/(?!own\/)[^/]+\/$/.test(path);

const kindOf = (path: string): Kind =>
  path.startsWith('chapters/') ? 'chapter' : isFunction(path) ? 'function' : 'page';

/**
 * @param path of the page in the folder of its language: `atlas/silu/`
 * @returns in the order of the page
 */
export function recordsOf(document: Document, path: string): Found[] {
  const main = document.querySelector('main');
  const heading = main?.querySelector('h1');
  if (!main || !heading) return [];
  const title = plainText(heading);
  const eyebrow = textIn(main, '.eyebrow');
  const kind = kindOf(path);
  const chapter = kind === 'chapter' && eyebrow ? `${eyebrow}: ${title}` : title;

  const whole: Draft = {
    kind,
    url: path,
    title,
    where: kind === 'page' ? '' : eyebrow,
    names: listIn(main, '.aliases'),
    text: '',
  };
  const found: Draft[] = [whole];
  let current = whole;

  const say = (text: string) => (current.text += text);
  /** @param quiet only what is found for itself counts in there */
  const walk = (element: Element, quiet: boolean) => {
    for (const child of element.childNodes) {
      if (child.nodeType !== 1) {
        if (!quiet && child.nodeType === 3) say(child.textContent ?? '');
        continue;
      }
      const part = child as Element;
      const item = items.find(({ selector }) => part.matches(selector));
      if (item) {
        if (!item.page || item.page.test(path)) found.push(draftOf(part, item, path, chapter));
      } else if (part === heading || part.matches(repeated) || part.matches('.aliases')) {
        continue;
      } else if (part.matches(headings)) {
        if (part.matches(apparatus)) current = nowhere();
        else if (kind === 'function') {
          // A function is one thing to find, whatever it is that was asked about it.
          current = whole;
          say(` ${plainText(part)}: `);
        } else {
          current = {
            kind,
            url: `${path}#${encodeURIComponent(part.id)}`,
            title: plainText(part),
            where: chapter,
            names: [],
            text: '',
          };
          found.push(current);
        }
      } else if (quiet || isSilent(part)) {
        if (part.querySelector(itemSelectors)) walk(part, true);
      } else if (part.querySelector(divides)) {
        say(' ');
        walk(part, false);
      } else {
        say(` ${plainText(part)} `);
      }
    }
  };
  walk(main, false);
  return found
    .map((draft) => ({ ...draft, text: draft.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ title, text, names }) => title && (text || names.length));
}

type Draft = { -readonly [Key in keyof Found]: Found[Key] };

/** For text that belongs to no record. */
const nowhere = (): Draft => ({ kind: 'page', url: '', title: '', where: '', names: [], text: '' });

const itemSelectors = items.map(({ selector }) => selector).join(', ');
const headings = 'h2[id], h3[id], h4[id]';
/** What has one of these inside is gone through, part by part. */
const divides = `h1, ${headings}, ${repeated}, ${itemSelectors}`;

function draftOf(element: Element, item: Item, path: string, where: string): Draft {
  const link = item.link && element.querySelector(item.link)?.getAttribute('href');
  const title = element.querySelector(item.title);
  const extra = item.names ? [...element.querySelectorAll(item.names)] : [];
  const skip = (inner: Element) => inner === title || (!!item.aside && inner.matches(item.aside));
  const parts = item.text ? [...element.querySelectorAll(item.text)] : [element];
  return {
    kind: item.kind,
    url: link ? path + link.slice(link.indexOf('#')) : `${path}#${encodeURIComponent(element.id)}`,
    title: title
      ? plainText(title, (part) => !!item.beside && part.matches(item.beside)).replace(/\.$/, '')
      : '',
    where: item.kind === 'question' ? where : '',
    names: extra.flatMap((part) => split(plainText(part))),
    text: parts.map((part) => plainText(part, skip)).join(' '),
  };
}

const textIn = (element: Element, selector: string) => {
  const part = element.querySelector(selector);
  return part ? plainText(part) : '';
};

const listIn = (element: Element, selector: string) => split(textIn(element, selector));

/** `also Swish, SiL` -> its names. The first word of the list is the language's own "also". */
const split = (list: string) =>
  list
    .replace(/^\p{Ll}+\s/u, '')
    .split(/[,、]\s*/)
    .filter(Boolean);
