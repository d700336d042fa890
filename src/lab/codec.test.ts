import { describe, expect, test } from 'vitest';
import type { TrainingSetup } from '#nn/setup.ts';
import { decodeLab, encodeLab } from './codec.ts';
import { labHref } from './link.ts';
import { settingNames, settings } from './settings.ts';
import { labSetup, labState } from './state.ts';

const base = labState(labSetup);
const read = (query: string) => {
  const { state, problems } = decodeLab(base, query);
  return { setup: state.setup, state, reasons: problems.map(({ reason }) => reason) };
};
/** What a link to this setup opens. */
const reopened = (changes: Partial<TrainingSetup>) => {
  const [, query = ''] = labHref({ ...labSetup, ...changes }).split('?');
  return read(query);
};

test('the laboratory as its author set it up needs no query', () => {
  expect(encodeLab(base, base)).toBe('');
  expect(labHref(labSetup, { page: '/en/lab/' })).toBe('/en/lab/#v1/lab');
});

test('a link says what differs, readably', () => {
  const setup = { ...labSetup, dataset: 'spiral', hidden: [8, 4], learningRate: 0.03 } as const;
  expect(labHref(setup, { page: '/en/lab/' })).toBe(
    '/en/lab/#v1/lab?dataset=spiral&hidden=8-4&learningRate=0.03',
  );
});

describe('a link reopens', () => {
  test.each<[string, Partial<TrainingSetup>]>([
    ['no hidden layer', { hidden: [] }],
    [
      'an activation for each layer, with parameters',
      {
        hidden: [4, 4, 4],
        activation: [
          { id: 'tanh' },
          { id: 'prelu', parameters: { alpha: 0.3 }, learned: false },
          { id: 'own', formula: 'max(0, z)^2 + a/(1 + z^2)', parameters: { a: -1.5 } },
        ],
      },
    ],
    ['a regression', { dataset: 'bowl', loss: 'squared-error', noise: 0 }],
    ['a mismatch', { loss: 'squared-error', output: 'sigmoid' }],
    [
      'own points',
      {
        dataset: 'own',
        own: {
          task: { kind: 'classes', classes: 3 },
          dimensions: 2,
          inputs: [-6, 0.25, 5.5, 1, 2, 3],
          targets: [0, 2, 1],
        },
        loss: 'cross-entropy',
      },
    ],
    [
      'own values',
      {
        dataset: 'own',
        own: { task: { kind: 'values' }, dimensions: 1, inputs: [-1, 0, 1], targets: [1, 0, -0.5] },
        loss: 'squared-error',
      },
    ],
    [
      'everything else',
      {
        optimizer: 'momentum',
        momentum: 0.5,
        l1: 0.001,
        l2: 0.01,
        normalization: 'batch',
        initialization: 'normal',
        sigma: 0.1,
        batchSize: 1,
        trainShare: 0.7,
        seed: 99,
      },
    ],
  ])('%s', (_what, changes) => {
    const { setup, reasons } = reopened(changes);
    expect(reasons).toEqual([]);
    expect(setup).toEqual({ ...labSetup, ...changes });
  });

  test('weights, in single precision', () => {
    const weights = Array.from({ length: 105 }, (_, k) => Math.sin(k) / 1e3);
    const [, query = ''] = labHref(labSetup, { weights }).split('?');
    expect(read(query).state.weights).toEqual(weights.map(Math.fround));
  });
});

describe('what does not fit is replaced and reported', () => {
  test.each<[string, string[], Partial<TrainingSetup>]>([
    ['hidden=0-4-99', ['outOfRange'], { hidden: [1, 4, 64] }],
    ['hidden=1-1-1-1-1-1-1-1-1', ['outOfRange'], { hidden: [1, 1, 1, 1, 1, 1, 1, 1] }],
    ['hidden=some', ['notNumber'], {}],
    ['learningRate=1e9', ['outOfRange'], { learningRate: 100 }],
    ['seed=1.5', ['notWhole'], { seed: 2 }],
    ['dataset=mnist', ['notChoice'], {}],
    ['activation=softmax', ['notChoice'], {}],
    ['activation=relu,soft', ['notChoice'], {}],
    ['activation=elu:alpha:-1', ['outOfRange'], { activation: { id: 'elu' } }],
    ['dropout=0.5', ['unknown'], {}],
    [
      'loss=squared-error&output=softmax&dataset=sine',
      ['notChoice'],
      {
        dataset: 'sine',
        loss: 'squared-error',
      },
    ],
    ['loss=cross-entropy&dataset=sine', ['notChoice'], { dataset: 'sine', loss: 'squared-error' }],
    ['points=c2.AAAA', ['unreadable'], {}],
    ['points=c2.AAAAABc', ['unreadable'], {}],
    ['weights=AAAAA', ['unreadable'], {}],
    ['weights=AAAAAAAAAAA', ['unreadable'], {}],
  ])('%s', (query, expected, changes) => {
    const { setup, reasons } = read(query);
    expect(reasons).toEqual(expected);
    expect(setup).toEqual({ ...labSetup, ...changes });
  });

  test('more activations than layers', () => {
    const { setup, reasons } = read('hidden=4&activation=relu,tanh');
    expect(reasons).toEqual(['outOfRange']);
    expect(setup.activation).toEqual([{ id: 'relu' }]);
  });

  test('a setting that the page does not offer', () => {
    const { state, problems } = decodeLab(base, 'seed=3&noise=1', ['seed']);
    expect(state.setup).toEqual({ ...labSetup, seed: 3 });
    expect(problems.map(({ field }) => field)).toEqual(['noise']);
  });
});

test('the text of a setting, taken, changes nothing', () => {
  for (const name of settingNames) {
    const text = settings[name].text(base);
    const { state, reason } = settings[name].take(base, text);
    expect([name, reason, settings[name].text(state)]).toEqual([name, undefined, text]);
  }
});

test('other data of another kind bring their own loss along', () => {
  const { setup } = read('dataset=three-arms');
  expect(setup.loss).toBe('cross-entropy');
  expect(read('dataset=xor').setup.loss).toBe('binary-cross-entropy');
});
