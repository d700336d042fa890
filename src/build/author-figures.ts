/** The figures that an author can place, and what each placement must say. */
import { experiments } from '#experiments/index.ts';
import { FormulaError, ownFunction } from '#formula/index.ts';
import type { Locale } from '#i18n/locales.ts';
import { messagesFor, type MessageKey } from '#i18n/messages.ts';
import { readBackpropProps } from '../../components/backprop/config.ts';
import { bends } from '../../components/collapse/collapse-state.ts';
import { readCompareProps } from '../../components/compare/compare-config.ts';
import { handleCounts, kinds, targetIds } from '../../components/curve-builder/builder-state.ts';
import { depths, scale } from '../../components/depth/depth-state.ts';
import { controlNames as experimentControls } from '../../components/experiment/config.ts';
import { rowNames } from '../../components/experiment/settings.ts';
import { readLogits } from '../../components/softmax/softmax-state.ts';
import { readTrainerProps } from '../../components/trainer/trainer-props.ts';
import {
  known,
  knownExperiment,
  knownFunctions,
  required,
  words,
  type Attributes,
  type AuthorComponent,
} from './author-checks.ts';
import { plotProblems } from './plot-checks.ts';

/** What a reader would be told of the formula. */
function* formulaProblems(formula: string, locale: Locale) {
  const t = messagesFor(locale);
  try {
    ownFunction(formula);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const { reason, hint, values } = error;
    yield `formula: ${t(`formula.error.${reason}`, values)} ${t(`formula.hint.${hint}` as MessageKey, values)}`;
  }
}

/** Every variant has a name, or none has. */
function* rightlyNamed({ of, rows }: Attributes) {
  const variants = Object.keys(experiments.find(({ id }) => id === of)?.variants ?? {});
  if (!rows || variants.length === 0) return;
  const names = rowNames(rows);
  if (names.length !== variants.length || names.includes(''))
    yield `rows must name ${variants.length} variants with | between: ${variants.join(', ')}.`;
}

/** A figure has an id to link to and a text for those who cannot see it. */
const figure = { hasElementId: true } as const;

export const figures: Record<string, AuthorComponent> = {
  ActivationPlot: {
    ...figure,
    properties: [
      ...['id', 'fn', 'alt', 'z', 'parameters', 'derivative', 'tangent'],
      ...['saturation', 'threshold', 'x', 'y'],
    ],
    check: plotProblems,
    mentions: ({ fn }) => ({ functions: words(fn) }),
  },
  Trainer: {
    ...figure,
    properties: 'own',
    speaks: ['trainer.', 'view.', 'lab.mismatch.', 'export.'],
    *check(attributes) {
      yield* required(attributes, 'id', 'dataset', 'activation', 'alt');
      yield* readTrainerProps(attributes).problems;
    },
    mentions: ({ activation }) => ({ functions: words(activation) }),
    styles: ({ views }) => (views?.trim() ? ['views-part'] : []),
  },
  Backprop: {
    ...figure,
    properties: 'own',
    speaks: ['view.'],
    *check(attributes) {
      yield* required(attributes, 'id', 'alt');
      yield* readBackpropProps(attributes).problems;
    },
    mentions: ({ activation = 'sigmoid' }) => ({ functions: words(activation) }),
  },
  CollapseLab: {
    ...figure,
    properties: ['id', 'alt', 'bend'],
    speaks: ['collapse.'],
    *check(attributes) {
      yield* required(attributes, 'id', 'alt');
      yield* known('function to bend with', attributes['bend'], bends);
    },
  },
  CurveBuilder: {
    ...figure,
    properties: ['id', 'alt', 'kind', 'target', 'handles', 'start'],
    speaks: ['curve.'],
    *check(attributes) {
      yield* required(attributes, 'id', 'alt');
      yield* known('kind of unit', attributes['kind'], kinds);
      yield* known('target', attributes['target'], targetIds);
      yield* known('number of handles', attributes['handles'], handleCounts.map(String));
      yield* known('start', attributes['start'], ['fit', 'flat']);
    },
  },
  OwnFunction: {
    ...figure,
    properties: ['id', 'formula', 'alt', 'parameters', 'z', 'x'],
    speaks: ['formula.'],
    *check(attributes, { locale }) {
      yield* required(attributes, 'id', 'formula', 'alt');
      yield* formulaProblems(attributes['formula'] ?? '', locale);
    },
  },
  PropertyDashboard: {
    ...figure,
    properties: ['id', 'fn', 'alt'],
    speaks: ['properties.'],
    *check(attributes) {
      yield* required(attributes, 'id', 'fn', 'alt');
      yield* knownFunctions([attributes['fn'] ?? '']);
    },
    mentions: ({ fn }) => ({ functions: words(fn) }),
  },
  SoftmaxLab: {
    ...figure,
    properties: ['id', 'logits', 'alt'],
    speaks: ['softmax.'],
    *check(attributes) {
      yield* required(attributes, 'id', 'logits', 'alt');
      const logits = readLogits(attributes['logits'] ?? '');
      if (logits.length < 2 || logits.length > 12 || !logits.every(Number.isFinite))
        yield 'logits must be 2 to 12 numbers, separated by spaces.';
    },
    mentions: () => ({ functions: ['softmax'] }),
  },
  DepthMeter: {
    ...figure,
    properties: ['id', 'alt', 'activation', 'depth', 'gain'],
    speaks: ['depth.'],
    *check(attributes) {
      yield* required(attributes, 'id', 'alt');
      yield* knownFunctions(words(attributes['activation']));
      yield* known('depth', attributes['depth'], depths.map(String));
      const gain = Number(attributes['gain'] ?? 1);
      if (!(gain >= 2 ** scale.min && gain <= 2 ** scale.max))
        yield `gain must be a number from ${2 ** scale.min} to ${2 ** scale.max}.`;
    },
    mentions: ({ activation }) => ({ functions: words(activation) }),
  },
  Compare: {
    ...figure,
    properties: 'own',
    speaks: ['trainer.', 'experiment.'],
    *check({ id, alt, ...attributes }) {
      yield* required(
        { id: id ?? '', alt: alt ?? '', ...attributes },
        'id',
        'dataset',
        'a',
        'b',
        'alt',
      );
      yield* readCompareProps(attributes).problems;
    },
    mentions: ({ a, b }) => ({ functions: words(`${a} ${b}`) }),
  },
  Experiment: {
    ...figure,
    properties: ['id', 'of', 'alt', 'controls', 'rows'],
    speaks: ['experiment.'],
    *check(attributes) {
      yield* required(attributes, 'id', 'of', 'alt');
      yield* knownExperiment(attributes['of']);
      yield* rightlyNamed(attributes);
      for (const name of words(attributes['controls']))
        yield* known('control', name, experimentControls);
    },
  },
  Stills: {
    ...figure,
    properties: ['id', 'of', 'variants', 'seed', 'epochs', 'alt'],
    *check(attributes) {
      const { of, variants, seed, epochs } = attributes;
      yield* required(attributes, 'id', 'of', 'variants', 'seed', 'epochs', 'alt');
      yield* knownExperiment(of);
      const experiment = experiments.find(({ id }) => id === of);
      if (!experiment) return;
      for (const variant of words(variants))
        yield* known('variant', variant, Object.keys(experiment.variants));
      yield* known('seed', seed, experiment.seeds.map(String));
      if (words(epochs).some((epoch) => !(Number(epoch) <= experiment.epochs)))
        yield `epochs must be numbers up to ${experiment.epochs}; "${epochs}" is not.`;
    },
  },
};
