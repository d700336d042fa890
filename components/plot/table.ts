import type { Curve } from '#figures/curve.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';

const places = ([from, to]: readonly [number, number], count: number) =>
  Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);

/** Rows of z, f(z), f′(z), … as texts, for the table under a plot: 13 places. */
export const tableRows = (curves: readonly Curve[], x: readonly [number, number]): string[][] =>
  places(x, 12).map((z) => [
    formatSetting(z),
    ...curves.flatMap(({ f, df }) => [formatNumber(f(z)), formatNumber(df(z))]),
  ]);

/** The curves as CSV with full precision: 241 places. */
export function toCsv(curves: readonly Curve[], x: readonly [number, number]): string {
  const header = ['z', ...curves.flatMap(({ activation: { id } }) => [id, `${id}'`])];
  const rows = places(x, 240).map((z) => [z, ...curves.flatMap(({ f, df }) => [f(z), df(z)])]);
  return [header, ...rows].map((row) => row.join(',')).join('\n') + '\n';
}
