/** What the call of a function becomes, once its arguments are read. */
import { bind, getActivation } from '#activations/index.ts';
import { call, type Comparison, type Expr } from './ast.ts';
import { builtins } from './builtins.ts';
import { FormulaError } from './error.ts';
import type { Meaning } from './names.ts';
import { raise } from './raw.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Call {
  /** As typed. */
  readonly name: string;
  readonly meaning: Meaning;
  readonly args: readonly Expr[];
  /** The first argument of `where`. */
  readonly when: readonly Comparison[];
  /** Of the whole call, and of each argument, conditions included. */
  readonly place: Place;
  readonly places: readonly Place[];
}

/** @throws FormulaError for too many or too few arguments, and for parameters that are no plain numbers */
export function applied({ name, meaning, args, when, place, places }: Call): Expr {
  const count = (least: number, most: number) => {
    const given = places.length;
    if (given >= least && given <= most) return;
    const needed =
      least === most ? `${least}` : most === Infinity ? `≥ ${least}` : `${least}–${most}`;
    const values = { name, given, needed };
    throw new FormulaError('argumentCount', place.start, place.end, { values });
  };
  if (meaning.kind === 'special') {
    const needed = meaning.name === 'pow' ? 2 : 3;
    count(needed, needed);
    const [a, b, c] = args as [Expr, Expr, Expr];
    if (meaning.name === 'pow') return raise(a, b);
    if (meaning.name === 'where') return { kind: 'cases', when, then: a, otherwise: b };
    return call('min', c, call('max', b, a));
  }
  if (meaning.kind === 'builtin') {
    const { least, most } = builtins[meaning.name];
    count(least, most);
    if (most === Infinity) return args.reduceRight((rest, arg) => call(meaning.name, arg, rest));
    return call(meaning.name, ...args);
  }
  const names = Object.keys(getActivation(meaning.id).parameters);
  count(1, 1 + names.length);
  const [of, ...given] = args as [Expr, ...Expr[]];
  const parameters: Record<string, number> = {};
  given.forEach((arg, i) => {
    parameters[names[i]!] = arg.kind === 'number' ? arg.n / arg.d : NaN;
    try {
      bind(getActivation(meaning.id), parameters);
    } catch {
      const reason = arg.kind === 'number' ? 'argumentDomain' : 'argumentNumber';
      const { start, end } = places[i + 1]!;
      throw new FormulaError(reason, start, end, { values: { name } });
    }
  });
  return { kind: 'activation', id: meaning.id, parameters, slope: false, of };
}
