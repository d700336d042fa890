/** What is known about a reader's own function, in words: at build and in the browser alike. */
import { checkDerivative, type NumericFacts, type OwnFunction } from '#formula/index.ts';
import type { Interval } from '#activations/sets.ts';
import type { Curve } from '#figures/curve.ts';
import {
  describeExtremum,
  describeSet,
  isOnStretch,
  shortNumber,
  type Say,
} from '#figures/describe.ts';
import { formatNumber } from '#i18n/numbers.ts';

/** A curve of a reader's own formula. */
export interface OwnCurve extends Curve {
  activation: OwnFunction;
  facts: NumericFacts;
}

/** Longer lists of places are cut. */
const mostPlaces = 6;

function list(values: readonly number[], say: Say): string {
  const near = [...values].sort((a, b) => Math.abs(a) - Math.abs(b)).slice(0, mostPlaces);
  const text = near
    .sort((a, b) => a - b)
    .map(shortNumber)
    .join(', ');
  return values.length > mostPlaces ? say('formula.warning.more', { list: text }) : text;
}

/** @param say with full keys, such as `formula.range` */
export function propertyRows({ f, df, facts }: OwnCurve, say: Say): [term: string, text: string][] {
  const plot: Say = (key, values) => say(`plot.${key}`, values);
  const slope = (extremum: NumericFacts['slopeMax']) =>
    isOnStretch(df, extremum)
      ? say('plot.stretch', { value: shortNumber(extremum.value) })
      : describeExtremum(extremum, plot);
  const identity = facts.nearIdentity === 'right' ? 'right' : facts.nearIdentity ? 'yes' : 'no';
  const rows: [string, string][] = [
    ['range', describeSet(facts.range)],
    ['slopeMax', slope(facts.slopeMax)],
    ['slopeMin', slope(facts.slopeMin)],
    ['lipschitz', lipschitz(facts.lipschitz, say)],
    ['monotone', say(`formula.monotone.${facts.direction}`, { at: list(facts.poles, say) })],
    ['zeroCentred', say(`formula.zeroCentred.${facts.zeroCentred ? 'yes' : 'no'}`)],
    ['nearIdentity', say(`formula.nearIdentity.${identity}`)],
    ['smoothness', breaksText(facts, say)],
    ['left', endText(f, facts, -1, say)],
    ['right', endText(f, facts, 1, say)],
  ];
  return rows.map(([key, text]) => [say(`formula.${key}`), text]);
}

const lipschitz = (value: number, say: Say) =>
  Number.isFinite(value)
    ? say('formula.lipschitz.value', { value: shortNumber(value) })
    : say('formula.lipschitz.none');

function breaksText({ breaks, poles }: NumericFacts, say: Say): string {
  const texts = ([0, 1, 2] as const).flatMap((order) => {
    const places = breaks.filter((b) => b.order === order && !poles.includes(b.at));
    if (places.length === 0) return [];
    return [
      say(`formula.smoothness.${order}`, {
        at: list(
          places.map(({ at }) => at),
          say,
        ),
      }),
    ];
  });
  if (poles.length > 0) texts.unshift(say('formula.smoothness.pole', { at: list(poles, say) }));
  return texts.join('; ') || say('formula.smoothness.none');
}

function endText(f: Curve['f'], facts: NumericFacts, side: -1 | 1, say: Say): string {
  const tail = side < 0 ? facts.saturation.left : facts.saturation.right;
  if (tail?.how === 'exactly') {
    return say('formula.end.exactly', { to: shortNumber(tail.to), from: shortNumber(tail.from!) });
  }
  if (tail) {
    const how = say(`formula.how.${tail.how}`);
    return say('formula.end.saturates', { to: shortNumber(tail.to), how });
  }
  const limit = f(side * Infinity);
  return Number.isNaN(limit)
    ? say('formula.end.none')
    : say('formula.end.limit', { to: shortNumber(limit) });
}

/** What a reader must know before training with it: kinks, jumps, poles, places without a value. */
export function warnings({ df, facts }: OwnCurve, say: Say): string[] {
  const { breaks, poles, holes, undefinedOn } = facts;
  const at = (places: readonly number[]) => ({ at: list(places, say) });
  const order = (which: 0 | 1) =>
    breaks.filter((b) => b.order === which && !poles.includes(b.at)).map((b) => b.at);
  const [jumps, kinks] = [order(0), order(1)];
  const texts: string[] = [];
  if (undefinedOn.length > 0) {
    const where = undefinedOn
      .map((interval) => whereText(interval, say))
      .reduce((first, second) => say('formula.where.or', { first, second }));
    texts.push(say('formula.warning.undefined', { where }));
  }
  if (poles.length > 0) texts.push(say('formula.warning.pole', at(poles)));
  if (holes.length > 0) texts.push(say('formula.warning.hole', at(holes)));
  if (jumps.length > 0) texts.push(say('formula.warning.jump', at(jumps)));
  const [kink, ...others] = kinks;
  if (kink !== undefined && others.length === 0) {
    texts.push(say('formula.warning.kink', { ...at(kinks), df: shortNumber(df(kink)) }));
  } else if (kink !== undefined) texts.push(say('formula.warning.kinks', at(kinks)));
  return texts;
}

function whereText({ lower, upper, lowerClosed, upperClosed }: Interval, say: Say): string {
  const [from, to] = [shortNumber(lower), shortNumber(upper)];
  if (lower === -Infinity) return say(`formula.where.${upperClosed ? 'upTo' : 'below'}`, { to });
  if (upper === Infinity) return say(`formula.where.${lowerClosed ? 'from' : 'above'}`, { from });
  return say('formula.where.between', { from, to });
}

/** f and f′ at z; where there is a break, what stands in the way. */
export function readout({ f, df, facts }: OwnCurve, z: number, say: Say): string {
  const value = f(z);
  if (facts.poles.includes(z) || !Number.isFinite(value)) return say('formula.readout.none');
  const broken = facts.breaks.find(({ at }) => at === z)?.order;
  const slope =
    broken === 0
      ? say('formula.readout.jump')
      : broken === 1
        ? say('plot.kink', { df: shortNumber(df(z)) })
        : formatNumber(df(z));
  return say('formula.readout', { f: formatNumber(value), df: slope });
}

/** How the facts were found, and how well f′ agrees with f. */
export function honesty({ f, df, facts }: OwnCurve, say: Say): string[] {
  const [from, to] = facts.interval.map(shortNumber) as [string, string];
  const places = 64 * (facts.interval[1] - facts.interval[0]) + 1;
  const breaks = [...facts.breaks.map(({ at }) => at), ...facts.poles, ...facts.holes];
  const check = checkDerivative(f, df, breaks);
  const range = { from: shortNumber(check.from), to: shortNumber(check.to) };
  return [
    check.places > 0
      ? say('formula.check', {
          ...range,
          places: check.places,
          h: formatNumber(check.h),
          difference: formatNumber(check.difference),
        })
      : say('formula.check.none', range),
    say('formula.found', { from, to, places }),
  ];
}
