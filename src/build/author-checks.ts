/** What the checks of an author's placements are made of. Each yields problems in words. */
import { getActivation } from '#activations/index.ts';
import { experiments } from '#experiments/index.ts';
import type { Locale } from '#i18n/locales.ts';
import type { DocumentFacts } from '#content/document-facts.ts';

export { thrown } from '#questions/thrown.ts';

export type Attributes = Record<string, string>;

export interface Place {
  locale: Locale;
  /** The document's file name without ending. */
  slug: string;
  /** What stands between the tags, without tags of its own. */
  text: string;
}

export interface AuthorComponent {
  /** All that it can be told; `own` where `check` looks for what it does not know. */
  properties: readonly string[] | 'own';
  /** Problems in words; none when the placement is right. */
  check(attributes: Attributes, place: Place): Iterable<string>;
  /** The id becomes the id of an element on the page and must be unique there. */
  hasElementId?: boolean;
  mentions?(attributes: Attributes): Partial<DocumentFacts>;
  /** Prefixes of the messages that the component speaks with in the browser. */
  speaks?: readonly string[];
  /** Style sheets (names in `src/styles`) that this placement needs besides those of its component. */
  styles?(attributes: Attributes, place: Place): readonly string[];
}

/** Ids are typed as words: `fn="relu tanh"`. */
export const words = (text = '') => text.split(/\s+/).filter(Boolean);

export function* required(attributes: Attributes, ...names: string[]) {
  for (const name of names) {
    if (!attributes[name]?.trim()) yield `${name} is missing.`;
  }
}

/** A figure says below it what to look for. */
export const captioned = (figure: AuthorComponent): AuthorComponent => ({
  ...figure,
  *check(attributes, place) {
    yield* figure.check(attributes, place);
    if (!place.text) yield 'its caption is missing, between its tags.';
  },
});

export function* knownFunctions(ids: string[]) {
  for (const id of ids) {
    try {
      if (getActivation(id).kind !== 'elementwise') yield `"${id}" is not an elementwise function.`;
    } catch (error) {
      yield (error as Error).message;
    }
  }
}

export function* known(what: string, key: string | undefined, keys: Iterable<string>) {
  const all = [...keys];
  if (!key || all.includes(key)) return;
  // Of a long list only those that begin alike: a slip is mostly at the end, such as a year.
  const shown = all.length > 12 ? all.filter((one) => one.slice(0, 4) === key.slice(0, 4)) : all;
  yield `no ${what} "${key}".${shown.length > 0 ? ` There is: ${shown.join(', ')}.` : ''}`;
}

/** What is wrong with a placement, in words. */
export function* problemsOf(component: AuthorComponent, attributes: Attributes, place: Place) {
  const { properties } = component;
  if (properties !== 'own')
    for (const name of Object.keys(attributes)) yield* unknownProperty(name, properties);
  yield* component.check(attributes, place);
}

function* unknownProperty(name: string, properties: readonly string[]) {
  if (properties.includes(name)) return;
  const all = properties.join(', ');
  yield `no property "${name}". ${all ? `There is: ${all}.` : 'It has none.'}`;
}

export const knownExperiment = (id: string | undefined) =>
  known(
    'experiment',
    id,
    experiments.map((one) => one.id),
  );
