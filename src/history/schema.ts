/**
 * `content/<lang>/history.yml`: what happened, era by era and in order.
 *
 * The year of an event is that of the first work it names in `content/references.yml`, and the chapters it
 * leads to are those that cite its works: both are written down elsewhere and not said again here.
 */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9-]+$/, 'an id is lower-case words with hyphens');

const eventSchema = z.strictObject({
  /** Stable, in links: `perceptron`. */
  id,
  title: z.string().min(1),
  /** A line or two: Markdown with `$…$` mathematics. */
  text: z.string().min(1),
  /** Keys of `content/references.yml`; the first is the event itself. */
  sources: z.array(z.string()).min(1),
  /** Ids of functions that it brought, or brought back. */
  functions: z.array(z.string()).default([]),
  /** Keys of the glossary. */
  terms: z.array(z.string()).default([]),
});
export type HistoryEvent = z.infer<typeof eventSchema>;

export const historySchema = z.array(
  z.strictObject({
    id,
    title: z.string().min(1),
    /** What the time was about, in a sentence or two. */
    text: z.string().min(1),
    events: z.array(eventSchema).min(1),
  }),
);
export type History = z.infer<typeof historySchema>;

/** What the book knows besides: keys, and the years of works. */
export interface Known {
  /** `undefined` for a work without a year, or one that is not there. */
  yearOf(source: string): number | undefined;
  hasFunction(id: string): boolean;
  hasTerm(key: string): boolean;
}

export interface Problem {
  /** Where in the file. */
  path: (string | number)[];
  message: string;
}

/** Whatever in a history leads nowhere, stands twice, or comes too early. */
export function* historyProblems(history: History, known: Known): Iterable<Problem> {
  const seen = new Set<string>();
  let before = -Infinity;
  for (const [e, era] of history.entries()) {
    for (const [i, event] of [era, ...era.events].entries()) {
      const path = i === 0 ? [e] : [e, 'events', i - 1];
      if (seen.has(event.id)) yield { path, message: `the id "${event.id}" is there twice` };
      seen.add(event.id);
    }
    for (const [i, { sources, functions, terms }] of era.events.entries()) {
      const path = [e, 'events', i];
      for (const source of sources)
        if (known.yearOf(source) === undefined)
          yield { path, message: `no reference "${source}" with a year` };
      for (const name of functions)
        if (!known.hasFunction(name)) yield { path, message: `no function "${name}"` };
      for (const key of terms)
        if (!known.hasTerm(key)) yield { path, message: `no glossary entry "${key}"` };
      const year = known.yearOf(sources[0]!) ?? before;
      if (year < before) yield { path, message: `${year} stands after ${before}` };
      before = year;
    }
  }
}
