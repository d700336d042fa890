/** Puts what is known about a curve into words and numbers, the same at build and in the browser. */
import type { Curve } from './curve.ts';
import type { SetOfReals } from '#activations/sets.ts';
import type { Extremum } from '#activations/types.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';

/** Messages of the plot, without their prefix. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

const short = (value: number) =>
  Number.isFinite(value) ? formatSetting(Number(value.toPrecision(4))) : formatNumber(value);

/** `[−0.2785, ∞)`, `{0, 1}`, `(0, 1] ∪ {1.051}` */
export function describeSet(set: SetOfReals): string {
  const single = set.filter(({ lower, upper }) => lower === upper);
  if (single.length === set.length)
    return `{${single.map(({ lower }) => short(lower)).join(', ')}}`;
  return set
    .map(({ lower, upper, lowerClosed, upperClosed }) =>
      lower === upper
        ? `{${short(lower)}}`
        : `${lowerClosed ? '[' : '('}${short(lower)}, ${short(upper)}${upperClosed ? ']' : ')'}`,
    )
    .join(' ∪ ');
}

/** `1.1 at z = 2.399`, `1, approached as z → +∞` */
export function describeExtremum({ value, at, attained }: Extremum, say: Say): string {
  const place = Number.isFinite(at)
    ? say('at', { z: short(at) })
    : say(at > 0 ? 'asRight' : 'asLeft');
  return `${short(value)} ${place}${attained ? '' : `, ${say('approached')}`}`;
}

/** Term and description for each fact that a slider can move. */
export function describeFacts({ facts }: Curve, say: Say): [term: string, description: string][] {
  return [
    [say('range'), describeSet(facts.range)],
    [say('slopeMax'), describeExtremum(facts.slopeMax, say)],
    [say('slopeMin'), describeExtremum(facts.slopeMin, say)],
  ];
}

/** What a reader hears as z moves. */
export function describePoint(functions: readonly Curve[], z: number, say: Say): string {
  return functions
    .map(({ activation, f, df }) =>
      say('value', {
        z: formatNumber(z, 2),
        name: activation.name,
        f: formatNumber(f(z)),
        df: formatNumber(df(z)),
      }),
    )
    .join('; ');
}
