import { describe, expect, test } from 'vitest';
import { checkSetup } from '#nn/setup.ts';
import { encodeState, initialState } from '#state/fragment.ts';
import {
  choices,
  controlNames,
  decodeTrainerState,
  setupOf,
  trainerFields,
  type TrainerConfig,
} from './trainer-config.ts';
import { circle } from './testing.ts';

const config: TrainerConfig = { setup: circle, still: 40, controls: controlNames };
const fields = trainerFields(config);
const read = (query: string) => {
  const { state, problems } = decodeTrainerState(fields, query);
  return { setup: setupOf(config, state), reasons: problems.map(({ reason }) => reason) };
};

test('the first state is the author’s setup, and needs no address', () => {
  expect(setupOf(config, initialState(fields))).toEqual(circle);
  expect(encodeState(fields, initialState(fields))).toBe('');
});

test.each(
  controlNames.flatMap((name) => choices[name](circle).map((value) => [name, value] as const)),
)('a run is possible with %s = "%s", and its link reopens it', (name, value) => {
  const query = encodeState(fields, { ...initialState(fields), [name]: value });
  const { setup, reasons } = read(query);
  expect(reasons).toEqual([]);
  expect(() => checkSetup(setup)).not.toThrow();
  const initial = initialState(fields)[name];
  if (value !== initial) expect(setup).not.toEqual(circle);
});

test('a link with everything in it', () => {
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

describe('what does not fit is left out and reported', () => {
  test.each([
    ['activation=softmax', 'notChoice'],
    ['activation=nonsense', 'notChoice'],
    ['activation=__proto__', 'notChoice'],
    ['dataset=iris', 'notChoice'],
    ['learningRate=-1', 'notChoice'],
    ['hidden=1000+1000', 'notChoice'],
    ['seed=one', 'notNumber'],
    ['momentum=0.9', 'unknown'],
  ])('%s', (query, reason) => {
    expect(read(query)).toEqual({ setup: circle, reasons: [reason] });
  });

  test.each([
    ['seed=1.6', 2],
    ['seed=-4', 0],
    ['seed=1e300', 999_999],
  ])('%s becomes %d', (query, seed) => {
    expect(read(query)).toEqual({ setup: { ...circle, seed }, reasons: ['outOfRange'] });
  });

  test('a setting that the author keeps', () => {
    const kept: TrainerConfig = { ...config, controls: ['learningRate'] };
    const { state, problems } = decodeTrainerState(trainerFields(kept), 'activation=tanh&seed=3');
    expect(setupOf(kept, state)).toEqual({ ...circle, seed: 3 });
    expect(problems).toMatchObject([{ reason: 'unknown', field: 'activation' }]);
  });
});

test('the author’s own learning rate and layers are among the choices, in their place', () => {
  const own = { ...circle, learningRate: 0.05, hidden: [3, 5] };
  const rates = choices.learningRate(own).map(Number);
  expect(rates).toContain(0.05);
  expect(rates).toEqual(rates.toSorted((a, b) => a - b));
  expect(choices.hidden(own)).toContain('3 5');
});
