/** The state of a slice: what its address can hold, what is drawn of it, what is said and tabulated. */
import { frames } from '#figures/curve-frames.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import type { Fields, State } from '#state/fragment.ts';
import { hasSlope, type Slice, type SliceLine } from './slice.ts';

/** What is drawn. */
export interface SliceScene {
  slice: Slice;
  lines: readonly SliceLine[];
  /** Where the moving input stands. */
  at: number;
  derivative: boolean;
}

/** A message by its key. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/**
 * @param at where the moving input stands at first
 * @param step between the places where it can stand
 */
export const sliceFields = ({ moving, fixed }: Slice, at: number, step: number): Fields => ({
  ...Object.fromEntries(
    [{ ...moving, step, initial: at }, ...fixed].map(({ name, initial, min, max, step: each }) => [
      name,
      { kind: 'number', initial, min, max, step: each } as const,
    ]),
  ),
  derivative: { kind: 'flag', initial: true },
});

/** What of the plane the figure shows, in its two sizes. */
export const sliceFrames = ({ moving, y }: Slice) => frames({ x: [moving.min, moving.max], y });

export const sceneOf = (slice: Slice, state: State): SliceScene => ({
  slice,
  lines: slice.lines(
    Object.fromEntries(slice.fixed.map(({ name }) => [name, Number(state[name])])),
  ),
  at: Number(state[slice.moving.name]),
  derivative: Boolean(state['derivative']),
});

/** The slope for a read-out; at a kink the value that a program answers, and that it is one. */
const slopeText = (line: SliceLine, x: number, say: Say): string =>
  hasSlope(line, x)
    ? formatNumber(line.df(x))
    : say('plot.kink', { df: formatNumber(line.df(x), 2) });

/** For each line its value and its slopes, as texts. */
export const readings = ({ slice, lines, at }: SliceScene, say: Say): string[][] =>
  lines.map((line) => [
    formatNumber(line.f(at)),
    slopeText(line, at, say),
    ...(slice.more ? [line.more ? formatNumber(line.more(at)) : ''] : []),
  ]);

/** What a reader hears as the point moves. */
export function spokenPoint({ slice, lines, at }: SliceScene, say: Say): string {
  const said = lines
    .filter(({ slopeLabel }) => slopeLabel)
    .map((line) => {
      const text = say('slice.value', {
        name: line.label,
        f: formatNumber(line.f(at)),
        df: slopeText(line, at, say),
      });
      return line.more ? `${text}, ${slice.more} = ${formatNumber(line.more(at))}` : text;
    });
  return `${slice.moving.symbol} = ${formatNumber(at, 2)}: ${said.join('; ')}`;
}

/** Where the inputs stand that do not move: `z₂ = 1, z₃ = −1`. A figure at rest has no sliders that say it. */
export const settingsText = ({ fixed }: Slice, state: State, say: Say): string =>
  say('slice.settings', {
    settings: fixed
      .map(({ name, symbol }) => `${symbol} = ${formatSetting(Number(state[name]))}`)
      .join(', '),
  });

/** Names and functions of the columns of a table, after the moving input. */
const columns = ({ lines }: SliceScene) =>
  lines.flatMap(({ label, slopeLabel, f, df }) => [
    { label, g: f },
    ...(slopeLabel ? [{ label: slopeLabel, g: df }] : []),
  ]);

const places = ({ slice: { moving } }: SliceScene, count: number) =>
  Array.from({ length: count + 1 }, (_, i) => moving.min + ((moving.max - moving.min) * i) / count);

export const tableHead = (scene: SliceScene): string[] => [
  scene.slice.moving.symbol,
  ...columns(scene).map(({ label }) => label),
];

/** As texts, for the table under the figure: a row for each whole number. */
export const tableRows = (scene: SliceScene): string[][] =>
  places(scene, scene.slice.moving.max - scene.slice.moving.min).map((x) => [
    formatSetting(x),
    ...columns(scene).map(({ g }) => formatNumber(g(x))),
  ]);

/** With full precision: 241 places. */
export const toCsv = (scene: SliceScene): string =>
  [tableHead(scene), ...places(scene, 240).map((x) => [x, ...columns(scene).map(({ g }) => g(x))])]
    .map((row) => row.join(','))
    .join('\n') + '\n';
