/** The settings of an experiment as a reader reads them. Build time only. */
import { outlierSize, type Alteration } from '#experiments/altered.ts';
import { settingsOf, setupOf, type Experiment } from '#experiments/experiment.ts';
import { colourOf } from '#figures/palette.ts';
import type { MessageKey, Translate } from '#i18n/messages.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import { defaultSigma } from '#nn/initialization.ts';
import { outputUnits } from '#nn/objective.ts';
import { activationsOf, dimensionsOf, outputOf, taskOf, type TrainingSetup } from '#nn/setup.ts';
import { activationText, setupTexts } from '../trainer/setup-words.ts';
import type { Say } from '../trainer/words.ts';

const trainerWords =
  (t: Translate): Say =>
  (key, values = {}) =>
    t(`trainer.${key}` as MessageKey, values);

/** One name for equal layers, or one for each. */
const activationNames = (setup: TrainingSetup, say: Say): string =>
  [...new Set(activationsOf(setup).map((ref) => activationText(ref, say)))].join(', ');

/** Units per layer, inputs and outputs included: `2-4-2-1`. */
const shapeName = (setup: TrainingSetup) => {
  const outputs = outputUnits(taskOf(setup), setup.loss, outputOf(setup));
  return [dimensionsOf(setup), ...setup.hidden, outputs].join('-');
};

const percent = (share: number) => `${formatNumber(100 * share, 0)} %`;

const setupsOf = (experiment: Experiment) =>
  Object.keys(experiment.variants).map((key) => setupOf(experiment, key, experiment.seeds[0]!));

/** The settings of each variant in words, its points as they are before anything is done to them. */
const textsOf = (experiment: Experiment, t: Translate) =>
  Object.keys(experiment.variants).map((variant) => {
    const { altered, ...settings } = settingsOf(experiment, variant);
    const setup = { ...settings, seed: experiment.seeds[0]! };
    const texts = setupTexts(setup, trainerWords(t));
    const { dataset = '', initialization = '' } = texts;
    const sigma = settings.initialization === 'normal' ? (settings.sigma ?? defaultSigma) : NaN;
    return {
      ...texts,
      dataset: [dataset, ...alterationTexts(altered, t)].join('; '),
      initialization: initialization + (sigma >= 0 ? `, σ = ${formatSetting(sigma)}` : ''),
    };
  });

function alterationTexts(altered: Alteration | undefined, t: Translate): string[] {
  const { scale, outliers, distraction } = altered ?? {};
  return [
    scale !== undefined && t('experiment-page.altered.scale', { factor: formatSetting(scale) }),
    outliers !== undefined &&
      t('experiment-page.altered.outliers', { share: percent(outliers), size: outlierSize }),
    distraction && t('experiment-page.altered.distraction'),
  ].filter((text) => typeof text === 'string');
}

/** What each variant is called: by the settings in which variants differ, else by its function. */
export function variantLabels(experiment: Experiment, t: Translate): string[] {
  const setups = setupsOf(experiment);
  const functions = setups.map((setup) => activationNames(setup, trainerWords(t)));
  const differ = (texts: readonly string[]) => new Set(texts).size > 1;
  const shapes = setups.map(shapeName);
  const all: Record<string, string>[] = textsOf(experiment, t);
  const others = Object.keys(all[0]!).filter(
    (key) => !['hidden', 'activation'].includes(key) && differ(all.map((texts) => texts[key]!)),
  );
  const byFunction = differ(functions) || !(differ(shapes) || others.length > 0);
  return setups.map((_, k) =>
    [
      differ(shapes) ? shapes[k] : '',
      byFunction ? functions[k] : '',
      ...others
        .filter((key) => all[k]![key])
        .map((key) => `${t(`trainer.setup.${key}` as MessageKey)} ${all[k]![key]}`),
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** Names of variants as an author types them: `ReLU | leaky ReLU | tanh`. */
export const rowNames = (typed: string): string[] => typed.split('|').map((name) => name.trim());

/** Each variant has the colour of its first layer's function. */
export const variantColours = (experiment: Experiment): string[] =>
  setupsOf(experiment).map((setup) => colourOf(activationsOf(setup)[0]?.id ?? 'identity'));

/** When a run has got there: `at the end of some epoch …`. */
export function goalText({ solvedWhen }: Experiment, t: Translate): string {
  const { points: side, accuracyAtLeast, lossBelow } = solvedWhen;
  const points = t(`experiment-page.points.${side}`);
  if (accuracyAtLeast === undefined)
    return t('experiment-page.goal.loss', { points, loss: formatSetting(lossBelow ?? Infinity) });
  const accuracy = t(
    accuracyAtLeast === 1 ? 'experiment-page.goal.all' : 'experiment-page.goal.accuracy',
    {
      points,
      accuracy: percent(accuracyAtLeast),
    },
  );
  return lossBelow === undefined
    ? accuracy
    : t('experiment-page.goal.both', { accuracy, loss: formatSetting(lossBelow) });
}

export interface SettingText {
  /** Of the setting, for the living figure to find it. */
  readonly key: string;
  readonly name: string;
  readonly text: string;
}

/** Everything that a reader needs to repeat the runs. What varies has several values. */
export function settingTexts(experiment: Experiment, t: Translate): SettingText[] {
  const { seeds, epochs, stopWhenSolved } = experiment;
  const all: Record<string, string>[] = textsOf(experiment, t);
  const shared = Object.keys(all[0]!)
    .filter((key) => key !== 'seed')
    .map((key) => {
      const texts = new Set(all.map((one) => one[key]!));
      return [key, [...texts].filter(Boolean).join(' / ')] as const;
    })
    .filter(([, text]) => text !== '');
  const own = {
    epochs: t(stopWhenSolved ? 'experiment-page.epochsStop' : 'experiment-page.epochs', { epochs }),
    goal: goalText(experiment, t),
    seeds: t('experiment.seeds', { first: seeds[0]!, last: seeds.at(-1)! }),
  };
  return [...shared, ...Object.entries(own)].map(([key, text]) => {
    const prefix = key in own ? 'experiment-page.setting' : 'trainer.setup';
    return { key, name: t(`${prefix}.${key}` as MessageKey), text };
  });
}
