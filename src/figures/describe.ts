/** Puts what is known about a curve into words and numbers, the same at build and in the browser. */
import { breakOrder, type Curve } from './curve.ts';
import type { SetOfReals } from '#activations/sets.ts';
import type { Extremum } from '#activations/types.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';

/** Messages of the plot, without their prefix. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/**
 * Four significant digits, ∞ for infinity. What is rounded keeps its last zeros, `1.100`: it is not mistaken for
 * what is exact, `1.1`.
 */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  const digits = value.toPrecision(4);
  const exact = Math.abs(value - Number(digits)) <= 1e-12 * Math.abs(value);
  return exact || digits.includes('e') ? formatSetting(Number(digits)) : digits.replace('-', '−');
}

/** `[−0.1700, ∞)`, `{0, 1}`, `(0, 1] ∪ {1.051}` */
export function describeSet(set: SetOfReals): string {
  const single = set.filter(({ lower, upper }) => lower === upper);
  if (single.length === set.length)
    return `{${single.map(({ lower }) => shortNumber(lower)).join(', ')}}`;
  return set
    .map(({ lower, upper, lowerClosed, upperClosed }) =>
      lower === upper
        ? `{${shortNumber(lower)}}`
        : `${lowerClosed ? '[' : '('}${shortNumber(lower)}, ${shortNumber(upper)}${upperClosed ? ']' : ')'}`,
    )
    .join(' ∪ ');
}

/** `1.100 at z = 2.399`, `1, approached as z → +∞` */
export function describeExtremum({ value, at, attained }: Extremum, say: Say): string {
  const place = Number.isFinite(at)
    ? say('at', { z: shortNumber(at) })
    : say(at > 0 ? 'asRight' : 'asLeft');
  return `${shortNumber(value)} ${place}${attained ? '' : `, ${say('approached')}`}`;
}

/** Whether g keeps its extreme value on a whole stretch, so that no single place can be named. */
export function isOnStretch(g: (z: number) => number, { value, at }: Extremum): boolean {
  // A step to the side tells a stretch from a point: nothing curved repeats a value to the last digit.
  return Number.isFinite(at) && [at - 1e-3, at + 1e-3].some((z) => g(z) === value);
}

/** Term and description for each fact that a slider can move. */
export function describeFacts(
  { df, facts }: Curve,
  say: Say,
): [term: string, description: string][] {
  const slope = (extremum: Extremum) =>
    isOnStretch(df, extremum)
      ? say('stretch', { value: shortNumber(extremum.value) })
      : describeExtremum(extremum, say);
  return [
    [say('range'), describeSet(facts.range)],
    [say('slopeMax'), slope(facts.slopeMax)],
    [say('slopeMin'), slope(facts.slopeMin)],
  ];
}

/** f′(z) for a read-out; at a jump or a kink why there is none. */
export const describeSlope = (curve: Curve, z: number, say: Say): string =>
  describeBreak(curve, z, say) ?? formatNumber(curve.df(z));

/** That there is a jump or a kink, and the value that a program answers there. */
export function describeBreak(curve: Curve, z: number, say: Say): string | undefined {
  const order = breakOrder(curve, z);
  const df = curve.df(z);
  if (order === undefined || !Number.isFinite(df)) return undefined;
  return say(order === 0 ? 'jump' : 'kink', { df: shortNumber(df) });
}

/** What a reader hears as z moves. */
export const describePoint = (functions: readonly Curve[], z: number, say: Say): string =>
  functions
    .map((curve) =>
      say('value', {
        z: formatNumber(z, 2),
        name: curve.activation.name,
        f: formatNumber(curve.f(z)),
        df: describeSlope(curve, z, say),
      }),
    )
    .join('; ');
