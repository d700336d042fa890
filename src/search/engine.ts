/**
 * Finds records by words. Three tries, each more lenient than the one before: all words, the last letters
 * may be missing; all words, misspelt; some of the words. Names and titles count far more than text.
 */
import MiniSearch, { type QueryCombination, type SearchOptions } from 'minisearch';
import { queryWords, tokenize, type QueryWord } from './tokens.ts';
import type { Hit, Kind, SearchRecord } from './types.ts';

/** What a search came to. */
interface Finding {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** `all`: every word of the query was found. `some`: no place has all of them. */
  readonly matched: 'all' | 'some' | 'none';
}

export interface Engine {
  /** Adds what has arrived. */
  add(kind: Kind, records: readonly SearchRecord[]): void;
  search(query: string): Finding;
  /** Places whose names are spelt most like the query, for a reader who found nothing. */
  nearest(query: string, count: number): Hit[];
}

interface Entry extends SearchRecord {
  id: number;
  kind: Kind;
}

const boost = { title: 6, names: 6, where: 0.5, text: 1 };
const fields = Object.keys(boost);

/** A place that is about a thing comes before places that speak of it. */
const worth: Readonly<Record<Kind, number>> = {
  function: 1.4,
  term: 1.4,
  chapter: 1.2,
  page: 1,
  claim: 1,
  preset: 0.9,
  question: 0.7,
  source: 0.6,
};
/** The query is the whole title or a whole name; or it is how one begins. */
const exactly = 4;
const atFirst = 1.5;

/** What has a name short enough to be meant by one that is spelt like it. */
const offered: ReadonlySet<Kind> = new Set<Kind>(['function', 'term', 'chapter']);

/** Edits that a word of this length is forgiven. */
const forgiven = (term: string) =>
  /\d/.test(term) || term.length < 5 ? false : term.length < 8 ? 1 : 2;
/**
 * Whether a term may be the beginning of a word. One letter means itself: t is a variable, not the start of
 * tanh; so do two, such as He, once the reader has gone on to the next word.
 */
const begins = (last: boolean) => (term: string) =>
  term.length > (last ? 1 : 2) || /\p{Script=Han}/u.test(term);

const whole = (text: string) =>
  tokenize(text)
    .map(({ term }) => term)
    .join(' ');

export function createEngine(): Engine {
  const entries: Entry[] = [];
  const index = new MiniSearch<Entry>({
    fields,
    tokenize: (text) => tokenize(text).map(({ term }) => term),
    processTerm: (term) => term,
    extractField: (entry, field) => {
      const value = entry[field as keyof Entry];
      return Array.isArray(value) ? value.join(' ; ') : String(value);
    },
  });

  const find = (query: QueryCombination, options: SearchOptions, asked: string): Hit[] =>
    index
      .search(query, {
        boost,
        tokenize: (term) => [term],
        processTerm: (term) => term,
        weights: { prefix: 0.5, fuzzy: 0.3 },
        boostDocument: (id) => worthOf(entries[id as number]!, asked),
        ...options,
      })
      .map(({ id, score, match }) => ({
        ...entries[id as number]!,
        score,
        named: worthOf(entries[id as number]!, asked) > worth[entries[id as number]!.kind],
        terms: new Set(Object.keys(match)),
      }));

  return {
    add(kind, records) {
      const more = records.map((record, i) => ({ ...record, kind, id: entries.length + i }));
      entries.push(...more);
      index.addAll(more);
    },
    search(query) {
      const words = queryWords(query);
      if (words.length === 0) return { hits: [], matched: 'none' };
      const asked = whole(query);
      // One word alone is not looked for in the names of chapters: it would bring all their sections.
      const where = words.length > 1 ? fields : fields.filter((field) => field !== 'where');
      const all = queryOf(words, 'AND');
      const tries = [
        { query: all, options: {} },
        { query: all, options: { fuzzy: forgiven } },
        { query: queryOf(words, 'OR'), options: { fuzzy: forgiven } },
      ];
      for (const [i, { query, options }] of tries.entries()) {
        const hits = find(query, { ...options, fields: where }, asked);
        if (hits.length > 0) return { hits, matched: i < 2 ? 'all' : 'some' };
      }
      return { hits: [], matched: 'none' };
    },
    nearest(query, count) {
      const words = queryOf(queryWords(query), 'OR');
      const options = { fields: ['title', 'names'], fuzzy: 0.4, maxFuzzy: 3 };
      return find(words, options, '')
        .filter(({ kind }) => offered.has(kind))
        .slice(0, count);
    },
  };
}

/**
 * A word is any of its alternatives; an alternative is all of its terms. The parts of a compound were typed
 * to their ends: pre-activation does not ask for press.
 */
const queryOf = (words: readonly QueryWord[], combineWith: 'AND' | 'OR'): QueryCombination => ({
  combineWith,
  queries: words.map((alternatives, word) => ({
    combineWith: 'OR',
    prefix: begins(word === words.length - 1),
    queries: alternatives.map((terms, i) => ({
      combineWith: 'AND',
      queries: [...terms],
      ...(i > 0 && { prefix: false, fuzzy: false }),
    })),
  })),
});

/** What a hit is worth by its kind and by how its names fit what was asked. */
function worthOf({ kind, title, names }: SearchRecord & { kind: Kind }, asked: string): number {
  if (asked === '') return worth[kind];
  const known = [title, ...names].map(whole);
  if (known.includes(asked)) return worth[kind] * exactly;
  return worth[kind] * (known.some((name) => name.startsWith(asked)) ? atFirst : 1);
}
