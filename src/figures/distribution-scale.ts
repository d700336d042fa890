/** The common scale of a distribution chart: where a value stands, and which values are written at it. */

export interface DistributionScale {
  readonly type: 'linear' | 'log';
  readonly domain: readonly [number, number];
}

/** The largest of 1, 2, 5, 10, 20, … (also 0.5, 0.2, …) that is not above a positive value. */
const roundBelow = (value: number) => {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return ([5, 2].find((step) => step * power <= value * (1 + 1e-9)) ?? 1) * power;
};

const roundAbove = (value: number) => {
  const below = roundBelow(value);
  return below >= value * (1 - 1e-9) ? below : roundBelow(below * 2.5);
};

/**
 * A scale from one round number to another that holds all finite values, and `upTo` as its end where it
 * is given. Without any value it runs from 0 (or 1) to 1 (or 10).
 */
export function distributionScale(
  type: DistributionScale['type'],
  values: readonly number[],
  upTo?: number,
): DistributionScale {
  const finite = values.filter(Number.isFinite);
  if (type === 'log') {
    const positive = finite.filter((value) => value > 0);
    const least = positive.reduce((a, b) => Math.min(a, b), upTo ?? Infinity);
    const most = positive.reduce((a, b) => Math.max(a, b), 0);
    const from = least < Infinity ? roundBelow(least) : 1;
    const to = upTo ?? (most > 0 ? roundAbove(most) : 10);
    return { type, domain: [from, to > from ? to : from * 10] };
  }
  const least = finite.reduce((a, b) => Math.min(a, b), upTo ?? Infinity);
  const most = upTo ?? finite.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!(least < most)) return { type, domain: [0, upTo ?? 1] };
  const step = roundAbove((most - least) / 5);
  // Rounded again, as 3 · 0.1 is not quite 0.3.
  const round = (count: number) => Number((count * step).toPrecision(12));
  return { type, domain: [round(Math.floor(least / step)), upTo ?? round(Math.ceil(most / step))] };
}

/** How far along the scale a value stands, from 0 to 1; values beyond an end stand at it. */
export function along({ type, domain: [from, to] }: DistributionScale, value: number): number {
  const share =
    type === 'log'
      ? Math.log(Math.max(value, Number.MIN_VALUE) / from) / Math.log(to / from)
      : (value - from) / (to - from);
  return Math.min(1, Math.max(0, share));
}

/** The numbers to write at the scale: round ones, at most so many and at least two where there is room. */
export function ticksOf({ type, domain: [from, to] }: DistributionScale, most: number): number[] {
  if (type === 'linear') {
    const step = roundAbove((to - from) / (most - 1));
    const first = Math.ceil(from / step - 1e-9);
    const count = Math.floor(to / step + 1e-9) - first + 1;
    return Array.from({ length: count }, (_, k) => Number(((first + k) * step).toPrecision(12)));
  }
  const first = Math.floor(Math.log10(from) + 1e-9);
  const powers = Array.from(
    { length: Math.floor(Math.log10(to) + 1e-9) - first + 1 },
    (_, k) => 10 ** (first + k),
  );
  // As many as fit of: 1, 2, 5 of each power; the powers; every other power, every third, …
  for (let stride = 0; ; stride++) {
    const steps = stride === 0 ? [1, 2, 5] : [1];
    const ticks = powers
      .filter((_, k) => stride === 0 || k % stride === 0)
      .flatMap((power) => steps.map((step) => Number((step * power).toPrecision(12))))
      .filter((tick) => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9));
    if (ticks.length <= most) return ticks;
  }
}
