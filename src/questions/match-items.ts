/** What stands on both sides of a match question, and how its curves are drawn. */
import * as Plot from '@observablehq/plot';
import { symbolic, texNumber } from '#activations/tex.ts';
import { chartBase, curveLine, zeroLine } from '#figures/chart-parts.ts';
import type { Curve } from '#figures/curve.ts';
import { thin, type Frame } from '#figures/frame.ts';
import { cut, jumpsOf, sample } from '#figures/sample.ts';
import { curveFor } from './curve-checks.ts';
import type { QuestionOf } from './schema.ts';
import { shuffled } from './shuffle.ts';

type Match = QuestionOf<'match'>;

export interface MatchItem {
  curve: Curve;
  part: 'f' | 'df';
  as: 'curve' | 'formula';
  /** For who cannot see the curve. */
  alt: string;
  /** What marking knows it by. */
  index: number;
  /** `1` on the left, `A` on the right. */
  label: string;
}

export function matchItems({ from, to, pairs, others }: Match, key: string) {
  const left = pairs.map((pair, index): MatchItem => ({
    ...from,
    curve: curveFor(pair),
    alt: pair.from ?? '',
    index,
    label: String(index + 1),
  }));
  const all = [...pairs, ...others];
  // Where each would stand beside its own row there would be nothing to do.
  const order = shuffled(all.length, key, (o) => o.every((index, i) => index === i));
  const right = order.map((index, place): MatchItem => {
    const item = all[index]!;
    const label = String.fromCharCode('A'.charCodeAt(0) + place);
    return { ...to, curve: curveFor(item), alt: item.to ?? '', index, label };
  });
  return { left, right };
}

/** The same heights for all curves of a side, so that they can be compared. */
export function sideHeight(items: readonly MatchItem[], x: Match['x']): [number, number] {
  const values = items.flatMap(({ curve, part }) =>
    sample(curve[part], x, [], 60).map(([, y]) => Math.min(4, Math.max(-2.5, y))),
  );
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const pad = 0.08 * (high - low);
  return [low - pad, high + pad];
}

/** In ink: the book's colour of the function would tell the answer. */
export function matchChart(
  { curve: { f, df, facts }, part }: MatchItem,
  x: Match['x'],
  y: readonly [number, number],
): Plot.PlotOptions {
  const frame: Frame = {
    width: 200,
    height: 130,
    margin: { top: 6, right: 6, bottom: 18, left: 28 },
    x,
    y,
  };
  const [g, order] = part === 'f' ? ([f, 0] as const) : ([df, 1] as const);
  const points = thin(cut(sample(g, x, jumpsOf(facts.breaks, order)), y), frame);
  return {
    ...chartBase(frame),
    marks: [
      Plot.ruleY([0], zeroLine),
      Plot.ruleX([0], zeroLine),
      Plot.axisX({ ticks: 4, tickSize: 3, label: null }),
      Plot.axisY({ ticks: 3, tickSize: 3, label: null }),
      curveLine(points, { colour: 'currentColor', slope: part === 'df', thickness: 2.25 }),
    ],
  };
}

/** A formula without the name before it, which would tell the answer, unless `named`. */
export function matchTex({ curve, part }: MatchItem, named: boolean): string {
  const { activation, parameters } = curve;
  const numbers = Object.entries(activation.parameters).map(([name, parameter]) => [
    name,
    { ...parameter, tex: texNumber(parameters[name]!) },
  ]);
  const symbols = symbolic({
    parameters: Object.fromEntries(numbers) as typeof activation.parameters,
  });
  const right = activation.tex[part](symbols);
  return named
    ? String.raw`${activation.tex.name}${part === 'df' ? "'" : ''}(z) = ${right}`
    : right;
}
