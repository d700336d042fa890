/** What is wrong with the placement of an `ActivationPlot`, in words. */
import { parse } from 'yaml';
import { z } from 'zod';
import { curveOf } from '#figures/curve.ts';
import { knownFunctions, required, words, type Attributes } from './author-checks.ts';

const finite = z.number();
const extent = z.tuple([finite, finite]).refine(([from, to]) => from < to);

/** Of an expression as typed, such as `{ alpha: 0.1 }`: YAML reads those that stand for data. */
function read<T>(text: string | undefined, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(parse(text ?? ''));
  } catch {
    return undefined;
  }
}

/** The axis of a plot that is not told one. */
const usual = [-6, 6] as const;

export function* plotProblems(attributes: Attributes): Iterable<string> {
  yield* required(attributes, 'id', 'fn', 'alt');
  const ids = words(attributes['fn']);
  const unknown = [...knownFunctions(ids)];
  yield* unknown;
  for (const [i, id] of ids.entries()) if (ids.indexOf(id) < i) yield `fn names "${id}" twice.`;

  for (const name of ['derivative', 'tangent', 'saturation'])
    if (!['', 'true', 'false', undefined].includes(attributes[name]))
      yield `${name} is "${attributes[name]}"; write {true} or {false}.`;
  for (const name of ['x', 'y'])
    if (attributes[name] !== undefined && !read(attributes[name], extent))
      yield `${name} is "${attributes[name]}"; write two numbers, the smaller first: {[-6, 6]}.`;

  const [from, to] = read(attributes['x'], extent) ?? usual;
  const at = read(attributes['z'], finite);
  if (attributes['z'] !== undefined && !(at! >= from && at! <= to))
    yield `z is "${attributes['z']}", which is no number from ${from} to ${to}.`;
  if (attributes['threshold'] !== undefined && !(read(attributes['threshold'], finite)! > 0))
    yield `threshold is "${attributes['threshold']}", which is no number above 0.`;
  if (attributes['parameters'] !== undefined && unknown.length === 0)
    yield* parameterProblems(attributes['parameters'], ids);
}

function* parameterProblems(typed: string, ids: readonly string[]): Iterable<string> {
  const values = read(typed, z.record(z.string(), finite));
  if (!values) return yield `parameters is "${typed}"; write numbers by name: {{ alpha: 0.1 }}.`;
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0)
    return yield 'parameters are for a plot of one function.';
  const sliders = curveOf(id).activation.parameters;
  for (const [name, value] of Object.entries(values)) {
    const slider = sliders[name];
    if (!slider) yield `"${id}" has no parameter "${name}".`;
    else if (value < slider.min || value > slider.max)
      yield `${name} is ${value}; its slider goes from ${slider.min} to ${slider.max}.`;
  }
}
