import { expect, test } from 'vitest';
import { elementwise } from '#activations/index.ts';
import { datasets } from '#nn/datasets.ts';
import { initializations } from '#nn/initialization.ts';
import { losses } from '#nn/losses.ts';
import { tableRows, toCsv } from './table.ts';
import { circle, say } from './testing.ts';
import { settings, settingNames } from '#lab/settings.ts';
import { labState } from '#lab/state.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { outputs } from '#nn/outputs.ts';
import { choiceText } from './control-words.ts';
import { recordSentence, recordTexts } from './record-words.ts';
import { setupTexts } from './setup-words.ts';

const record = (epoch: number, loss = 0.25) => ({
  epoch,
  train: { loss, accuracy: 1 },
  test: { loss: 2 * loss, accuracy: 0.984 },
});

test('the setup says all that a run is made of', () => {
  expect(setupTexts(circle, say)).toEqual({
    dataset: 'circle, 200 points, half of them for training',
    hidden: '4, 4',
    activation: 'ReLU',
    learningRate: '0.1',
    batchSize: '10',
    loss: 'binary cross-entropy, output sigmoid',
    initialization: 'He',
    optimizer: 'SGD',
    normalization: '',
    penalty: '',
    seed: '1',
  });
});

test('noise is named, and having no hidden layer too', () => {
  const texts = setupTexts({ ...circle, noise: 0.5, hidden: [] }, say);
  expect(texts['dataset']).toContain('noise 0.5');
  expect(texts['hidden']).toBe('none');
});

test('what is hidden is not told', () => {
  const texts = setupTexts({ ...circle, noise: 0.5 }, say, ['noise', 'output', 'layers']);
  expect(texts).toMatchObject({ dataset: 'circle', loss: '', hidden: '', activation: '' });
});

test('points too few to part are said to serve for both', () => {
  const own = { task: { kind: 'classes', classes: 2 }, dimensions: 2 } as const;
  const told = (inputs: number[], targets: number[]) =>
    setupTexts({ ...circle, dataset: 'own', own: { ...own, inputs, targets } }, say)['dataset'];
  expect(told([1, 2], [0])).toMatch(/all serve for both/);
  expect(told([1, 2, 3, 4, 5, 6, 7, 8], [0, 0, 1, 1])).toMatch(/half of them/);
  expect(told([], [])).toMatch(/\(0\)/);
});

test('every choice, and everything an author can set, has words', () => {
  const state = labState(circle);
  for (const name of settingNames) {
    const { options } = settings[name] as { options?: (of: typeof state) => readonly string[] };
    if (!options) continue;
    const texts = options(state).map((choice) => choiceText[name]!(choice, say, state));
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).not.toBe('');
  }
  const kinds: Partial<TrainingSetup>[] = [
    ...Object.keys(datasets).map((dataset) => ({ dataset }) as Partial<TrainingSetup>),
    ...Object.keys(outputs).map((output) => ({ output }) as Partial<TrainingSetup>),
    { optimizer: 'momentum', momentum: 0.5, l1: 0.1, l2: 0.01, normalization: 'batch' },
    {
      activation: [
        { id: 'own', formula: 'a z' },
        { id: 'prelu', parameters: { alpha: 0.5 } },
      ],
    },
    ...Object.keys(losses).map((loss) => ({ loss }) as Partial<TrainingSetup>),
    ...Object.keys(initializations).map(
      (initialization) => ({ initialization }) as Partial<TrainingSetup>,
    ),
    ...elementwise.map(({ id }) => ({ activation: { id } }) as Partial<TrainingSetup>),
  ];
  for (const kind of kinds) expect(() => setupTexts({ ...circle, ...kind }, say)).not.toThrow();
});

test('numbers are short, even when a loss is not', () => {
  expect(recordTexts(record(3), say)).toEqual({
    epoch: '3',
    trainLoss: '0.250',
    testLoss: '0.500',
    accuracy: '98.4 %',
  });
  expect(recordTexts(record(3, 1e118), say).trainLoss).toBe('1.0 · 10¹¹⁸');
  expect(recordSentence(record(3), say)).toBe(
    'Epoch 3: training loss 0.250, test loss 0.500, 98.4 % of the test points right.',
  );
  expect(recordSentence(undefined, say)).toBe('');
});

test('the table has round epochs and the last', () => {
  const history = Array.from({ length: 124 }, (_, epoch) => record(epoch));
  const epochs = tableRows(history, say).map(([epoch]) => epoch);
  expect(epochs).toEqual(['0', '1', '2', '5', '10', '20', '50', '100', '123']);
});

test('the numbers to take away are complete', () => {
  expect(toCsv([record(0), record(1, 1 / 3)])).toBe(
    'epoch,training_loss,test_loss,training_accuracy,test_accuracy\n' +
      '0,0.25,0.5,1,0.984\n' +
      '1,0.3333333333333333,0.6666666666666666,1,0.984\n',
  );
});
