import type { Curve } from '#figures/curve.ts';
import { describeBreak, describeSlope, type Say } from '#figures/describe.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';

type Extent = readonly [number, number];

const places = ([from, to]: Extent, count: number) =>
  Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);

const count = ([from, to]: Extent) => {
  const whole = Number.isInteger(from) && Number.isInteger(to) && to - from >= 8 && to - from <= 16;
  return whole ? to - from : 12;
};

/**
 * Rows of z, f(z), f′(z), … as texts, for the table under a plot: at whole numbers, where kinks are, or 13 places.
 *
 * @param say messages of the plot, here as below
 */
export const tableRows = (curves: readonly Curve[], x: Extent, say: Say): string[][] =>
  places(x, count(x)).map((z) => [
    formatSetting(z),
    ...curves.flatMap((curve) => [formatNumber(curve.f(z)), describeSlope(curve, z, say)]),
  ]);

/**
 * The curves as CSV with full precision: 241 places. Where there is a jump or a kink among them, a last column
 * says so, and the slopes stay numbers.
 */
export function toCsv(curves: readonly Curve[], x: Extent, say: Say): string {
  const zs = places(x, 240);
  const header = ['z', ...curves.flatMap(({ activation: { id } }) => [id, `${id}'`])];
  const rows = zs.map((z) => [z, ...curves.flatMap(({ f, df }) => [f(z), df(z)])]);
  const remarks = zs.map((z) =>
    curves
      .flatMap((curve) => {
        const remark = describeBreak(curve, z, say);
        return remark ? [`${curve.activation.id}': ${remark}`] : [];
      })
      .join('; '),
  );
  const table: (string | number)[][] = remarks.some(Boolean)
    ? [[...header, say('remark')], ...rows.map((row, i) => [...row, remarks[i]!])]
    : [header, ...rows];
  return table.map((row) => row.map(quoted).join(',')).join('\n') + '\n';
}

const quoted = (cell: string | number) =>
  /[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell;
