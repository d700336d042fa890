/** What an author types for a trainer, checked. Used while Markdown compiles and by the component. */
import { getActivation, type ElementwiseId } from '#activations/index.ts';
import { datasets, type DatasetId } from '#nn/datasets.ts';
import { initializations, type InitializationId } from '#nn/initialization.ts';
import { losses, type LossId } from '#nn/losses.ts';
import {
  controlNames,
  greatestSeed,
  readHidden,
  trainShare,
  type ControlName,
  type TrainerConfig,
} from './trainer-config.ts';

/** In MDX a value is a text or an expression: `samples="200"` and `samples={200}` mean the same. */
type Typed = string | number;

export interface TrainerProps {
  dataset: Typed;
  /** Id of an elementwise function, for every hidden layer. */
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
  /** Epochs of training behind the picture of the page. */
  still?: Typed;
  /** What the reader may change besides the seed, in words: `activation learningRate`. */
  controls?: Typed;
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
  still: 40,
  controls: 'activation learningRate',
} satisfies Partial<TrainerProps>;

/** What a number may be. Upper bounds keep a page quick to build and a figure quick to train. */
interface Bounds {
  whole: boolean;
  least: number;
  most: number;
}
const whole = (least: number, most: number): Bounds => ({ whole: true, least, most });
const bounds = {
  learningRate: { whole: false, least: 1e-6, most: 100 },
  seed: whole(0, greatestSeed),
  samples: whole(8, 2000),
  noise: { whole: false, least: 0, most: 10 },
  batchSize: whole(1, 2000),
  still: whole(0, 2000),
} satisfies Partial<Record<keyof TrainerProps, Bounds>>;

const layers = { most: 6, units: whole(1, 64) };

/**
 * The configuration that the props describe, and every problem in words that say what is allowed.
 * With a problem, the configuration is not to be used.
 */
export function readTrainerProps(given: Partial<TrainerProps>): {
  config: TrainerConfig;
  problems: string[];
} {
  const props = { ...defaults, ...given };
  const names = ['id', 'alt', 'dataset', 'activation', ...Object.keys(defaults)];
  const problems = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => `no property "${name}". Known: ${names.join(', ')}.`);

  const number = (name: keyof typeof bounds): number => {
    const value = parse(props[name]);
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

  const hidden = readHidden(String(props.hidden));
  if (hidden.length > layers.most || !hidden.every((units) => within(units, layers.units))) {
    problems.push(
      `hidden must be the units of up to ${layers.most} layers, each ${words(layers.units)}, such as "4 4"; "${props.hidden}" is not.`,
    );
  }
  const controls = String(props.controls).split(/\s+/).filter(Boolean) as ControlName[];
  for (const name of controls) {
    if (controlNames.includes(name)) continue;
    problems.push(`no control "${name}". Known: ${controlNames.join(', ')}.`);
  }
  const activation = String(props.activation);
  problems.push(...activationProblems(activation));

  const config: TrainerConfig = {
    setup: {
      dataset: known<DatasetId>('dataset', datasets),
      samples: number('samples'),
      noise: number('noise'),
      trainShare,
      hidden,
      activation: { id: activation as ElementwiseId },
      initialization: known<InitializationId>('initialization', initializations),
      loss: known<LossId>('loss', losses),
      learningRate: number('learningRate'),
      batchSize: number('batchSize'),
      seed: number('seed'),
    },
    still: number('still'),
    // In the order of the row, whatever the order typed.
    controls: controlNames.filter((name) => controls.includes(name)),
  };
  return { config, problems };
}

function* activationProblems(id: string): Iterable<string> {
  try {
    if (getActivation(id).kind !== 'elementwise')
      yield `activation must be an elementwise function; "${id}" takes more than one number.`;
  } catch (error) {
    yield (error as Error).message;
  }
}

const parse = (typed: Typed) =>
  typeof typed === 'string' && typed.trim() === '' ? NaN : Number(typed);

const within = (value: number, { whole, least, most }: Bounds) =>
  value >= least && value <= most && (!whole || Number.isInteger(value));

const words = ({ whole, least, most }: Bounds) =>
  `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`;
