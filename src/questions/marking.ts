/** Marks an answer. Pure: the page, a worksheet key and a report all mark alike. */

export type Outcome = 'right' | 'wrong' | 'unreadable';

/** How an answer did, and which of the author's texts it is told. */
export interface Mark {
  /** `unreadable`: nothing is marked, the reader is told what is missing. */
  outcome: Outcome;
  feedback?: string;
  /** For answers of several parts: which of them are right. */
  parts?: readonly boolean[];
}

const withFeedback = (outcome: Outcome, feedback: string | undefined): Mark => ({
  outcome,
  ...(feedback !== undefined && { feedback }),
});

export interface NumericKey {
  answer: number;
  tolerance: number;
  mistakes: readonly { answer: number; feedback: string }[];
}

/**
 * Reads what a person may type for a number: `0.5`, `0,5`, `−3`, `1e-3`, `3/4`.
 * @returns NaN for anything else, the empty text included.
 */
export function readNumber(text: string): number {
  const plain = text.trim().replace(/[−–]/g, '-').replace(',', '.');
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
  const [numerator, denominator, ...rest] = plain.split('/').map((part) => part.trim());
  if (rest.length > 0 || !number.test(numerator ?? '')) return NaN;
  if (denominator === undefined) return Number(numerator);
  return number.test(denominator) && Number(denominator) !== 0
    ? Number(numerator) / Number(denominator)
    : NaN;
}

/** Whether two numbers are the same to a reader; rounding of binary fractions is forgiven. */
export const isNear = (given: number, target: number, tolerance: number): boolean =>
  Math.abs(given - target) <= tolerance + 1e-12 * Math.abs(target);

/** Right within the tolerance; a foreseen mistake within the same tolerance gets its own feedback. */
export function markNumeric(text: string, { answer, tolerance, mistakes }: NumericKey): Mark {
  const given = readNumber(text);
  if (Number.isNaN(given)) return { outcome: 'unreadable' };
  if (isNear(given, answer, tolerance)) return { outcome: 'right' };
  const mistake = mistakes.find((m) => isNear(given, m.answer, tolerance));
  return withFeedback('wrong', mistake?.feedback);
}

export interface ChoiceKey {
  options: readonly { correct: boolean; feedback: string }[];
}

/** @param chosen index of the option; absent when none is chosen */
export function markChoice(chosen: number | undefined, { options }: ChoiceKey): Mark {
  const option = options[chosen ?? -1];
  if (!option) return { outcome: 'unreadable' };
  return { outcome: option.correct ? 'right' : 'wrong', feedback: option.feedback };
}

export interface MatchKey {
  /** For each row, the index of what it goes with, and the feedback for another. */
  rows: readonly { goesWith: number; feedback: string }[];
  /** Feedback for what belongs to no row, by its index. */
  others: Readonly<Record<number, string>>;
}

/** @param chosen for each row an index, or undefined where nothing is chosen yet */
export function markMatch(
  chosen: readonly (number | undefined)[],
  { rows, others }: MatchKey,
): Mark {
  if (rows.some((_, i) => chosen[i] === undefined)) return { outcome: 'unreadable' };
  const parts = rows.map(({ goesWith }, i) => chosen[i] === goesWith);
  const wrong = parts.indexOf(false);
  if (wrong < 0) return { outcome: 'right', parts };
  return { outcome: 'wrong', parts, feedback: others[chosen[wrong]!] ?? rows[wrong]!.feedback };
}

export interface PointKey {
  accept: readonly (readonly [from: number, to: number])[];
  mistakes: readonly { at: readonly [from: number, to: number]; feedback: string }[];
  otherwise: string;
}

export function markPoint(z: number, { accept, mistakes, otherwise }: PointKey): Mark {
  // A slider's steps are decimal fractions: 0.30000000000000004 is 0.3.
  const inside = ([from, to]: readonly [number, number]) => z >= from - 1e-9 && z <= to + 1e-9;
  if (accept.some(inside)) return { outcome: 'right' };
  return {
    outcome: 'wrong',
    feedback: mistakes.find(({ at }) => inside(at))?.feedback ?? otherwise,
  };
}

export interface OrderKey {
  /** The steps in their right order; steps of the same rank may change places. */
  steps: readonly { rank: number; feedback: string }[];
}

/** The ranks of steps of which some may change places with the one before. */
export const ranks = (steps: readonly { free: boolean }[]): number[] => {
  let rank = -1;
  return steps.map(({ free }, i) => (free && i > 0 ? rank : ++rank));
};

/**
 * @param given indices of the steps, in the reader's order
 * @returns in `parts`, which places hold a step that belongs there
 */
export function markOrder(given: readonly number[], { steps }: OrderKey): Mark {
  const sorted = steps.map(({ rank }) => rank);
  const parts = given.map((step, place) => steps[step]!.rank === sorted[place]);
  const wrong = parts.indexOf(false);
  if (wrong < 0) return { outcome: 'right', parts };
  return { outcome: 'wrong', parts, feedback: steps[given[wrong]!]!.feedback };
}

export interface RunKey {
  /** The recorded number in the unit that is read: percent, a count, a value. */
  recorded: number;
  options?: readonly { from: number; to: number; feedback: string }[];
  tolerance?: number;
  low?: string;
  high?: string;
}

/** @param given the number that was typed, or the index of the option that was chosen, as text */
export function markRun(given: string, key: RunKey): Mark {
  if (key.options) {
    const option = given === '' ? undefined : key.options[Number(given)];
    if (!option) return { outcome: 'unreadable' };
    const holds = key.recorded >= option.from && key.recorded <= option.to;
    return { outcome: holds ? 'right' : 'wrong', feedback: option.feedback };
  }
  const number = readNumber(given.replace(/\s*%\s*$/, ''));
  if (Number.isNaN(number)) return { outcome: 'unreadable' };
  if (isNear(number, key.recorded, key.tolerance ?? 0)) return { outcome: 'right' };
  return withFeedback('wrong', number < key.recorded ? key.low : key.high);
}
