/** What the controls of a trainer are set to, as a reader reads it. */
import { getActivation } from '#activations/index.ts';
import { formatNumber, formatSetting } from '#i18n/numbers.ts';
import { settings, type SettingName } from '#lab/settings.ts';
import type { LabState } from '#lab/state.ts';
import { usualOutput } from '#nn/objective.ts';
import { layersText, setupTexts } from './setup-words.ts';
import type { ControlName } from './trainer-config.ts';
import type { Say } from './words.ts';

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
  hidden: layersText,
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
