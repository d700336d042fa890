/** What an author types for a trainer, checked. Used while Markdown compiles and by the component. */
import { bounds as labBounds, mostLayers, within, type Bounds } from '#lab/limits.ts';
import { activationSetting, readHidden } from '#lab/layers.ts';
import { labState } from '#lab/state.ts';
import { datasets, type DatasetId } from '#nn/datasets.ts';
import { initializations, type InitializationId } from '#nn/initialization.ts';
import { losses, type LossId } from '#nn/losses.ts';
import { normalizationIds } from '#nn/normalization.ts';
import { optimizers } from '#nn/optimizers.ts';
import { outputs } from '#nn/outputs.ts';
import { checkSetup, type TrainingSetup } from '#nn/setup.ts';
import { getActivation } from '#activations/index.ts';
import { controlNames, type ControlName, type TrainerConfig } from './trainer-config.ts';
import { viewNames, type ViewName } from './views/index.ts';

/** In MDX a value is a text or an expression: `samples="200"` and `samples={200}` mean the same. */
type Typed = string | number;

export interface TrainerProps {
  dataset: Typed;
  /** Id of an elementwise function for every hidden layer, or one for each: `relu tanh`, `prelu:alpha:0.1`. */
  activation: Typed;
  /** Units per hidden layer, such as `4 4`; nothing for no hidden layer. */
  hidden?: Typed;
  learningRate?: Typed;
  seed?: Typed;
  /** Training and test points together. */
  samples?: Typed;
  /** Standard deviation of a displacement of the points, in units of the plane. */
  noise?: Typed;
  batchSize?: Typed;
  loss?: Typed;
  initialization?: Typed;
  trainShare?: Typed;
  output?: Typed;
  optimizer?: Typed;
  momentum?: Typed;
  l1?: Typed;
  l2?: Typed;
  normalization?: Typed;
  sigma?: Typed;
  /** Epochs of training behind the picture of the page, in print, too: the ones that show most. */
  still: Typed;
  /**
   * `still`, or `untrained`: on a live page only the points are there until the reader trains, so that the
   * picture does not answer what the text asks first. Paper has the still all the same.
   */
  begins?: Typed;
  /** Epochs after which training stops by itself, where those of the chosen speed are not right. */
  stopsAt?: Typed;
  /** What the reader may change besides the seed, in words: `activation learningRate`. */
  controls?: Typed;
  /** What it shows of the inside of the network, in words: `histograms gradients`. */
  views?: Typed;
}

const defaults = {
  hidden: '',
  learningRate: 0.1,
  seed: 1,
  samples: 500,
  noise: 0,
  batchSize: 10,
  loss: 'binary-cross-entropy',
  initialization: 'he',
  trainShare: 0.5,
  begins: 'still',
  controls: 'activation learningRate',
  views: '',
} satisfies Partial<TrainerProps>;

const epochs: Bounds = { whole: true, least: 0, most: 2000 };
const bounds = { ...labBounds, still: epochs, stopsAt: { ...epochs, least: 1 } } satisfies Record<
  string,
  Bounds
>;

/** Own points and formulas need the room, and the words, of the laboratory. */
const chapterControls = controlNames.filter((name) => name !== 'points' && name !== 'formula');

/** What may be left out, because the setup does without. */
const optional = ['output', 'optimizer', 'momentum', 'l1', 'l2', 'normalization', 'sigma'] as const;

/**
 * The configuration that the props describe, and every problem in words that say what is allowed.
 * With a problem, the configuration is not to be used.
 */
export function readTrainerProps(given: Partial<TrainerProps>): {
  config: TrainerConfig;
  /** See `begins`. */
  untrained: boolean;
  problems: string[];
} {
  const props = { ...defaults, ...given };
  const names = [
    'id',
    'alt',
    'dataset',
    'activation',
    'still',
    ...Object.keys(defaults),
    ...optional,
    'stopsAt',
  ];
  const problems = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => `no property "${name}". Known: ${names.join(', ')}.`);

  const number = (name: keyof typeof bounds & keyof TrainerProps): number => {
    const value = parse(props[name] ?? '');
    if (!within(value, bounds[name])) {
      problems.push(`${name} must be ${words(bounds[name])}; "${props[name]}" is not.`);
    }
    return value;
  };
  const known = <Key extends string>(name: keyof TrainerProps, options: object): Key => {
    const key = String(props[name]);
    if (!Object.hasOwn(options, key)) {
      problems.push(`no ${name} "${key}". Known: ${Object.keys(options).join(', ')}.`);
    }
    return key as Key;
  };

  const listed = <Name extends string>(
    what: string,
    typed: Typed,
    known: readonly Name[],
  ): readonly Name[] => {
    const found = String(typed).split(/\s+/).filter(Boolean);
    for (const name of found) {
      if ((known as readonly string[]).includes(name)) continue;
      problems.push(`no ${what} "${name}". Known: ${known.join(', ')}.`);
    }
    // In the order of the page, whatever the order typed.
    return known.filter((name) => found.includes(name));
  };

  const hidden = readHidden(String(props.hidden));
  if (hidden.length > mostLayers || !hidden.every((units) => within(units, bounds.units))) {
    problems.push(
      `hidden must be the units of up to ${mostLayers} layers, each ${words(bounds.units)}, such as "4 4"; "${props.hidden}" is not.`,
    );
  }
  const typedActivation = String(props.activation);
  const refused = [...activationProblems(typedActivation)];
  problems.push(...refused);
  const options = {
    output: () => known<NonNullable<TrainingSetup['output']>>('output', outputs),
    optimizer: () => known<NonNullable<TrainingSetup['optimizer']>>('optimizer', optimizers),
    normalization: () =>
      known<NonNullable<TrainingSetup['normalization']>>(
        'normalization',
        Object.fromEntries(normalizationIds.map((id) => [id, id])),
      ),
    momentum: () => number('momentum'),
    l1: () => number('l1'),
    l2: () => number('l2'),
    sigma: () => number('sigma'),
  };
  const setup: TrainingSetup = {
    dataset: known<DatasetId>('dataset', datasets),
    samples: number('samples'),
    noise: number('noise'),
    trainShare: number('trainShare'),
    hidden,
    activation: { id: 'identity' },
    initialization: known<InitializationId>('initialization', initializations),
    loss: known<LossId>('loss', losses),
    learningRate: number('learningRate'),
    batchSize: number('batchSize'),
    seed: number('seed'),
    ...Object.fromEntries(
      optional.filter((name) => given[name] !== undefined).map((name) => [name, options[name]()]),
    ),
  };
  const config: TrainerConfig = {
    setup: refused.length > 0 ? setup : withActivation(setup, typedActivation),
    still: number('still'),
    ...(given.stopsAt !== undefined && { stopsAt: number('stopsAt') }),
    controls: listed<ControlName>('control', props.controls, chapterControls),
    views: listed<ViewName>('view', props.views, viewNames),
    labPage: '',
  };
  const begins = known('begins', { still: true, untrained: true });
  if (problems.length === 0) problems.push(...setupProblems(config.setup));
  return { config, untrained: begins === 'untrained', problems };
}

/** One function for all layers, or one for each. */
const withActivation = (setup: TrainingSetup, typed: string): TrainingSetup =>
  activationSetting.take(labState(setup), typed.trim().split(/\s+/).join(',')).state.setup;

function* activationProblems(typed: string): Iterable<string> {
  for (const ref of typed.split(/\s+/)) {
    const [id = ''] = ref.split(':');
    try {
      if (getActivation(id).kind !== 'elementwise')
        yield `activation must be an elementwise function; "${id}" takes more than one number.`;
    } catch (error) {
      yield (error as Error).message;
    }
  }
}

/** What only shows when all of it is put together, such as a loss that does not go with the data. */
function* setupProblems(setup: TrainingSetup): Iterable<string> {
  try {
    checkSetup(setup);
  } catch (error) {
    yield (error as Error).message;
  }
}

const parse = (typed: Typed) =>
  typeof typed === 'string' && typed.trim() === '' ? NaN : Number(typed);

const words = ({ whole, least, most }: Bounds) =>
  `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`;
