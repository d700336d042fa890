import { expect, test } from 'vitest';
import { checkSetup } from '#nn/setup.ts';
import { readTrainerProps, type TrainerProps } from './trainer-props.ts';

const props = { dataset: 'circle', activation: 'relu', still: 40 };
const problems = (more: Partial<TrainerProps>) => readTrainerProps({ ...props, ...more }).problems;

test('dataset, activation and the still are enough', () => {
  const { config, problems: none } = readTrainerProps(props);
  expect(none).toEqual([]);
  expect(() => checkSetup(config.setup)).not.toThrow();
  expect(config).toMatchObject({
    setup: { hidden: [], learningRate: 0.1, seed: 1, samples: 500, batchSize: 10 },
    still: 40,
    controls: ['activation', 'learningRate'],
  });
});

test('the still is chosen by the author, not by default', () => {
  expect(problems({ still: '' }).join()).toMatch(/still must be/);
  expect(readTrainerProps({ dataset: 'circle', activation: 'relu' }).problems).toHaveLength(1);
});

test('an author can ask for an untrained beginning and for another end', () => {
  const {
    config,
    untrained,
    problems: none,
  } = readTrainerProps({
    ...props,
    begins: 'untrained',
    stopsAt: 2000,
  });
  expect(none).toEqual([]);
  expect(config).toMatchObject({ still: 40, stopsAt: 2000 });
  expect([untrained, readTrainerProps(props).untrained]).toEqual([true, false]);
  expect(problems({ begins: 'later' }).join()).toMatch(
    /no begins "later". Known: still, untrained/,
  );
  expect(problems({ stopsAt: 0 }).join()).toMatch(/stopsAt must be a whole number from 1/);
});

test('texts and expressions mean the same', () => {
  const texts = { hidden: '8', learningRate: '0.3', seed: '5', samples: '100', still: '0' };
  const numbers = { hidden: 8, learningRate: 0.3, seed: 5, samples: 100, still: 0 };
  expect(readTrainerProps({ ...props, ...texts })).toEqual(
    readTrainerProps({ ...props, ...numbers }),
  );
});

test('one function for each layer, with parameters', () => {
  const { config, problems: none } = readTrainerProps({
    ...props,
    hidden: '4 4',
    activation: 'relu prelu:alpha:0.1',
  });
  expect(none).toEqual([]);
  expect(config.setup.activation).toEqual([
    { id: 'relu' },
    { id: 'prelu', parameters: { alpha: 0.1 } },
  ]);
});

test('controls stand in a fixed order', () => {
  const { config } = readTrainerProps({ ...props, controls: 'hidden dataset' });
  expect(config.controls).toEqual(['dataset', 'hidden']);
});

test.each<[Partial<TrainerProps>, RegExp]>([
  [{ dataset: 'iris' }, /no dataset "iris".*circle/],
  [{ activation: 'relo' }, /"relo".*relu/],
  [{ activation: 'softmax' }, /elementwise/],
  [{ loss: 'hinge' }, /no loss "hinge".*binary-cross-entropy/],
  [{ initialization: 'toString' }, /no initialization "toString".*he/],
  [{ hidden: '4 x' }, /hidden.*1 to 64.*"4 x"/],
  [{ hidden: '4.5' }, /hidden/],
  [{ hidden: '0' }, /hidden/],
  [{ hidden: '2 2 2 2 2 2 2 2 2' }, /up to 8 layers/],
  [{ learningRate: 'fast' }, /learningRate must be a number from .*"fast"/],
  [{ learningRate: 0 }, /learningRate/],
  [{ learningRate: '' }, /learningRate/],
  [{ seed: 1.5 }, /seed must be a whole number from 0/],
  [{ samples: 4 }, /samples must be a whole number from 8/],
  [{ noise: -1 }, /noise must be a number from 0/],
  [{ batchSize: 0 }, /batchSize must be a whole number from 1/],
  [{ still: 1e6 }, /still must be a whole number from 0 to 2000/],
  [{ learningrate: 1 } as Partial<TrainerProps>, /no property "learningrate".*learningRate/],
  [{ controls: 'dropout' }, /no control "dropout".*dataset.*learningRate/],
  [{ views: 'surface' }, /no view "surface".*histograms/],
  [{ dataset: 'sine' }, /binary-cross-entropy/],
  [{ hidden: '4 4', activation: 'relu tanh elo' }, /"elo"/],
])('%o is refused with what is allowed', (wrong, message) => {
  const found = problems(wrong);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(message);
});

test('every problem is named at once', () => {
  expect(problems({ seed: -1, samples: 1, loss: 'none' })).toHaveLength(3);
});
