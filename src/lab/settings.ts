/** Every setting of the laboratory, in the order in which links name them and are read. */
import { activationSetting, formulaSetting, hiddenSetting } from './layers.ts';
import { datasetSetting, lossSetting, outputSetting, pointsSetting } from './task.ts';
import { choiceSetting, numberSetting, type Setting } from './setting.ts';
import { speeds, type SpeedId } from './state.ts';
import { bytesToText, textToBytes } from './base64.ts';
import { defaultSigma, initializations } from '#nn/initialization.ts';
import { normalizationIds } from '#nn/normalization.ts';
import { defaultMomentum, optimizers } from '#nn/optimizers.ts';

/**
 * A factor of about 3 between neighbours: enough to go from too slow to too fast in a few tries. And 2,
 * since between 1 and 3 many small networks die or diverge.
 */
const learningRates = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 2, 3, 10, 30, 100];
const penalties = [0, 0.00001, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1];

const speedSetting: Setting = {
  text: ({ speed }) => speed,
  take: (state, text) =>
    (speeds as readonly string[]).includes(text)
      ? { state: { ...state, speed: text as SpeedId } }
      : { state, reason: 'notChoice' },
  options: () => speeds,
};

/** Words with spaces between, such as the names of views. What a page does not know it leaves out. */
const wordsSetting = (name: 'views' | 'hide' | 'lock'): Setting => ({
  text: (state) => state[name].join(' '),
  take: (state, text) => ({
    state: { ...state, [name]: text.split(/\s+/).filter((word) => /^[\w-]+$/.test(word)) },
  }),
});

/** Weights and biases in single precision. Whether there are enough of them, the run says. */
const weightsSetting: Setting = {
  text: ({ weights }) =>
    weights ? bytesToText(new Uint8Array(Float32Array.from(weights).buffer)) : '',
  take(state, text) {
    if (text === '') return { state: { ...state, weights: undefined } };
    const bytes = textToBytes(text);
    if (!bytes || bytes.length % 4 !== 0) return { state, reason: 'unreadable' };
    const weights = [...new Float32Array(bytes.buffer)];
    return weights.every(Number.isFinite)
      ? { state: { ...state, weights } }
      : { state, reason: 'unreadable' };
  },
};

export const settings = {
  dataset: datasetSetting,
  samples: numberSetting('samples'),
  noise: numberSetting('noise'),
  trainShare: numberSetting('trainShare'),
  points: pointsSetting,
  hidden: hiddenSetting,
  formula: formulaSetting,
  activation: activationSetting,
  initialization: choiceSetting('initialization', () => Object.keys(initializations)),
  sigma: numberSetting('sigma', { initial: defaultSigma, steps: [0.01, 0.03, 0.1, 0.3, 1, 3] }),
  normalization: choiceSetting('normalization', () => normalizationIds, 'none'),
  loss: lossSetting,
  output: outputSetting,
  optimizer: choiceSetting('optimizer', () => Object.keys(optimizers), 'sgd'),
  learningRate: numberSetting('learningRate', { steps: learningRates }),
  momentum: numberSetting('momentum', {
    initial: defaultMomentum,
    steps: [0.5, 0.8, 0.9, 0.95, 0.99],
  }),
  batchSize: numberSetting('batchSize', { steps: [1, 2, 5, 10, 20, 50, 100, 250] }),
  l1: numberSetting('l1', { initial: 0, steps: penalties }),
  l2: numberSetting('l2', { initial: 0, steps: penalties }),
  seed: numberSetting('seed'),
  speed: speedSetting,
  views: wordsSetting('views'),
  weights: weightsSetting,
  hide: wordsSetting('hide'),
  lock: wordsSetting('lock'),
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

export const settingNames = Object.keys(settings) as SettingName[];

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settings, name);
