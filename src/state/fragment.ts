/**
 * The state of figures in the part of the address after `#`, as `#v1/figure-id?z=1.2&alpha=0.1/other?…`.
 * A version, then one segment for each figure that differs from what its author drew. Everything
 * that comes from an address is checked: what does not fit is replaced and reported, never trusted.
 */

export const version = 'v1';

/** What one value of a figure's state may be. */
export type Field =
  | { kind: 'number'; initial: number; min: number; max: number }
  | { kind: 'flag'; initial: boolean }
  | { kind: 'choice'; initial: string; options: readonly string[] }
  /** `accepts` says whether a text of at most `maxLength` characters can be used; any can when absent. */
  | {
      kind: 'text';
      initial: string;
      maxLength: number;
      accepts?: (text: string) => boolean;
    };

export type Fields = Readonly<Record<string, Field>>;
export type Value = number | boolean | string;
export type State = Record<string, Value>;

/** What was wrong with a part of an address, and what is used instead. */
export interface Problem {
  reason:
    'version' | 'unknown' | 'notNumber' | 'outOfRange' | 'notChoice' | 'tooLong' | 'unreadable';
  field: string;
  value: string;
  used: string;
}

export const initialState = (fields: Fields): State =>
  Object.fromEntries(Object.entries(fields).map(([name, { initial }]) => [name, initial]));

/** Numbers to six significant digits: enough to reopen a figure, short enough to send. */
const write = (value: Value): string =>
  typeof value === 'number'
    ? String(Number(value.toPrecision(6)))
    : typeof value === 'boolean'
      ? value
        ? '1'
        : '0'
      : value;

/** The values that differ from the initial ones, as a query; empty when nothing does. */
export function encodeState(fields: Fields, state: State): string {
  const query = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    const value = state[name];
    if (value !== undefined && write(value) !== write(field.initial)) query.set(name, write(value));
  }
  return query.toString();
}

/** Reads a query back. Always a complete state, with the problems met on the way. */
export function decodeState(fields: Fields, query: string): { state: State; problems: Problem[] } {
  const state = initialState(fields);
  const problems: Problem[] = [];
  for (const [name, text] of new URLSearchParams(query)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const problem = (reason: Problem['reason'], used: Value | '' = field?.initial ?? '') =>
      problems.push({ reason, field: name, value: text, used: write(used) });
    if (!field) {
      problem('unknown');
    } else if (field.kind === 'number') {
      const value = text.trim() === '' ? NaN : Number(text);
      const used = Math.min(field.max, Math.max(field.min, value));
      if (Number.isFinite(value)) state[name] = used;
      if (!Number.isFinite(value)) problem('notNumber');
      else if (used !== value) problem('outOfRange', used);
    } else if (field.kind === 'flag') {
      if (text === '1' || text === '0') state[name] = text === '1';
      else problem('notChoice');
    } else if (field.kind === 'text') {
      if (text.length > field.maxLength) {
        problems.push({
          reason: 'tooLong',
          field: name,
          value: `${text.slice(0, 20)}…`,
          used: field.initial,
        });
      } else if (field.accepts && !field.accepts(text)) problem('unreadable');
      else state[name] = text;
    } else if (field.options.includes(text)) {
      state[name] = text;
    } else {
      problem('notChoice');
    }
  }
  return { state, problems };
}

/** Splits a fragment into figure id -> query. `null` for an ordinary anchor such as `#summary`. */
export function parseFragment(
  hash: string,
): { figures: Map<string, string>; problems: Problem[] } | null {
  const [head = '', ...segments] = hash.replace(/^#/, '').split('/');
  if (!/^v\d+$/.test(head)) return null;
  const figures = new Map<string, string>();
  if (head !== version) {
    return { figures, problems: [{ reason: 'version', field: '', value: head, used: version }] };
  }
  for (const segment of segments.filter(Boolean)) {
    const [id = '', query = ''] = segment.split('?', 2);
    figures.set(id, query);
  }
  return { figures, problems: [] };
}

/** Figure states -> fragment, `#` included; empty when every figure is as its author drew it. */
export function buildFragment(figures: ReadonlyMap<string, string>): string {
  const segments = [...figures].map(([id, query]) =>
    query ? `${id}?${query.replaceAll('/', '%2F')}` : id,
  );
  return segments.length > 0 ? `#${[version, ...segments].join('/')}` : '';
}
