import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../trainer/protocol.ts';
import { baseStates, decodeCompare, encodeCompare, readCompareProps } from './compare-config.ts';
import { pairChart } from './pair-chart.ts';
import { asOne } from './pair.ts';
import { lossRows, toCsv } from './words.ts';

const props = {
  dataset: 'circle',
  a: 'sigmoid',
  b: 'tanh',
  hidden: '4 2',
  still: 40,
  controls: 'hidden',
};
const { config, problems } = readCompareProps(props);

describe('what an author types', () => {
  test('gives two setups that differ in the function only', () => {
    expect(problems).toEqual([]);
    const [a, b] = config.setups;
    expect({ ...a, activation: b.activation }).toEqual(b);
    expect([a.activation, b.activation]).toEqual([{ id: 'sigmoid' }, { id: 'tanh' }]);
  });

  test.each([
    [{ ...props, b: 'than' }, /than/],
    [{ ...props, dataset: 'donut' }, /donut/],
    [{ ...props, controls: 'momentum' }, /no control "momentum"/],
  ])('and is told what is wrong with %j', (wrong, message) => {
    expect(readCompareProps(wrong).problems.join(' ')).toMatch(message);
  });
});

test('an address says both functions, and the rest once', () => {
  expect(encodeCompare(config, baseStates(config))).toBe('');
  const { state, problems: found } = decodeCompare(config, 'b=relu&hidden=8&seed=3');
  expect(found).toEqual([]);
  expect(state.map(({ setup }) => setup)).toEqual([
    { ...config.setups[0], hidden: [8], seed: 3 },
    { ...config.setups[1], hidden: [8], seed: 3, activation: { id: 'relu' } },
  ]);
  expect(encodeCompare(config, state)).toBe('b=relu&hidden=8&seed=3');
  const wrong = decodeCompare(config, 'a=rleu&seed=x');
  expect(wrong.problems.map(({ field }) => field).sort()).toEqual(['a', 'seed']);
  expect(wrong.state).toEqual(baseStates(config));
});

const score = (loss: number) => ({ train: { loss }, test: { loss } });
const history = (losses: readonly number[]) =>
  losses.map((loss, epoch) => ({ epoch, ...score(loss) }));

test('the run that goes on speaks for both; only when both have diverged it is over', () => {
  const snapshot = (epoch: number, diverged?: Snapshot['diverged']) =>
    ({
      type: 'snapshot',
      run: 1,
      records: history([1]),
      standing: { epoch },
      diverged,
    }) as unknown as Snapshot;
  const ended = { epoch: 3, step: 70 };
  expect(asOne(snapshot(9), snapshot(3, ended)).standing?.epoch).toBe(9);
  expect(asOne(snapshot(3, ended), snapshot(9)).standing?.epoch).toBe(9);
  expect(asOne(snapshot(3, ended), snapshot(9)).diverged).toBeUndefined();
  expect(asOne(snapshot(3, ended), snapshot(2, ended)).diverged).toEqual(ended);
});

test('a run that ended early leaves the other its axes and its rows', () => {
  const [short, long] = [
    history([0.7, 3]),
    history(Array.from({ length: 81 }, (_, k) => 1 / (k + 1))),
  ];
  const curve = { label: 'a & b', colour: '#123456' };
  const svg = pairChart(
    [
      { ...curve, history: long },
      { ...curve, history: short },
    ],
    { x: 'epoch', y: 'loss' },
    'narrow',
  );
  expect(svg).toContain('>100</text>');
  expect(svg).toContain('a &amp; b');
  expect(svg).not.toMatch(/NaN|undefined/);
  expect(lossRows([short, long]).at(-1)).toEqual(['80', '', '0.012']);
  expect(toCsv(['x', 'y'], [short, long]).split('\n')[3]).toBe(`2,,,${1 / 3},${1 / 3}`);
});
