/** Compares formulas by their values at many points, and not by their letters. */
import { ownFunction, type OwnFunction } from '#formula/index.ts';
import type { Mark } from './marking.ts';

export interface FormulaKey {
  /** Any right form of it. */
  answer: string;
  interval: readonly [from: number, to: number];
  /** In units of max(1, |value|). */
  tolerance: number;
  mistakes: readonly { answer: string; feedback: string }[];
}

export interface FormulaMark extends Mark {
  /** Where an unforeseen answer differs much, and what it and the right one give there. */
  difference?: { z: number; given: number; right: number };
  /** Letters of the answer given that the question does not know. */
  strangers?: readonly string[];
}

/** How many places are compared; they meet no round number, where kinks stand. */
export const places = 199;
/** Values that parameters take in turn: positive, since α and β mostly are, and on both sides of 1. */
const settings = [0.3, 1.7];

type Of = (z: number, p: Readonly<Record<string, number>>) => number;

export function* samples([from, to]: FormulaKey['interval']): Generator<number> {
  for (let i = 0; i < places; i++) yield from + ((to - from) * (i + Math.SQRT1_2)) / places;
}

const parametersAt = (names: readonly string[], turn: number) =>
  Object.fromEntries(names.map((name, i) => [name, settings[(turn + i) % settings.length]!]));

/** Whether `g` has everywhere on the interval the value of `f`; where f has none, g need not have one. */
export function agree(
  f: Of,
  g: Of,
  names: readonly string[],
  { interval, tolerance }: Pick<FormulaKey, 'interval' | 'tolerance'>,
): boolean {
  for (const turn of names.length > 0 ? [0, 1] : [0]) {
    const p = parametersAt(names, turn);
    for (const z of samples(interval)) {
      const value = f(z, p);
      if (!Number.isFinite(value)) continue;
      // Written so that a NaN of g does not agree.
      if (!(Math.abs(g(z, p) - value) <= tolerance * Math.max(1, Math.abs(value)))) return false;
    }
  }
  return true;
}

/** @throws FormulaError for a text that is no formula of z, with the place of the mistake */
export function markFormula(text: string, key: FormulaKey): FormulaMark {
  if (text.trim() === '') return { outcome: 'unreadable' };
  const given = ownFunction(text);
  const right = ownFunction(key.answer);
  const names = right.parsed.parameters;
  const strangers = given.parsed.parameters.filter((name) => !names.includes(name));
  if (strangers.length > 0) return { outcome: 'unreadable', strangers };
  if (agree(right.f, given.f, names, key)) return { outcome: 'right' };
  const mistake = key.mistakes.find(({ answer }) =>
    agree(ownFunction(answer).f, given.f, names, key),
  );
  if (mistake) return { outcome: 'wrong', feedback: mistake.feedback };
  const difference = names.length > 0 ? undefined : plainDifference(right, given, key.interval);
  return { outcome: 'wrong', ...(difference && { difference }) };
}

/** The simplest place, a multiple of ½ near 0, at which the two differ so that rounded numbers show it. */
function plainDifference(
  right: OwnFunction,
  given: OwnFunction,
  [from, to]: FormulaKey['interval'],
): FormulaMark['difference'] {
  const steps = Array.from(
    { length: 24 },
    (_, i) => (i % 2 === 0 ? 1 : -1) * (Math.floor(i / 2) + 2) * 0.5,
  );
  return steps
    .filter((z) => z >= from && z <= to)
    .map((z) => ({ z, given: given.f(z, {}), right: right.f(z, {}) }))
    .find((d) => Number.isFinite(d.right) && !(Math.abs(d.given - d.right) < 0.002));
}
