/** Marks an answer. Pure: the page, a worksheet key and a report all mark alike. */

export interface NumericKey {
  answer: number;
  tolerance: number;
  mistakes: readonly { answer: number; feedback: string }[];
}

export type NumericMark =
  | { outcome: 'right' }
  | { outcome: 'wrong'; feedback?: string }
  /** The text is not a number: nothing is marked, the reader is told. */
  | { outcome: 'unreadable' };

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

/** Right within the tolerance; a foreseen mistake within the same tolerance gets its own feedback. */
export function markNumeric(
  text: string,
  { answer, tolerance, mistakes }: NumericKey,
): NumericMark {
  const given = readNumber(text);
  if (Number.isNaN(given)) return { outcome: 'unreadable' };
  const near = (target: number) => Math.abs(given - target) <= tolerance + 1e-12 * Math.abs(target);
  if (near(answer)) return { outcome: 'right' };
  const mistake = mistakes.find((m) => near(m.answer));
  return { outcome: 'wrong', ...(mistake && { feedback: mistake.feedback }) };
}
