/** Which functions a chapter discusses besides those that its text shows or links to. Build time only. */
import { activations, isActivationId } from '#activations/index.ts';
import type { Activation } from '#activations/types.ts';
import { settingsOf } from '#experiments/experiment.ts';
import { experiments } from '#experiments/index.ts';

/** Names that mean something else in most sentences. */
const everyday = ['Identity', 'linear', 'Sine', 'rectifier', 'ramp'];

const escaped = (text: string) => text.replace(/[()]/g, String.raw`\$&`);
/** `Softmax` begins a sentence, `softmax` stands in one; ReLU is ReLU. */
const inAnyPlace = (text: string) =>
  escaped(text).replace(/^\p{Lu}(?=\p{Ll}{2})/u, (c) => `[${c}${c.toLowerCase()}]`);

/** How a function is called in a sentence; the longest first, so that no name is found in another's. */
const names = Object.values<Activation>(activations)
  .flatMap(({ id, name, aliases }) => [name, ...aliases].map((text) => ({ id, text })))
  .filter(({ text }) => !everyday.includes(text))
  .sort((a, b) => b.text.length - a.text.length)
  .map(({ id, text }) => ({
    id,
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])${inAnyPlace(text)}(?![\p{L}\p{N}])`, 'gu'),
  }));

/** The functions that a text calls by their names. */
export function functionsNamed(text: string): Set<string> {
  const found = new Set<string>();
  let rest = text;
  for (const { id, pattern } of names) {
    const without = rest.replace(pattern, ' ');
    if (without !== rest) found.add(id);
    rest = without;
  }
  return found;
}

/** The functions that the runs of an experiment have in their hidden layers. */
export function functionsRun(experimentId: string): Set<string> {
  const experiment = experiments.find(({ id }) => id === experimentId);
  const variants = Object.keys(experiment?.variants ?? {});
  const ids = variants.flatMap((variant) =>
    [settingsOf(experiment!, variant).activation].flat().map(({ id }) => id),
  );
  return new Set(ids.filter(isActivationId));
}

/** The words in a property of a tag: `of="circle-depth"`. */
const placed = (source: string) =>
  [...source.matchAll(/<[A-Z]\w*\s[^>]*?\bof="([^"]*)"/g)].flatMap(([, value]) =>
    value!.split(/\s+/),
  );

/** Every text in a value that is made of lists and objects. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(textsIn)
      : [];

interface ChapterParts {
  /** Functions that the text places in figures or links to, some with a setting: `prelu:alpha:0.1`. */
  shown: readonly string[];
  /** As its author typed it. */
  source: string;
  /** The questions that are asked. */
  questions: readonly unknown[];
}

/** Ids of all functions that a chapter shows, links to, trains in its experiments, or asks about. */
export function functionsDiscussed({ shown, source, questions }: ChapterParts): Set<string> {
  const texts = questions.flatMap(textsIn);
  return new Set([
    ...shown.map((id) => id.split(':')[0]!).filter(isActivationId),
    ...placed(source).flatMap((id) => [...functionsRun(id)]),
    ...texts.filter(isActivationId),
    ...texts.flatMap((text) => [...functionsNamed(text)]),
  ]);
}
