/** The piece of a text that shows why it was found, with the words that were met. */
import { tokenize } from './tokens.ts';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

type Span = readonly [start: number, end: number];

/** `text` in pieces; every word that folds to one of `terms` is marked. */
export function mark(text: string, terms: ReadonlySet<string>): Piece[] {
  return cut(text, 0, text.length, spansOf(text, terms));
}

/** The first `length` characters of `text` or a little less, with the words marked. */
export function beginning(text: string, terms: ReadonlySet<string>, length = 180): Piece[] {
  return around(text, 0, length, spansOf(text, terms));
}

/**
 * About `length` characters of `text`, where the most of `terms` stand close together; the beginning
 * when none does. Whole words, with … where something is left out.
 */
export function excerpt(text: string, terms: ReadonlySet<string>, length = 180): Piece[] {
  const spans = spansOf(text, terms);
  const from = text.length <= length ? 0 : windowAt(text, spans, length);
  return around(text, from, length, spans);
}

function around(text: string, from: number, length: number, spans: readonly Span[]): Piece[] {
  const start = from === 0 ? 0 : nextWord(text, from);
  const end = start + length >= text.length ? text.length : lastWord(text, start + length, start);
  const pieces = cut(text, start, end, spans);
  if (start > 0) pieces.unshift({ text: '… ', marked: false });
  if (end < text.length) pieces.push({ text: ' …', marked: false });
  return pieces;
}

/** Where the words stand, those that touch or overlap as one. */
function spansOf(text: string, terms: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  for (const { term, start, end } of tokenize(text)) {
    if (!terms.has(term)) continue;
    const last = spans.at(-1);
    if (last && start < last[1]) spans[spans.length - 1] = [last[0], Math.max(last[1], end)];
    else spans.push([start, end]);
  }
  return spans;
}

/** The start of the window with the most different words, the earliest of equals; some text before the first. */
function windowAt(text: string, spans: readonly Span[], length: number): number {
  let best = 0;
  let most = 0;
  for (const [i, [start]] of spans.entries()) {
    const inside = spans.slice(i).filter(([, end]) => end <= start + length * 0.75);
    const different = new Set(inside.map((span) => text.slice(...span).toLowerCase())).size;
    if (different > most) [most, best] = [different, start];
  }
  return Math.max(0, Math.min(best - Math.round(length / 4), text.length - length));
}

function nextWord(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  // Text without spaces, such as Chinese, is cut anywhere.
  return space === -1 || space - at > 30 ? at : space + 1;
}

function lastWord(text: string, at: number, after: number): number {
  const space = text.lastIndexOf(' ', at);
  return space <= after || at - space > 30 ? at : space;
}

function cut(text: string, from: number, to: number, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), marked });
  };
  let at = from;
  for (const [start, end] of spans.filter(([start, end]) => start >= from && end <= to)) {
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return pieces;
}
