/** What was found, in groups by kind, the group of the best place first; and what it came to, in words. */
import { beginning, excerpt, mark, type Piece } from '#search/excerpt.ts';
import type { Engine } from '#search/engine.ts';
import type { Hit, Kind } from '#search/types.ts';
import { fill } from '#i18n/fill.ts';
import { pageAddress } from '../figure/page-address.ts';

/** The messages of the search, by key. */
export type Words = Readonly<Record<string, string>>;

/** Places shown of a kind before the reader asks for all. */
const shownFirst = 5;
/** Names offered to a reader who found nothing. */
const offered = 5;
/** How long the reader must have stopped typing before the count is spoken. */
const pause = 700;

export class ResultsView {
  readonly element = make('div', 'search-results');
  readonly #status: HTMLElement;
  readonly #words: Words;
  readonly #home: URL;
  #open = new Set<Kind>();
  #query = '';
  #state: 'loading' | 'complete' | 'partial' = 'loading';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param home the folder of the language, which links are relative to */
  constructor(dialog: HTMLDialogElement, words: Words, home: URL) {
    this.#status = dialog.querySelector('[role=status]')!;
    this.#words = words;
    this.#home = home;
    this.element.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    });
  }

  /** The link of the best place. */
  first(): HTMLAnchorElement | null {
    return this.element.querySelector('a');
  }

  /** @param whole every part of the index has come */
  complete(whole: boolean): void {
    this.#state = whole ? 'complete' : 'partial';
  }

  show(query: string, engine: Engine): void {
    const asked = query.trim();
    if (asked !== this.#query) this.#open.clear();
    this.#query = asked;
    const { hits, matched } = engine.search(asked);
    const again = () => this.show(query, engine);
    const nearest = asked && matched === 'none' ? engine.nearest(asked, offered) : [];
    this.#keepingFocus(() => {
      this.element.replaceChildren(
        ...this.#groups(hits, again),
        ...(asked && hits.length === 0 && this.#state !== 'loading' ? this.#instead(nearest) : []),
        ...(asked ? [] : [make('p', '', this.#words['search.hint']!)]),
      );
    });
    this.#say(asked ? this.#outcome(asked, hits.length, matched) : '');
  }

  #outcome(query: string, count: number, matched: 'all' | 'some' | 'none'): string {
    const words = this.#words;
    if (this.#state === 'partial') return words['search.failed']!;
    if (matched === 'some') return fill(words['search.some']!, { count });
    if (matched === 'all') {
      return fill(words[count === 1 ? 'search.count.one' : 'search.count.many']!, { count });
    }
    if (this.#state === 'loading') return words['search.loading']!;
    return fill(words['search.none']!, { query });
  }

  /** Said when the reader pauses, not at every letter. */
  #say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#status.textContent !== text) this.#status.textContent = text;
    }, pause);
  }

  #groups(hits: readonly Hit[], again: () => void): HTMLElement[] {
    const groups = new Map<Kind, Hit[]>();
    for (const hit of hits) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit]);
    return [...groups].map(([kind, all]) => {
      const shown = this.#open.has(kind) ? all : all.slice(0, shownFirst);
      const group = this.#group(this.#words[`search.kind.${kind}`]!, shown);
      const rest = all.length - shown.length;
      if (rest > 0) {
        const more = make('button', '', fill(this.#words['search.more']!, { count: rest }));
        more.type = 'button';
        more.addEventListener('click', () => {
          this.#open.add(kind);
          again();
          // On to the first of those that have just come.
          const group = this.element.querySelectorAll('section')[[...groups.keys()].indexOf(kind)]!;
          group.querySelectorAll('a')[shownFirst]!.focus();
        });
        group.append(more);
      }
      return group;
    });
  }

  #group(title: string, hits: readonly Hit[]): HTMLElement {
    const section = make('section');
    const list = make('ul');
    list.append(...hits.map((hit) => this.#place(hit)));
    section.append(make('h2', '', title), list);
    return section;
  }

  #place({ url, title, where, names, text, named, terms }: Hit): HTMLElement {
    const item = make('li');
    const link = this.#link(url);
    link.append(...draw(mark(title, terms)));
    item.append(link);
    const known = mark(names.join(', '), terms);
    if (known.some(({ marked }) => marked)) item.append(make('p', 'search-names', ...draw(known)));
    if (where) item.append(make('p', 'search-where', where));
    // Of what was asked for by name, what it is; of other places, why they were found.
    const shown = named ? beginning(text, terms) : excerpt(text, terms);
    if (text) item.append(make('p', '', ...draw(shown)));
    return item;
  }

  /** For a reader who found nothing: names that are spelt alike, and the lists of what there is. */
  #instead(nearest: readonly Hit[]): HTMLElement[] {
    const words = this.#words;
    const elsewhere = make('p', 'search-elsewhere', `${words['search.elsewhere']} `);
    for (const [url, key] of [
      ['', 'nav.contents'],
      ['atlas/', 'nav.atlas'],
      ['glossary/', 'nav.glossary'],
    ] as const) {
      const link = this.#link(url);
      link.append(words[key]!);
      elsewhere.append(link, ' ');
    }
    const near = nearest.length ? [this.#group(words['search.nearest']!, nearest)] : [];
    return [...near, elsewhere];
  }

  #link(url: string): HTMLAnchorElement {
    const link = make('a');
    link.href = pageAddress(url, this.#home).href;
    return link;
  }

  /** The index comes in parts: a reader who is already among the places stays where they are. */
  #keepingFocus(change: () => void): void {
    const focused = document.activeElement;
    const href = this.element.contains(focused) && (focused as HTMLAnchorElement).href;
    change();
    if (!href) return;
    const same = [...this.element.querySelectorAll('a')].find((link) => link.href === href);
    same?.focus();
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  ...content: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

const draw = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? make('mark', '', text) : text));
