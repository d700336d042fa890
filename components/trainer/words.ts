/** A trainer's setup and results as a reader reads them: in the page and live. */
import { getActivation } from '#activations/index.ts';
import { curveRange } from '#figures/decision-surface-lines.ts';
import { surfaceKind, type Ground } from '#figures/decision-surface.ts';
import type { EpochRecord } from '#figures/loss-chart-curves.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import { readHidden } from '#lab/layers.ts';
import { settings, type SettingName } from '#lab/settings.ts';
import type { LabState } from '#lab/state.ts';
import type { ActivationRef } from '#nn/kernels.ts';
import { usualOutput } from '#nn/objective.ts';
import { drawSplit } from '#nn/split.ts';
import { activationsOf, outputOf, type TrainingSetup } from '#nn/setup.ts';
import type { Standing } from './protocol.ts';
import type { ControlName } from './trainer-config.ts';

/** What only the laboratory says: chapters need not carry these words. */
const labOnly: ReadonlySet<string> = new Set([
  'own',
  'embed',
  'weights',
  'part',
  'group',
  'distribution',
  'deviation',
  'deviationOutput',
  'sameWeights',
]);

/** The key of a message that a trainer speaks of as `status.new` or `own.said.added`. */
export const messageKey = (key: string): string =>
  `${labOnly.has(key.split('.')[0]!) ? 'lab' : 'trainer'}.${key}`;

/** A message with its values; see `messageKey`. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

const layers = (text: string, say: Say): string => {
  const units = readHidden(text).map(String);
  return units.length === 0 ? say('setup.noLayers') : units.join(', ');
};

/** An activation with the parameters that were chosen for it. */
export function activationText(ref: ActivationRef, say: Say): string {
  if (ref.id === 'own') return say('setup.ownFunction', { formula: ref.formula });
  const { name, parameters } = getActivation(ref.id);
  const chosen = Object.entries(ref.parameters ?? {}).map(
    ([key, value]) =>
      `${(parameters as Record<string, { symbol: string }>)[key]!.symbol} = ${formatSetting(value)}`,
  );
  return chosen.length > 0 ? `${name} (${chosen.join(', ')})` : name;
}

const number = (text: string) => formatSetting(Number(text));
const named =
  (name: string) =>
  (id: string, say: Say): string =>
    say(`${name}.${id}`);

/** A choice of a control in words. */
export const choiceText: Partial<
  Record<SettingName, (choice: string, say: Say, state: LabState) => string>
> = {
  dataset: named('dataset'),
  samples: number,
  noise: number,
  trainShare: (share, say) => say('percent', { value: formatNumber(100 * Number(share), 0) }),
  hidden: layers,
  activation: (text, say) =>
    text
      .split(',')
      .map((ref) => ref.split(':')[0]!)
      .map((id) => (id === 'own' ? say('ownFunction') : getActivation(id).name))
      .join(', '),
  initialization: named('initialization'),
  sigma: number,
  normalization: named('normalization'),
  loss: named('loss'),
  // Nothing stands for the one that belongs to the loss.
  output: (id, say, { setup }) =>
    id === ''
      ? say('output.usual', { output: say(`output.${usualOutput[setup.loss]}`) })
      : say(`output.${id}`),
  optimizer: named('optimizer'),
  learningRate: number,
  momentum: number,
  batchSize: number,
  l1: number,
  l2: number,
  speed: named('speed'),
};

/** The controls that each line of a setup speaks of, where they are not of the same name. */
const toldBy: Readonly<Record<string, readonly string[]>> = {
  dataset: ['dataset', 'points'],
  hidden: ['hidden', 'layers'],
  activation: ['activation', 'formula', 'layers'],
  loss: ['loss', 'output'],
  optimizer: ['optimizer', 'momentum'],
  penalty: ['l1', 'l2'],
};

/**
 * Everything that a reader needs to repeat the run: the name of each setting and its value.
 *
 * @param hide controls whose settings are not told: their texts are empty
 */
export function setupTexts(
  setup: TrainingSetup,
  say: Say,
  hide: readonly string[] = [],
): Record<string, string> {
  const texts = allTexts(setup, say, hide);
  for (const name of Object.keys(texts))
    if ((toldBy[name] ?? [name]).some((control) => hide.includes(control))) texts[name] = '';
  return texts;
}

function allTexts(setup: TrainingSetup, say: Say, hide: readonly string[]): Record<string, string> {
  const { activation, optimizer = 'sgd', momentum, l1 = 0, l2 = 0, normalization } = setup;
  const refs = 'id' in activation ? [activation] : activation;
  const penalties = [l1 > 0 && `L1 ${formatSetting(l1)}`, l2 > 0 && `L2 ${formatSetting(l2)}`];
  return {
    // The line of the data tells these, too.
    dataset: ['samples', 'noise', 'trainShare'].some((name) => hide.includes(name))
      ? say(`dataset.${setup.dataset}`)
      : dataText(setup, say),
    hidden: layers(setup.hidden.join(' ') || 'none', say),
    activation: refs.map((ref) => activationText(ref, say)).join(', '),
    learningRate: formatSetting(setup.learningRate),
    batchSize: String(setup.batchSize),
    loss: say('setup.lossOf', {
      loss: say(`loss.${setup.loss}`),
      output: say(`output.${outputOf(setup)}`),
    }),
    initialization: say(`initialization.${setup.initialization}`),
    optimizer:
      say(`optimizer.${optimizer}`) +
      (optimizer === 'momentum' && momentum !== undefined ? ` ${formatSetting(momentum)}` : ''),
    normalization:
      normalization && normalization !== 'none' ? say(`normalization.${normalization}`) : '',
    penalty: penalties.filter(Boolean).join(', '),
    seed: String(setup.seed),
  };
}

function dataText(setup: TrainingSetup, say: Say): string {
  const { dataset, noise, trainShare, own } = setup;
  const values = {
    dataset: say(`dataset.${dataset}`),
    noise: formatSetting(noise),
    samples: dataset === 'own' ? (own?.targets.length ?? 0) : setup.samples,
    share:
      trainShare === 0.5
        ? say('setup.half')
        : say('setup.share', { value: formatNumber(100 * trainShare, 0) }),
  };
  const shared = dataset === 'own' && own && own.targets.length > 0 && drawSplit(setup).shared;
  const key = shared ? 'shared' : dataset === 'own' ? 'own' : noise > 0 ? 'noisy' : 'plain';
  return say(`data.${key}`, values);
}

/** The numbers of an epoch, by the name of their place in the figure. */
export const recordTexts = (record: EpochRecord | Standing, say: Say) => {
  const { epoch, train, test } = record;
  const further = 'steps' in record ? record.steps - epoch * record.stepsPerEpoch : 0;
  return {
    epoch: further > 0 ? say('epochAndSteps', { epoch, steps: further }) : String(epoch),
    trainLoss: formatNumber(train.loss),
    testLoss: formatNumber(test.loss),
    accuracy:
      test.accuracy === undefined
        ? '–'
        : say('percent', { value: formatNumber(100 * test.accuracy, 1) }),
  };
};

/** The same as a sentence; nothing without a record. */
export function recordSentence(record: EpochRecord | Standing | undefined, say: Say): string {
  if (!record) return '';
  const key = record.test.accuracy === undefined ? 'numbersOfValues' : 'numbers';
  return say(key, recordTexts(record, say));
}

/** What stands at the ends of the axes: of x₁ or x, and of x₂ or y. */
export function groundTexts({ domain, dimensions, range = [0, 1] }: Ground) {
  const vertical = dimensions === 1 ? curveRange(range) : domain;
  return {
    left: formatSetting(domain[0]),
    right: formatSetting(domain[1]),
    bottom: formatSetting(vertical[0]),
    top: formatSetting(vertical[1]),
    least: formatSetting(range[0]),
    greatest: formatSetting(range[1]),
    horizontal: dimensions === 1 ? 'x' : 'x₁',
    vertical: dimensions === 1 ? 'y' : 'x₂',
  };
}

/** The parts of the key that fit a ground. */
export function keyName(ground: Pick<Ground, 'task' | 'dimensions'>): readonly string[] {
  const kind = surfaceKind(ground);
  const { task } = ground;
  if (task.kind === 'values') return [kind];
  return [
    'classes',
    ...(task.classes > 2 ? ['class2'] : []),
    ...(kind === 'curve' ? ['curve'] : []),
  ];
}

/** What a control is set to, in words. */
export function lockedText(name: ControlName, state: LabState, say: Say): string {
  const { setup } = state;
  const texts = setupTexts(setup, say);
  if (name === 'points') return texts['dataset']!;
  if (name === 'layers') return `${texts['hidden']}; ${texts['activation']}`;
  if (name === 'activation') return texts['activation']!;
  const text = settings[name].text(state);
  return choiceText[name]?.(text, say, state) ?? text;
}

/** What the reader has just changed, and to what. */
export function changeText(name: SettingName, state: LabState, say: Say): string {
  const text = settings[name].text(state);
  const value =
    name === 'activation'
      ? setupTexts(state.setup, say)['activation']!
      : (choiceText[name]?.(text, say, state) ?? text);
  if (name === 'formula') return say('change.formula');
  if (name === 'points')
    return say('change.points', { count: state.setup.own?.targets.length ?? 0 });
  const setting = say(`setup.${name}`);
  return value ? say('change', { setting, value }) : setting;
}

/** The values that learned parameters of activation functions have come to, by hidden layer. */
export function learnedText(
  learned: readonly Readonly<Record<string, number>>[],
  setup: TrainingSetup,
  say: Say,
): string {
  const refs = activationsOf(setup);
  const texts = learned.flatMap((values, l) =>
    Object.entries(values).map(([name, value]) => {
      const { id } = refs[l]!;
      const parameters: Record<string, { symbol: string }> =
        id === 'own' ? {} : getActivation(id).parameters;
      const symbol = parameters[name]?.symbol ?? name;
      return say('learnedValue', { layer: l + 1, symbol, value: formatNumber(value) });
    }),
  );
  return texts.join(', ');
}
