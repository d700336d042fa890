/**
 * What can be found out about a formula's curve by computing it: on a stated interval exactly enough, and
 * towards the ends by estimate. A formula can be built to deceive every such search; the words say where
 * was looked.
 */
import type { Interval, SetOfReals } from '#activations/sets.ts';
import { point } from '#activations/sets.ts';
import type { Break, Extremum, Facts, ParameterValues } from '#activations/types.ts';
import { greatest, isPole } from './extremes.ts';
import { tailOf, type Side } from './limits.ts';
import type { Parsed } from './parse.ts';
import { border, interval, places, switchesOf } from './switches.ts';

type Curve = (z: number) => number;

/** Facts, and what only a function of the reader's own can have. */
export interface NumericFacts extends Facts {
  /** Where was looked. */
  readonly interval: readonly [number, number];
  /** Stretches without a value, such as z < 0 for ln z; ends infinite where they reach past the interval. */
  readonly undefinedOn: readonly Interval[];
  /** Places where |f| grows without bound. */
  readonly poles: readonly number[];
  /** Single places without a value beside which nothing happens, as 0 for sin(z)/z. */
  readonly holes: readonly number[];
  /** `…Apart`: on each side of every pole, and back across it. */
  readonly direction:
    | 'rises'
    | 'falls'
    | 'risesApart'
    | 'fallsApart'
    | 'neverFalls'
    | 'neverRises'
    | 'constant'
    | 'both';
  /** sup |f′|; ∞ where there is no bound, or f jumps. */
  readonly lipschitz: number;
}

/** More are not listed: the nearest to 0 stay. */
const mostBreaks = 40;

/** Facts that are computed when first asked for: a trainer never asks. */
export function lazyFacts(
  { expr, parameters: names }: Parsed,
  f: (z: number, p: ParameterValues) => number,
  df: (z: number, p: ParameterValues) => number,
  p: ParameterValues,
): NumericFacts {
  let known: NumericFacts | undefined;
  const find = () =>
    (known ??= numericFacts(
      (z) => f(z, p),
      (z) => df(z, p),
      switchesOf(
        expr,
        names,
        names.map((name) => p[name]!),
      ),
    ));
  const facts = {};
  for (const key of keys)
    Object.defineProperty(facts, key, { get: () => find()[key], enumerable: true });
  return facts as NumericFacts;
}

const keys = [
  ...['range', 'slopeRange', 'min', 'max', 'slopeMin', 'slopeMax', 'monotone', 'zeroCentred'],
  ...['nearIdentity', 'breaks', 'saturation', 'interval', 'undefinedOn', 'poles', 'holes'],
  ...['direction', 'lipschitz'],
] as (keyof NumericFacts)[];

/** @param switches where f may break */
function numericFacts(f: Curve, df: Curve, switches: readonly number[]): NumericFacts {
  const poles = switches.filter((at) => isPole(f, at));
  const undefinedOn = gaps(f, switches);
  const inGap = (at: number) => undefinedOn.some(({ lower, upper }) => at >= lower && at <= upper);
  const holes = switches.filter(
    (at) => !poles.includes(at) && !Number.isFinite(f(at)) && !inGap(at),
  );
  const breaks = [
    ...poles.map((at): Break => ({ at, order: 0 })),
    ...breaksOf(f, df, switches, poles),
  ]
    .sort((a, b) => Math.abs(a.at) - Math.abs(b.at))
    .slice(0, mostBreaks)
    .sort((a, b) => a.at - b.at);
  const ats = breaks.map(({ at }) => at);
  const direction = directionOf(f, df, poles);
  const tail = (side: Side) =>
    direction === 'constant' ? undefined : tailOf(f, df, side, ats, places);
  const saturation = { left: tail(-1), right: tail(1) };
  const settled = (side: Side) => (side < 0 ? saturation.left : saturation.right);
  const beside = ats.flatMap((at) => [at - nudge(at), at + nudge(at)]);
  const sampled = [...places, ...beside, ...switches].sort((a, b) => a - b);

  const steep = switches.filter((at) => isPole(df, at));
  const top = (g: Curve, sign: Side): Extremum => {
    const bound = greatest({
      g: (z) => sign * g(z),
      sampled,
      poles: g === f ? poles : steep,
      holes,
      switches,
      settles: (side) => settled(side) !== undefined && settled(side)!.how !== 'exactly',
    });
    return { ...bound, value: sign * bound.value + 0 };
  };
  const [min, max] = [top(f, -1), top(f, 1)];
  const [slopeMin, slopeMax] = [top(df, -1), top(df, 1)];
  const jumps = breaks.some(({ order }) => order === 0);
  return {
    interval,
    undefinedOn,
    poles,
    holes,
    breaks,
    range: setBetween(f, min, max),
    slopeRange: setBetween(df, slopeMin, slopeMax),
    min,
    max,
    slopeMin,
    slopeMax,
    monotone:
      direction === 'rises'
        ? 'strictly increasing'
        : ['neverFalls', 'constant'].includes(direction)
          ? 'non-decreasing'
          : 'no',
    direction,
    zeroCentred: isOdd(f),
    nearIdentity: nearIdentity(f, df),
    saturation: {
      ...(saturation.left && { left: saturation.left }),
      ...(saturation.right && { right: saturation.right }),
    },
    lipschitz: jumps ? Infinity : Math.max(Math.abs(slopeMin.value), Math.abs(slopeMax.value)),
  };
}

const nudge = (at: number) => 1e-7 * Math.max(1, Math.abs(at));

/** Stretches without a value. */
function gaps(f: Curve, switches: readonly number[]): Interval[] {
  const lacks = (z: number) => Number.isNaN(f(z));
  const found: Interval[] = [];
  const edge = (inside: number, outside: number) => {
    const at = border(lacks, inside, outside);
    return switches.find((s) => Math.abs(s - at) < 1e-6) ?? at;
  };
  let lower: number | undefined;
  places.forEach((z, i) => {
    const before = places[i - 1];
    if (lacks(z) && (before === undefined || !lacks(before))) {
      lower = before === undefined ? -Infinity : edge(z, before);
    } else if (!lacks(z) && before !== undefined && lacks(before)) {
      const upper = edge(before, z);
      // A single place is a hole, not a stretch.
      if (lower !== undefined && upper - lower > 1e-6)
        found.push({ lower, upper, lowerClosed: lacks(lower), upperClosed: lacks(upper) });
      lower = undefined;
    }
  });
  if (lower !== undefined)
    found.push({ lower, upper: Infinity, lowerClosed: lacks(lower), upperClosed: false });
  return found;
}

/** The lowest derivative that jumps at each switch, if one of the first three does. */
function breaksOf(
  f: Curve,
  df: Curve,
  switches: readonly number[],
  poles: readonly number[],
): Break[] {
  return switches.flatMap((at): Break[] => {
    const size = Math.max(1, Math.abs(at));
    if (poles.includes(at) || [-1, 1].some((s) => !Number.isFinite(f(at + s * 1e-6 * size))))
      return [];
    const bend: Curve = (z) => {
      const side = Math.sign(z - at) * 1e-5 * size;
      return (df(z + side) - df(z)) / side;
    };
    const order = [f, df, bend].findIndex((g, i) => {
      const [wide, near] = [1e-3, i === 2 ? 1e-4 : 1e-7].map(
        (d) => g(at + d * size) - g(at - d * size),
      );
      const scale = Math.max(1, Math.abs(g(at + 1e-3 * size)));
      return (
        Math.abs(near!) > (i === 2 ? 1e-3 : 1e-5) * scale && Math.abs(near!) > 0.5 * Math.abs(wide!)
      );
    });
    return order < 0 ? [] : [{ at, order: order as Break['order'] }];
  });
}

/** Everything between the bounds, or the few values that a curve of straight or flat pieces takes. */
function setBetween(g: Curve, min: Extremum, max: Extremum): SetOfReals {
  const few = new Set<number>();
  for (const z of places) {
    const value = g(z);
    if (!Number.isNaN(value)) few.add(value + 0);
    if (few.size > 4) break;
  }
  if (few.size <= 4) return [...few].sort((a, b) => a - b).map(point);
  const [lowerClosed, upperClosed] = [min, max].map(
    ({ attained, value }) => attained && Number.isFinite(value),
  );
  return [
    { lower: min.value, upper: max.value, lowerClosed: lowerClosed!, upperClosed: upperClosed! },
  ];
}

function directionOf(f: Curve, df: Curve, poles: readonly number[]): NumericFacts['direction'] {
  let [rises, falls, rests] = [false, false, false];
  for (const [i, z] of places.entries()) {
    const before = places[i - 1] ?? NaN;
    // What |f| does across a pole is neither rising nor falling.
    const apart = poles.some((pole) => pole >= before && pole <= z);
    const step = apart ? NaN : f(z) - f(before);
    if (step > 0) rises = true;
    else if (step < 0) falls = true;
    // Flat by nature, not by rounding.
    else if (step === 0 && Math.abs(z) < 10 && df(z) === 0 && df(before) === 0) rests = true;
  }
  if (rises && falls) return 'both';
  // A curve that comes back from beyond every bound is not monotone as a whole.
  if (poles.length > 0 && rises !== falls)
    return rests ? 'both' : rises ? 'risesApart' : 'fallsApart';
  if (rises) return rests ? 'neverFalls' : 'rises';
  if (falls) return rests ? 'neverRises' : 'falls';
  return 'constant';
}

const isOdd = (f: Curve): boolean =>
  places.every((z) => {
    const [right, left] = [f(z), f(-z)];
    if (Number.isNaN(right) || Number.isNaN(left))
      return Number.isNaN(right) === Number.isNaN(left);
    if (!Number.isFinite(right)) return z === 0 || right === -left;
    return Math.abs(right + left) <= 1e-12 * Math.max(1, Math.abs(right));
  });

function nearIdentity(f: Curve, df: Curve): Facts['nearIdentity'] {
  if (!(Math.abs(f(0)) < 1e-12)) return false;
  const [left, right] = [-1e-9, 1e-9].map((z) => Math.abs(df(z) - 1) < 1e-6);
  return left && right ? true : right ? 'right' : false;
}
