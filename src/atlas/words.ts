/** What is known about a function, in words: the rows of its page and of the comparison table. */
import type { SetOfReals } from '#activations/sets.ts';
import type { Break, Extremum, Tail } from '#activations/types.ts';
import type { Curve } from '#figures/curve.ts';
import { describeExtremum, describeSet, isOnStretch, shortNumber } from '#figures/describe.ts';
import type { MessageKey, Translate } from '#i18n/messages.ts';
import { traitsOf, type Property } from './traits.ts';

/** A property of a function: what it is called, and what is so. */
export interface Row {
  term: string;
  /** What it has in common with others, in words: `bounded below`. */
  trait?: { property: Property; text: string };
  /** What is its own: `[0, ∞)`. May be empty where there is a trait. */
  text: string;
}

const numbers = (values: readonly number[]) => values.map(shortNumber).join(', ');
const clauses = (...parts: readonly string[]) => parts.filter(Boolean).join('; ');

/** The value of a property, such as `atlas.monotone.strictly`. */
export const traitText = (t: Translate, property: Property, value: string) =>
  t(`atlas.${property}.${value}` as MessageKey);

/** For where a sign cannot be raised: Unicode has no raised ∞. */
export const plain = (text: string) => text.replace('C^∞', 'smooth');

/** `ℝ`, `[0, ∞)`, `{0, 1}` */
export function setText(set: SetOfReals): string {
  const [{ lower, upper } = { lower: 0, upper: 0 }] = set;
  return lower === -Infinity && upper === Infinity ? 'ℝ' : describeSet(set);
}

/** Everything that the facts say, in the order in which a function's page says it. */
export function propertyRows(curve: Curve, t: Translate): Row[] {
  const { facts } = curve;
  const traits = traitsOf(curve.activation);
  const trait = (property: Property, text = ''): Row => ({
    term: t(`atlas.${property}`),
    trait: { property, text: traitText(t, property, traits[property]) },
    text,
  });
  return [
    trait('range', setText(facts.range)),
    ...extremumRow('atlas.min', facts.min, curve, 0, t),
    ...extremumRow('atlas.max', facts.max, curve, 0, t),
    { term: t('atlas.slopeRange'), text: setText(facts.slopeRange) },
    // Where every slope is the same there is no largest.
    ...(facts.slopeMin.value === facts.slopeMax.value
      ? []
      : [
          ...extremumRow('atlas.slopeMax', facts.slopeMax, curve, 1, t),
          ...extremumRow('atlas.slopeMin', facts.slopeMin, curve, 1, t),
        ]),
    trait('monotone'),
    trait('smoothness', breaksText(facts.breaks, t)),
    trait('zeroCentred'),
    trait('nearIdentity', nearZeroText(curve, t)),
    trait('saturation'),
    { term: t('atlas.left'), text: endText(curve, -Infinity, facts.saturation.left, t) },
    { term: t('atlas.right'), text: endText(curve, Infinity, facts.saturation.right, t) },
  ];
}

/** A smallest or largest value and where it is taken; no row for a bound at infinity. */
function extremumRow(
  key: MessageKey,
  extremum: Extremum,
  { f, df, facts, activation }: Curve,
  order: 0 | 1,
  t: Translate,
): Row[] {
  const { value, at } = extremum;
  if (!Number.isFinite(value)) return [];
  const say = (name: string, values = {}) => t(`plot.${name}` as MessageKey, values);
  const g = order === 0 ? f : df;
  const stretch = isOnStretch(g, extremum);
  const kink = order === 1 && facts.breaks.some((b) => b.at === at && b.order === 1);
  const numbersOf = { value: shortNumber(value), z: shortNumber(at) };
  const text = stretch
    ? t('plot.stretch', numbersOf)
    : kink
      ? t('atlas.extremum.kink', numbersOf)
      : describeExtremum(extremum, say);
  const again = activation.family === 'periodic' && Number.isFinite(at);
  return [{ term: t(key), text: again ? `${text}, ${t('atlas.extremum.again')}` : text }];
}

/** `kinks at z = −3, 3`, for every order of break that there is. */
function breaksText(breaks: readonly Break[], t: Translate): string {
  return (['jump', 'kink', 'curvature'] as const)
    .map((kind, order) => ({ kind, places: breaks.filter((b) => b.order === order) }))
    .filter(({ places }) => places.length > 0)
    .map(({ kind, places }) => {
      const key = kind === 'kink' && places.length === 1 ? 'kinkOne' : kind;
      return t(`atlas.breaks.${key}`, { at: numbers(places.map(({ at }) => at)) });
    })
    .join('; ');
}

/** The line that stands in for f near 0 where it is not z itself; empty where there is no such line. */
function nearZeroText({ f, df, facts }: Curve, t: Translate): string {
  const kink = facts.breaks.some(({ at, order }) => at === 0 && order < 2);
  if (facts.nearIdentity || kink) return '';
  const [height, slope] = [shortNumber(f(0)), `${shortNumber(df(0))}z`];
  return t('atlas.nearIdentity.instead', { line: f(0) === 0 ? slope : `${height} + ${slope}` });
}

/** What f and f′ do towards one end. */
function endText({ f, df }: Curve, end: number, tail: Tail | undefined, t: Translate): string {
  if (tail?.how === 'exactly') {
    const key = end < 0 ? 'atlas.end.exactlyLeft' : 'atlas.end.exactlyRight';
    return t(key, { to: shortNumber(tail.to), from: shortNumber(tail.from!) });
  }
  const limit = (value: number, key: MessageKey, none: MessageKey) =>
    Number.isNaN(value) ? t(none) : t(key, { to: shortNumber(value) });
  return clauses(
    limit(f(end), 'atlas.end.limit', 'atlas.end.noLimit'),
    tail ? t(`atlas.end.${tail.how}`) : limit(df(end), 'atlas.end.slope', 'atlas.end.noSlope'),
  );
}

/** The sides on which it saturates, as a key: `left`, `right`, `both`, `no`. */
export const saturationSides = ({ facts: { saturation } }: Curve) =>
  saturation.left ? (saturation.right ? 'both' : 'left') : saturation.right ? 'right' : 'no';

/** Kinks that a picture from `from` to `to` does not show; empty when it shows all. */
export const breaksBeyond = ({ facts }: Curve, [from, to]: readonly [number, number]): string =>
  numbers(facts.breaks.map(({ at }) => at).filter((at) => at < from || at > to));

/** What the reader is asked to look for in the plot, as the last part of a key: the most telling thing about the curve. */
export function questionOf({ activation, facts }: Curve) {
  const { smoothness, saturation, monotone } = traitsOf(activation);
  if (smoothness === 'discontinuous') return 'jump';
  if (activation.family === 'periodic') return 'periodic';
  if (monotone === 'no') return 'dip';
  if (saturation === 'both') return 'both';
  if (smoothness === 'c0') return 'kink';
  if (saturation === 'one') return 'one';
  const straight = facts.slopeMin.value === facts.slopeMax.value;
  return straight ? 'line' : 'general';
}
