import { describe, expect, test } from 'vitest';
import { span, type OwnData } from './own-data.ts';
import type { TrainingSetup } from './setup.ts';
import { domainOf, rangeOf } from './setup.ts';
import { drawSplit } from './split.ts';
import { startRun } from './train.ts';

/** Ten points of class 0 left and ten of class 1 right. */
const clouds: OwnData = {
  task: { kind: 'classes', classes: 2 },
  dimensions: 2,
  inputs: [
    ...Array.from({ length: 20 }, (_, k) => (k < 10 ? -1 : 1)),
    ...Array.from({ length: 20 }, (_, k) => k / 20),
  ],
  targets: Array.from({ length: 20 }, (_, k) => (k < 10 ? 0 : 1)),
};

const setup = (own: Partial<OwnData> = {}, more: Partial<TrainingSetup> = {}): TrainingSetup => ({
  seed: 1,
  dataset: 'own',
  own: { ...clouds, ...own },
  samples: 0,
  noise: 0,
  trainShare: 0.5,
  hidden: [3],
  activation: { id: 'tanh' },
  initialization: 'xavier',
  loss: 'binary-cross-entropy',
  learningRate: 0.5,
  batchSize: 4,
  ...more,
});

/** Points of one dimension. */
const line = (targets: number[], classes = 2): Partial<OwnData> => ({
  task: { kind: 'classes', classes },
  dimensions: 1,
  inputs: targets.map((_, k) => k),
  targets,
});

function trained(given: TrainingSetup) {
  const run = startRun(given);
  for (let k = 0; k < 50; k++) run.epoch();
  return run;
}

describe('own points', () => {
  test('are parted like others, each on one side, and learned', () => {
    const { train, test } = drawSplit(setup());
    expect([train.count, test.count]).toEqual([10, 10]);
    expect(train.targets.filter((t) => t === 1)).toHaveLength(5);
    expect([...train.inputs.subarray(10), ...test.inputs.subarray(10)].sort()).toEqual(
      clouds.inputs.slice(20),
    );
    expect(trained(setup()).evaluate().test.accuracy).toBe(1);
  });

  test('of one class only train: the answer is that class', () => {
    for (const [only, classes] of [
      [0, 2],
      [1, 2],
      [0, 1],
    ] as const) {
      const run = trained(setup({ ...line([only, only, only, only], classes) }));
      expect(run.diverged).toBeUndefined();
      expect(run.evaluate().test.accuracy).toBe(1);
    }
    const softmax = trained(setup(line([0, 0, 0], 1), { loss: 'cross-entropy' }));
    expect(softmax.evaluate().test.accuracy).toBe(1);
  });

  test('a class with one point is trained on', () => {
    const { train } = drawSplit(setup(line([0, 0, 0, 0, 2, 0], 3)));
    expect([...train.targets]).toContain(2);
  });

  test('too few to part are trained on and tested on', () => {
    const split = drawSplit(setup(line([0, 1])));
    expect(split.shared).toBe(true);
    expect(split.train).toEqual(split.test);
    expect(split.train.count).toBe(2);
    expect(drawSplit(setup()).shared).toBeUndefined();
  });

  test('may have values to predict', () => {
    const own = { task: { kind: 'values' }, dimensions: 1, inputs: [0, 1, 2, 3] } as const;
    const values = setup({ ...own, targets: [10, 11, 12, 13] }, { loss: 'squared-error' });
    expect(domainOf(values)[1]).toBeCloseTo(3.3, 12);
    expect(rangeOf(values)![1]).toBeCloseTo(13.3, 12);
    expect(trained(values).evaluate().train.accuracy).toBeUndefined();
  });

  test('are shown in a picture that stands still, and grows for points that ask for it', () => {
    expect(domainOf(setup())).toEqual([-6, 6]);
    expect(domainOf(setup({ ...line([1]), inputs: [7] }))).toEqual([-6, 8]);
  });

  test('spans have a margin, also of numbers that are all the same', () => {
    expect(span([0, 10, 5])).toEqual([-1, 11]);
    expect(span([7, 7])).toEqual([6, 8]);
  });
});

test.each<[what: string, own: Partial<OwnData>]>([
  ['there are none', { inputs: [], targets: [] }],
  ['39 coordinates do not go with 20 targets', { inputs: clouds.inputs.slice(1) }],
  ['not every number is finite', { inputs: [...clouds.inputs.slice(1), NaN] }],
  ['no class 2 among 2', { targets: clouds.targets.map((t) => 2 * t) }],
  ['no class 0.5 among 2', { targets: clouds.targets.map((t) => t / 2) }],
  ['11 classes', { task: { kind: 'classes', classes: 11 } }],
])('what is wrong with own points is said: %s', (what, own) => {
  const start = () => startRun(setup(own));
  expect(start).toThrow(RangeError);
  expect(start).toThrow(`own points: ${what}`);
});
