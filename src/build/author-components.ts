/** What an author can place in a chapter besides figures, and all of it together. */
import { globSync } from 'node:fs';
import path from 'node:path';
import { columnsOf } from '#approximation/columns.ts';
import { loadReferences } from '#bibliography/load.ts';
import { claims } from '#claims/load.ts';
import { valueAt } from '#claims/values.ts';
import { ideaIds, listingsOfIdea } from '#code/listings.ts';
import { glossary, questions } from '#content/files.ts';
import { brokenClaims } from '#experiments/claims.ts';
import { traps } from '#figures/trap-charts.ts';
import {
  captioned,
  known,
  knownExperiment,
  required,
  thrown,
  words,
  type AuthorComponent,
} from './author-checks.ts';
import { figures } from './author-figures.ts';

/** Type of a question -> the style sheets that it needs besides those of every question. */
const stylesOfQuestion: Record<string, readonly string[]> = {
  formula: ['question-types-part', 'own-function-part'],
  match: ['question-types-part'],
  point: ['question-types-part'],
  order: ['question-types-part'],
};

export const components: Record<string, AuthorComponent> = {
  ...Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, captioned(figure)])),
  OverflowTable: { properties: [], check: () => [] },
  SolvedGrid: {
    properties: ['of', 'show'],
    *check(attributes) {
      yield* required(attributes, 'of');
      for (const id of words(attributes['of'])) yield* knownExperiment(id);
      yield* known('quantity', attributes['show'], ['solved', 'epochs', 'dead']);
    },
  },
  Cite: {
    properties: ['id', 'narrative'],
    *check(attributes) {
      yield* required(attributes, 'id');
      for (const key of words(attributes['id']))
        yield* known('reference', key, Object.keys(loadReferences()));
    },
    mentions: ({ id }) => ({ cited: words(id) }),
  },
  Term: {
    properties: ['id'],
    *check(attributes, { locale }) {
      yield* required(attributes, 'id');
      yield* known('glossary entry', attributes['id'], Object.keys(glossary(locale)));
    },
    mentions: ({ id }) => ({ terms: id ? [id] : [] }),
  },
  Question: {
    properties: ['id'],
    hasElementId: true,
    speaks: ['question.say.'],
    *check(attributes, { locale, slug }) {
      yield* required(attributes, 'id');
      yield* known(
        `question in questions/${slug}.yml`,
        attributes['id'],
        Object.keys(questions(locale)[slug] ?? {}),
      );
    },
    mentions: ({ id }) => ({ questions: id ? [id] : [] }),
    styles: ({ id = '' }, { locale, slug }) =>
      stylesOfQuestion[questions(locale)[slug]?.[id]?.type ?? ''] ?? [],
  },
  Claim: {
    properties: ['id'],
    hasElementId: true,
    *check(attributes, { locale }) {
      yield* required(attributes, 'id');
      yield* known('claim', attributes['id'], Object.keys(claims(locale)));
    },
  },
  Measured: {
    properties: ['of', 'as', 'digits'],
    *check(attributes) {
      yield* required(attributes, 'of');
      yield* thrown(() => valueAt(attributes['of'] ?? ''));
    },
  },
  Holds: {
    properties: ['that'],
    *check(attributes, { text }) {
      yield* required(attributes, 'that');
      yield* thrown(() => {
        const broken = brokenClaims(attributes['that'] ?? '', valueAt);
        if (broken.length > 0)
          throw new RangeError(
            `${broken.join(' and ')} does not hold, so this is wrong: “${text}”`,
          );
      });
    },
  },
  Recorded: {
    properties: ['id'],
    *check(attributes) {
      yield* required(attributes, 'id');
      yield* knownExperiment(attributes['id']);
    },
  },
  ApproximationTable: {
    properties: ['columns', 'pieces'],
    *check(attributes) {
      yield* required(attributes, 'columns', 'pieces');
      yield* thrown(() => void columnsOf(attributes['columns'] ?? ''));
    },
  },
  CodeTabs: {
    properties: ['id', 'since'],
    hasElementId: true,
    *check(attributes) {
      yield* required(attributes, 'id');
      for (const id of [attributes['id'], attributes['since']]) {
        yield* known('idea in content/code/ideas', id, ideaIds());
        if (id && ideaIds().includes(id)) yield* thrown(() => void listingsOfIdea(id));
      }
    },
  },
  TrapPictures: {
    properties: ['id', 'of', 'alt'],
    hasElementId: true,
    *check(attributes) {
      yield* required(attributes, 'id', 'of', 'alt');
      yield* known('pair of pictures', attributes['of'], Object.keys(traps));
    },
  },
  Note: { properties: [], check: () => [] },
  Live: { properties: [], check: () => [] },
  Still: { properties: [], check: () => [] },
  Derivation: { properties: ['title'], check: (attributes) => required(attributes, 'title') },
  Statement: { properties: ['title'], check: (attributes) => required(attributes, 'title') },
  Summary: { properties: [], check: () => [] },
};

/** Name of a component -> its file, which has the same name, from the root of the project. */
export const astroFiles = new Map(
  globSync('components/*/*.astro')
    .map((file) => [path.basename(file, '.astro'), `/${file.replaceAll(path.sep, '/')}`] as const)
    .filter(([name]) => name in components),
);
