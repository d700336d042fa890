/** Build checks of the questions about curves. */
import { curveOf, type Curve } from '#figures/curve.ts';
import { samples } from './compare-formulas.ts';
import type { Problem } from './checks.ts';
import type { CurveSpec } from './schema-parts.ts';
import type { QuestionOf } from './schema.ts';

export const curveFor = ({ fn, parameters }: CurveSpec): Curve => curveOf(fn, parameters);

/** Unknown functions and parameters. */
export function* curveProblems(
  specs: readonly CurveSpec[],
  path: Problem['path'],
): Generator<Problem> {
  for (const [i, spec] of specs.entries()) {
    try {
      curveFor(spec);
    } catch (error) {
      yield { path: [...path, i, 'fn'], message: (error as Error).message };
    }
  }
}

export function* matchProblems(question: QuestionOf<'match'>): Generator<Problem> {
  const { from, to, x, pairs, others } = question;
  const unknown = [...curveProblems(pairs, ['pairs']), ...curveProblems(others, ['others'])];
  if (unknown.length > 0) return yield* unknown;
  for (const [i, pair] of pairs.entries()) {
    if (from.as === 'curve' && !pair.from)
      yield { path: ['pairs', i], message: '`from` has to say what the curve shows' };
  }
  const right = [
    ...pairs.map((spec, i) => ({ spec, path: ['pairs', i] })),
    ...others.map((spec, i) => ({ spec, path: ['others', i] })),
  ];
  for (const [i, { spec, path }] of right.entries()) {
    if (to.as === 'curve' && !spec.to)
      yield { path, message: '`to` has to say what the curve shows' };
    const curve = curveFor(spec);
    const alike = right.slice(0, i).find((other) => isSame(curveFor(other.spec), curve, to, x));
    if (alike) yield { path, message: `cannot be told from ${alike.spec.fn}` };
  }
}

/** Curves that the eye could not tell apart, or formulas of one function. */
const isSame = (
  a: Curve,
  b: Curve,
  { part, as }: QuestionOf<'match'>['to'],
  x: readonly [number, number],
) =>
  [...samples(x)].every((z) => Math.abs(a[part](z) - b[part](z)) < (as === 'curve' ? 0.05 : 1e-6));

/** How finely right places are looked for: parts of the axis. */
const parts = 4800;

/** Where on the axis the check of a point question holds. */
function rightPlaces({ curves, x: [from, to], check }: QuestionOf<'point'>): number[] {
  const [first, second] = curves.map(curveFor) as [Curve, Curve?];
  const part = check.of === 'value' ? 'f' : 'df';
  const zs = Array.from({ length: parts + 1 }, (_, i) => from + ((to - from) * i) / parts);
  const { is } = check;
  if (is === 'largest' || is === 'smallest') {
    const values = zs.map((z) => (is === 'largest' ? 1 : -1) * first[part](z));
    const most = Math.max(...values.filter((v) => !Number.isNaN(v)));
    return zs.filter((_, i) => values[i]! >= most - 1e-12 * Math.max(1, Math.abs(most)));
  }
  const gap = (z: number) => first[part](z) - (is === 'equal' ? second![part](z) : is);
  const gaps = zs.map(gap);
  return zs.filter((_, i) => gaps[i] === 0 || (i > 0 && gaps[i]! * gaps[i - 1]! < 0));
}

export function* pointProblems(question: QuestionOf<'point'>): Generator<Problem> {
  const { curves, x, step, start, accept, mistakes, check } = question;
  try {
    curves.forEach(curveFor);
  } catch {
    return; // Told already.
  }
  if ((check.is === 'equal') !== (curves.length === 2))
    return yield { path: ['check', 'is'], message: '"equal" and two curves go together' };
  const inside = (z: number, [from, to]: readonly [number, number]) => z >= from && z <= to;
  // A place that lies between two steps of the slider, or of the search, is met by the nearest.
  const slack = step / 2 + (x[1] - x[0]) / parts;
  const meets = (z: number, [from, to]: readonly [number, number]) =>
    inside(z, [from - slack, to + slack]);
  const found = rightPlaces(question);
  if (found.length === 0) yield { path: ['check'], message: 'holds nowhere on the axis' };
  const missed = found.find((z) => !accept.some((place) => meets(z, place)));
  if (missed !== undefined)
    yield { path: ['accept'], message: `holds at z = ${missed.toFixed(3)} too, which is refused` };
  for (const [i, place] of accept.entries()) {
    if (!found.some((z) => meets(z, place)))
      yield { path: ['accept', i], message: 'nothing is right in this interval' };
    if (inside(start, place))
      yield { path: ['start'], message: 'the point would stand right from the beginning' };
  }
  for (const [i, { at }] of mistakes.entries()) {
    if (accept.some((place) => at[0] <= place[1] && place[0] <= at[1]))
      yield { path: ['mistakes', i], message: 'some of these places are accepted' };
  }
}
