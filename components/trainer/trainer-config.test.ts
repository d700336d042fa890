import { describe, expect, test } from 'vitest';
import { decodeLab, encodeLab } from '#lab/codec.ts';
import { settings } from '#lab/settings.ts';
import { labState } from '#lab/state.ts';
import { checkSetup } from '#nn/setup.ts';
import { circle } from './testing.ts';
import {
  applies,
  baseState,
  controlGroups,
  controlNames,
  linkedSettings,
  type TrainerConfig,
} from './trainer-config.ts';

const config: TrainerConfig = {
  setup: circle,
  still: 40,
  controls: ['dataset', 'hidden', 'activation', 'learningRate'],
  views: [],
  labPage: '/en/lab/',
};
const base = baseState(config);
const read = (query: string, controls = config.controls) => {
  const { state, problems } = decodeLab(base, query, linkedSettings({ controls }));
  return { setup: state.setup, reasons: problems.map(({ reason }) => reason) };
};

test('a link of the first edition still opens', () => {
  const { setup, reasons } = read(
    'dataset=xor&activation=tanh&learningRate=0.03&hidden=8+8&seed=12',
  );
  expect(reasons).toEqual([]);
  expect(setup).toEqual({
    ...circle,
    dataset: 'xor',
    activation: { id: 'tanh' },
    learningRate: 0.03,
    hidden: [8, 8],
    seed: 12,
  });
});

test.each(
  config.controls.flatMap((name) =>
    settings[name as 'dataset'].options!(base).map((value) => [name, value] as const),
  ),
)('a run is possible with %s = "%s", and its link reopens it', (name, value) => {
  if (value === 'own') return;
  const { state } = settings[name as 'dataset'].take(base, value);
  const { setup, reasons } = read(encodeLab(base, state));
  expect(reasons.filter((reason) => reason !== 'unknown')).toEqual([]);
  expect(() => checkSetup(setup)).not.toThrow();
  expect(settings[name as 'dataset'].text(labState(setup))).toBe(value);
});

describe('what the author keeps', () => {
  test('a link cannot set', () => {
    const { setup, reasons } = read('activation=tanh&seed=3&momentum=0.5', ['learningRate']);
    expect(setup).toEqual({ ...circle, seed: 3 });
    expect(reasons).toEqual(['unknown', 'unknown']);
  });
});

test('every control but speed stands in one group', () => {
  const grouped = Object.values(controlGroups).flat();
  expect([...grouped, 'speed'].toSorted()).toEqual([...controlNames].toSorted());
});

test('controls that would mean nothing are not shown', () => {
  const shown = (changes: Partial<typeof circle>) =>
    controlNames.filter((name) => applies(name, labState({ ...circle, ...changes })));
  expect(shown({})).not.toContain('points');
  expect(shown({ dataset: 'own' })).toContain('points');
  expect(shown({ dataset: 'own' })).not.toContain('noise');
  expect(shown({ initialization: 'normal' })).toContain('sigma');
  expect(shown({ activation: { id: 'own', formula: 'z' } })).toContain('formula');
});
