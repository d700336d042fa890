/** A trainer's setup as a reader reads it: in the page and live. */
import { getActivation } from '#activations/index.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import { readHidden } from '#lab/layers.ts';
import type { ActivationRef } from '#nn/kernels.ts';
import { activationsOf, outputOf, type TrainingSetup } from '#nn/setup.ts';
import { drawSplit } from '#nn/split.ts';
import type { Say } from './words.ts';

/** The units of each hidden layer, from the text of the setting. */
export const layersText = (text: string, say: Say): string => {
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
    hidden: layersText(setup.hidden.join(' ') || 'none', say),
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
