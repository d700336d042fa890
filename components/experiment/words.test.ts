import { describe, expect, test } from 'vitest';
import { getExperiment } from '#experiments/index.ts';
import { fill } from '#i18n/fill.ts';
import messages from '../../content/en/messages/experiment.json' with { type: 'json' };
import { experimentChart } from './chart.ts';
import { chosenExperiment, fieldsOf, readConfig, readState, writeConfig } from './config.ts';
import { runRows, summaryRows, toCsv } from './tables.ts';
import { agreementText, runText, valueText, type Say } from './words.ts';

const say: Say = (key, values = {}) =>
  fill((messages as Record<string, string>)[`experiment.${key}`]!, values);
const experiment = getExperiment('circle-activations');
const samples = [
  { values: [Infinity, 457, Infinity], failed: [true, false, true] },
  { values: [72, 80.5], failed: [false, false] },
  { values: [], failed: [] },
];
const rows = ['Sigmoid', 'Tanh', 'ReLU'].map((label) => ({ label, colour: '#000000' }));
const config = {
  experiment,
  measure: 'solvedAfter',
  controls: ['learningRate'],
  rows,
  recorded: samples,
  lab: '/en/lab/',
} as const;

test('what a page is told survives the page, infinity included', () => {
  expect(readConfig(writeConfig(config))).toEqual(config);
});

describe('a value', () => {
  test('that was never reached is more than all epochs', () => {
    expect(valueText(Infinity, 'solvedAfter', experiment, say)).toBe('> 600');
    expect(runText(Infinity, 'solvedAfter', experiment, say)).toBe('did not get there');
  });

  test('has the digits of its kind', () => {
    expect(valueText(72, 'solvedAfter', experiment, say)).toBe('72');
    expect(valueText(72.5, 'solvedAfter', experiment, say)).toBe('72.5');
    expect(valueText(0.98432, 'testAccuracy', experiment, say)).toBe('98.4');
    expect(valueText(0.01234, 'testLoss', experiment, say)).toBe('0.0123');
    expect(valueText(1.234, 'trainLoss', experiment, say)).toBe('1.23');
    expect(valueText(0.000000974, 'testLoss', experiment, say)).toBe('9.7 · 10⁻⁷');
    expect(valueText(0, 'trainLoss', experiment, say)).toBe('0.00');
  });
});

test('tables leave out what is not there', () => {
  const labels = rows.map(({ label }) => label);
  expect(summaryRows(labels, samples, 'solvedAfter', experiment, say)).toEqual([
    ['Sigmoid', '3', '> 600', '> 600', '> 600', '2'],
    ['Tanh', '2', '74.1', '76.3', '78.4', '0'],
  ]);
  expect(runRows([1, 2, 3], samples, 'solvedAfter', experiment, say)).toEqual([
    ['1', 'never', '72', ''],
    ['2', '457', '80.5', ''],
    ['3', 'never', '', ''],
  ]);
  expect(toCsv({ ...experiment, seeds: [1, 2, 3, 4] }, samples, 'solvedAfter')).toBe(
    '# solvedAfter\nseed,sigmoid,tanh,relu\n1,,72,\n2,457,80.5,\n3,,,\n',
  );
});

test('the picture shows runs before there is a median', () => {
  const { places, svg } = experimentChart(config, samples, 'wide', say);
  expect(places.map((row) => row.length)).toEqual([3, 2, 0]);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test('an address chooses seeds and rate; what it cannot choose is said', () => {
  const fields = fieldsOf(config);
  const { state, problems } = readState(fields, 'seeds=30&first=200.4&learningRate=0.3');
  expect(problems).toEqual([]);
  const chosen = chosenExperiment(config, state);
  expect([chosen.seeds[0], chosen.seeds.at(-1), chosen.base.learningRate]).toEqual([200, 229, 0.3]);
  expect(readState(fields, 'seeds=7').problems).toHaveLength(1);
  expect(chosenExperiment(config, readState(fields, '').state)).toEqual(experiment);
});

describe('agreement', () => {
  const text = (found: Parameters<typeof agreementText>[0], runs = 100, rate = false) =>
    agreementText(found, runs, rate, String, say);

  test('is said, and so is what differs', () => {
    expect(text([{ label: 'Tanh', differences: [] }])).toMatch(/^This agrees/);
    const differences = [
      { kind: 'median', median: 30, lowerQuartile: 60, upperQuartile: 90 },
      { kind: 'failed', share: 0.5, recorded: 0.02 },
    ] as const;
    const said = text([{ label: 'Tanh', differences }], 100, true);
    expect(said).toMatch(
      /^This differs .* changed the learning rate\. Tanh: the median is 30, .*60 to 90/,
    );
    expect(said).toMatch(/Tanh: 50 % did not get there, 2 %/);
  });

  test('is not judged from a handful of runs', () => {
    expect(text([{ label: 'Tanh', differences: [] }], 10)).toMatch(/fewer than 20 seeds/);
  });
});
