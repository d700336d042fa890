/** What an author can place in a chapter, and what each placement must say. */
import { getActivation } from '#activations/index.ts';
import { loadReferences } from '#bibliography/load.ts';
import { bends } from '../../components/collapse/collapse-state.ts';
import { handleCounts, kinds, targetIds } from '../../components/curve-builder/builder-state.ts';
import { targets } from '#approximation/hinges.ts';
import { glossary, questions } from '#content/files.ts';
import type { Locale } from '#i18n/locales.ts';
import { experiments } from '#experiments/index.ts';
import { readTrainerProps } from '../../components/trainer/trainer-props.ts';
import type { DocumentFacts } from './authoring.ts';

export type Attributes = Record<string, string>;

interface Place {
  locale: Locale;
  /** The document's file name without ending. */
  slug: string;
}

interface AuthorComponent {
  /** Problems in words; none when the placement is right. */
  check(attributes: Attributes, place: Place): Iterable<string>;
  /** The id becomes the id of an element on the page and must be unique there. */
  hasElementId?: boolean;
  mentions?(attributes: Attributes): Partial<DocumentFacts>;
}

/** Ids are typed as words: `fn="relu tanh"`. */
export const words = (text = '') => text.split(/\s+/).filter(Boolean);

function* required(attributes: Attributes, ...names: string[]) {
  for (const name of names) {
    if (!attributes[name]?.trim()) yield `${name} is missing.`;
  }
}

function* knownFunctions(ids: string[]) {
  for (const id of ids) {
    try {
      if (getActivation(id).kind !== 'elementwise') yield `"${id}" is not an elementwise function.`;
    } catch (error) {
      yield (error as Error).message;
    }
  }
}

function* known(what: string, key: string | undefined, keys: Iterable<string>) {
  const all = [...keys];
  if (!key || all.includes(key)) return;
  // Of a long list only those that begin alike: a slip is mostly at the end, such as a year.
  const shown = all.length > 12 ? all.filter((one) => one.slice(0, 4) === key.slice(0, 4)) : all;
  yield `no ${what} "${key}".${shown.length > 0 ? ` There is: ${shown.join(', ')}.` : ''}`;
}

function* onlyKnown(attributes: Attributes, names: readonly string[]) {
  for (const name of Object.keys(attributes)) yield* known('property', name, names);
}

const plotProperties = [
  ...['id', 'fn', 'alt', 'z', 'parameters', 'derivative', 'tangent'],
  ...['saturation', 'threshold', 'x', 'y'],
];

/** A figure has an id to link to and a text for those who cannot see it. */
const figure: AuthorComponent = {
  hasElementId: true,
  check: (attributes) => required(attributes, 'id', 'alt'),
};

export const components: Record<string, AuthorComponent> = {
  ActivationPlot: {
    ...figure,
    *check(attributes) {
      yield* required(attributes, 'id', 'fn', 'alt');
      yield* onlyKnown(attributes, plotProperties);
      yield* knownFunctions(words(attributes['fn']));
      for (const name of ['z', 'threshold']) {
        const value = attributes[name];
        if (value !== undefined && !Number.isFinite(Number(value || NaN))) {
          yield `${name} is "${value}", which is not a number.`;
        }
      }
    },
    mentions: ({ fn }) => ({ functions: words(fn) }),
  },
  Trainer: {
    ...figure,
    *check(attributes) {
      yield* required(attributes, 'id', 'dataset', 'activation', 'alt');
      yield* readTrainerProps(attributes).problems;
    },
    mentions: ({ activation }) => ({ functions: words(activation) }),
  },
  CollapseLab: {
    ...figure,
    *check(attributes) {
      yield* required(attributes, 'id', 'alt');
      yield* onlyKnown(attributes, ['id', 'alt', 'bend']);
      yield* known('function to bend with', attributes['bend'], bends);
    },
  },
  CurveBuilder: {
    ...figure,
    *check(attributes) {
      yield* required(attributes, 'id', 'alt');
      yield* onlyKnown(attributes, ['id', 'alt', 'kind', 'target', 'handles', 'start']);
      yield* known('kind of unit', attributes['kind'], kinds);
      yield* known('target', attributes['target'], targetIds);
      yield* known('number of handles', attributes['handles'], handleCounts.map(String));
      yield* known('start', attributes['start'], ['fit', 'flat']);
    },
  },
  Cite: {
    *check(attributes) {
      yield* required(attributes, 'id');
      for (const key of words(attributes['id']))
        yield* known('reference', key, Object.keys(loadReferences()));
    },
    mentions: ({ id }) => ({ cited: words(id) }),
  },
  Term: {
    *check(attributes, { locale }) {
      yield* required(attributes, 'id');
      yield* known('glossary entry', attributes['id'], Object.keys(glossary(locale)));
    },
    mentions: ({ id }) => ({ terms: id ? [id] : [] }),
  },
  Question: {
    hasElementId: true,
    *check(attributes, { locale, slug }) {
      yield* required(attributes, 'id');
      yield* known(
        `question in questions/${slug}.yml`,
        attributes['id'],
        Object.keys(questions(locale)[slug] ?? {}),
      );
    },
    mentions: ({ id }) => ({ questions: id ? [id] : [] }),
  },
  Measured: {
    *check(attributes) {
      yield* required(attributes, 'of');
      const [id, path = ''] = (attributes['of'] ?? '').split('/');
      const experiment = experiments.find((one) => one.id === id);
      yield* known(
        'experiment',
        id,
        experiments.map((one) => one.id),
      );
      if (experiment) {
        const variants = Object.keys(experiment.variants);
        yield* known('variant', path.split('.')[0], ['seeds', 'epochs', ...variants]);
      }
    },
  },
  Recorded: {
    *check(attributes) {
      yield* required(attributes, 'id');
      yield* known(
        'experiment',
        attributes['id'],
        experiments.map(({ id }) => id),
      );
    },
  },
  ApproximationTable: {
    *check(attributes) {
      yield* required(attributes, 'target', 'pieces');
      yield* known('target', attributes['target'], Object.keys(targets));
    },
  },
  Note: { check: () => [] },
  Derivation: { check: (attributes) => required(attributes, 'title') },
  Statement: { check: (attributes) => required(attributes, 'title') },
  Summary: { check: () => [] },
};
