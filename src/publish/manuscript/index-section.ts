/** The index of the book: where the text uses each term of the glossary, and where it speaks of each function. */
import { activations } from '#activations/index.ts';
import { glossary } from '#content/files.ts';
import { messagesFor } from '#i18n/messages.ts';
import type { Locale } from '#i18n/locales.ts';
import { escape, fragment, plain } from './dom.ts';
import { placesOf, type Place } from './index-places.ts';
import type { Draft } from './sections.ts';
import type { Section } from './types.ts';

/** So often must a part of the text say a word to be found by it, unless it links to the word. */
const often = 3;
/** Of the parts that say a word often, so many that say it most: a word of every page leads nowhere. */
const most = 6;

interface Entry {
  /** What it can be looked for by; the first is its own name. */
  names: string[];
  /** Id that links to it have. */
  target: string;
  /** Where it is treated for itself. */
  home: string;
  /** Counted in the text, too: the names of some functions are words of every day. */
  counted: boolean;
}

export function indexSection(drafts: readonly Draft[], locale: Locale): Section {
  const t = messagesFor(locale);
  const places = drafts
    .filter(({ kind }) => kind === 'chapter' || kind === 'function')
    .flatMap((draft) =>
      placesOf(draft, (number, title) => t('edition.index.place', { number, title })),
    );
  const entries: Entry[] = [
    ...Object.entries(glossary(locale)).map(([key, { term, also }]) => ({
      names: [term, ...also],
      target: `glossary_${key}`,
      home: t('nav.glossary'),
      counted: true,
    })),
    ...Object.values(activations).map(({ id, name }) => ({
      names: [name],
      target: `atlas_${id}`,
      home: t('nav.atlas'),
      counted: false,
    })),
  ];
  const lines = entries.flatMap((entry) => {
    const [name, ...others] = entry.names as [string, ...string[]];
    const found = [link(entry.target, entry.home), ...leads(entry, places)];
    return [
      { name, html: found.join(', ') },
      ...others.map((other) => ({
        name: other,
        html: t('edition.index.see', {
          term: `<a class="index-place" href="#${entry.target}">${escape(name)}</a>`,
        }),
      })),
    ];
  });
  const list = lines
    .sort((a, b) => a.name.localeCompare(b.name, locale))
    .map(({ name, html }) => `<li><span class="index-term">${escape(name)}</span> ${html}</li>`);
  const title = t('edition.index.title');
  return {
    id: 'index',
    kind: 'index',
    level: 1,
    title: plain(fragment(title).textContent),
    html: `<header class="page-head"><h1>${title}</h1></header><ul class="index">${list.join('')}</ul>`,
    notes: [],
  };
}

function leads({ names, target, counted }: Entry, places: readonly Place[]): string[] {
  const word = new RegExp(`\\b(?:${names.map(quoted).join('|')})s?\\b`, 'gi');
  const found = places
    .filter(({ id }) => id !== target && !id.startsWith(`${target}_`))
    .map((place) => ({
      ...place,
      linked: place.links.has(target),
      count: counted ? [...place.text.matchAll(word)].length : 0,
    }))
    .filter(({ linked, count }) => linked || count >= often);
  const best = found.toSorted((a, b) => b.count - a.count).slice(0, most);
  return found
    .filter((place) => place.linked || best.includes(place))
    .map(({ id, label }) => link(id, label));
}

const quoted = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const link = (id: string, label: string) =>
  `<a class="index-place" href="#${id}">${escape(label)}</a>`;
