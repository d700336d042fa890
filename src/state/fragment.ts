/**
 * The state of one figure as a query, `z=1.2&alpha=0.1`: what differs from what its author drew. Everything
 * that comes from an address is checked: what does not fit is replaced and reported, never trusted.
 */

/** What one value of a figure's state may be. */
export type Field =
  /** Settings stand `step` apart, counted from `min`; any number between `min` and `max` is one when absent. */
  | { kind: 'number'; initial: number; min: number; max: number; step?: number }
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
type Value = number | boolean | string;
export type State = Record<string, Value>;

/** What was wrong with a part of an address, and what is used instead. */
export interface Problem {
  reason:
    | 'unknown'
    | 'notNumber'
    | 'outOfRange'
    | 'notWhole'
    | 'notOnStep'
    | 'notFlag'
    | 'notChoice'
    | 'tooLong'
    | 'unreadable'
    | 'repeated';
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
  const given = new URLSearchParams(query);
  for (const name of new Set(given.keys())) {
    const texts = given.getAll(name);
    const text = texts.at(-1)!;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const tell = (reason: Problem['reason'], value = text) =>
      problems.push({ reason, field: name, value, used: field ? write(state[name]!) : '' });
    if (!field) {
      tell('unknown');
      continue;
    }
    const { value, reason } = read(field, text);
    if (value !== undefined) state[name] = value;
    if (reason) tell(reason, reason === 'tooLong' ? `${text.slice(0, 20)}…` : text);
    if (texts.length > 1) tell('repeated');
  }
  return { state, problems };
}

/** What a text says of a field, or the nearest that is possible, with the reason where that is not the same. */
function read(field: Field, text: string): { value?: Value; reason?: Problem['reason'] } {
  switch (field.kind) {
    case 'number': {
      const value = text.trim() === '' ? NaN : Number(text);
      if (!Number.isFinite(value)) return { reason: 'notNumber' };
      const inside = Math.min(field.max, Math.max(field.min, value));
      if (inside !== value) return { value: inside, reason: 'outOfRange' };
      const used = onStep(field, value);
      if (write(used) === write(value)) return { value };
      return { value: used, reason: field.step === 1 ? 'notWhole' : 'notOnStep' };
    }
    case 'flag':
      return text === '1' || text === '0' ? { value: text === '1' } : { reason: 'notFlag' };
    case 'text':
      if (text.length > field.maxLength) return { reason: 'tooLong' };
      return field.accepts && !field.accepts(text) ? { reason: 'unreadable' } : { value: text };
    case 'choice':
      return field.options.includes(text) ? { value: text } : { reason: 'notChoice' };
  }
}

/** The nearest setting, which is where a slider with these steps stands. */
function onStep({ min, max, step }: Extract<Field, { kind: 'number' }>, value: number): number {
  if (step === undefined) return value;
  const steps = Math.min(Math.round((value - min) / step), Math.floor((max - min) / step + 1e-9));
  return Number((min + steps * step).toPrecision(12));
}
