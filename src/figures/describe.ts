/** Puts what is known about a curve into words and numbers, the same at build and in the browser. */
import { hasSlope, type Curve } from './curve.ts';
import type { SetOfReals } from '#activations/sets.ts';
import type { Extremum } from '#activations/types.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';

/** Messages of the plot, without their prefix. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Four significant digits, ∞ for infinity. */
export const shortNumber = (value: number) =>
  Number.isFinite(value) ? formatSetting(Number(value.toPrecision(4))) : formatNumber(value);

/** `[−0.2785, ∞)`, `{0, 1}`, `(0, 1] ∪ {1.051}` */
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

/** `1.1 at z = 2.399`, `1, approached as z → +∞` */
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

/** f′(z) for a read-out; at a kink the value that a program answers, and that it is one. */
export const describeSlope = (curve: Curve, z: number, say: Say): string =>
  hasSlope(curve, z)
    ? formatNumber(curve.df(z))
    : say('kink', { df: formatNumber(curve.df(z), 0) });

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
