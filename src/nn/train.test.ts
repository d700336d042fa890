import { describe, expect, test } from 'vitest';
import { elementwise, type ElementwiseId } from '#activations/index.ts';
import type { LossId } from './losses.ts';
import type { TrainingSetup } from './setup.ts';
import { startRun, type Run } from './train.ts';

const setup: TrainingSetup = {
  seed: 1,
  dataset: 'circle',
  samples: 500,
  noise: 0,
  trainShare: 0.5,
  hidden: [8],
  activation: { id: 'relu' },
  initialization: 'he',
  loss: 'binary-cross-entropy',
  learningRate: 0.1,
  batchSize: 10,
};

const start = (changes: Partial<TrainingSetup> = {}) => startRun({ ...setup, ...changes });

function train(run: Run, epochs: number): Run {
  for (let k = 0; k < epochs; k++) run.epoch();
  return run;
}

const seeds = [1, 2, 3, 4, 5];

describe('replay', () => {
  test('the same setup gives the same bits', () => {
    const [a, b] = [train(start(), 5), train(start(), 5)];
    expect(a.network.parameters).toEqual(b.network.parameters);
    expect(a.evaluate()).toEqual(b.evaluate());
  });

  test('looking at a run does not change it', () => {
    const watched = start();
    for (let k = 0; k < 5; k++) {
      watched.epoch();
      watched.evaluate();
      watched.logits(Float64Array.of(1, 2));
    }
    expect(watched.network.parameters).toEqual(train(start(), 5).network.parameters);
  });

  test('another seed gives other points and other weights', () => {
    const other = start({ seed: 2 });
    expect(other.data.train.inputs).not.toEqual(start().data.train.inputs);
    expect(other.network.parameters).not.toEqual(start().network.parameters);
  });

  test('another activation starts from the same points and weights', () => {
    const tanh = start({ activation: { id: 'tanh' } });
    expect(tanh.data).toEqual(start().data);
    expect(tanh.network.parameters).toEqual(start().network.parameters);
  });
});

describe('steps and epochs', () => {
  test('an epoch is one pass over the training points, with a smaller batch at its end', () => {
    const run = start({ batchSize: 100 }); // 250 points: 100, 100, 50
    run.step();
    run.step();
    expect([run.steps, run.epochs]).toEqual([2, 0]);
    run.step();
    expect([run.steps, run.epochs]).toEqual([3, 1]);
    run.step();
    run.epoch();
    expect([run.steps, run.epochs]).toEqual([6, 2]);
  });

  test('steps and whole epochs lead to the same place', () => {
    const stepped = start();
    for (let k = 0; k < 50; k++) stepped.step();
    expect(stepped.epochs).toBe(2);
    expect(stepped.network.parameters).toEqual(train(start(), 2).network.parameters);
  });

  test('a batch of all points and one larger than that are full-batch descent', () => {
    const all = train(start({ batchSize: 250 }), 3);
    const more = train(start({ batchSize: 10_000 }), 3);
    expect(all.steps).toBe(3);
    expect(all.network.parameters).toEqual(more.network.parameters);
  });

  test('training lowers the loss', () => {
    const run = start();
    const before = run.evaluate().train.loss;
    expect(train(run, 20).evaluate().train.loss).toBeLessThan(before / 4);
  });
});

describe('what can be learned', () => {
  test.each(['circle', 'xor', 'moons', 'gaussians'] as const)('%s by 8 ReLUs', (dataset) => {
    for (const seed of seeds) {
      const { test } = train(start({ seed, dataset }), 100).evaluate();
      expect(test.accuracy, `seed ${seed}`).toBeGreaterThanOrEqual(0.97);
    }
  });

  test.each(['circle', 'xor'] as const)('%s never by identity, at any depth', (dataset) => {
    for (const seed of seeds) {
      for (const hidden of [[], [8], [8, 8]]) {
        const activation = { id: 'identity' } as const;
        const run = train(start({ seed, dataset, hidden, activation }), 100);
        expect(run.evaluate().test.accuracy, `seed ${seed}`).toBeLessThan(0.7);
      }
    }
  });

  test('two clouds by identity as well', () => {
    for (const seed of seeds) {
      const run = start({ seed, dataset: 'gaussians', activation: { id: 'identity' } });
      expect(train(run, 20).evaluate().test.accuracy).toBeGreaterThan(0.98);
    }
  });

  test('every registered function trains without leaving the numbers', () => {
    for (const activation of elementwise) {
      const id = activation.id as ElementwiseId;
      const run = train(start({ activation: { id }, learningRate: 0.01 }), 3);
      expect(run.diverged, id).toBeUndefined();
      expect(run.epochs, id).toBe(3);
    }
  });
});

describe('divergence', () => {
  const wild = { learningRate: 1e9, loss: 'squared-error' } as const;

  test('is found and stays, with its place', () => {
    const run = start(wild);
    run.evaluate();
    train(run, 10);
    expect(run.diverged).toBeDefined();
    const { epoch, step } = run.diverged!;
    expect(epoch).toBe(Math.ceil(step / 25));
    expect(run.steps).toBe(step);
    run.step();
    run.epoch();
    expect(run.steps).toBe(step);
  });

  test('goes back to the last evaluation, so that what was seen stays', () => {
    const run = start(wild);
    run.step();
    const seen = run.evaluate();
    const parameters = run.network.parameters.slice();
    train(run, 10);
    expect(run.diverged).toBeDefined();
    expect(run.network.parameters).toEqual(parameters);
    expect(run.evaluate()).toEqual(seen);
  });

  test('can be found by an evaluation, which then gives the values before', () => {
    const run = start();
    const seen = run.evaluate();
    run.network.parameters.fill(1e308);
    expect(run.evaluate()).toEqual(seen);
    expect(run.diverged).toEqual({ epoch: 1, step: 1 });
  });

  const line = { dataset: 'gaussians', hidden: [] } as const;

  test('is found in infinite weights behind a finite loss', () => {
    // Both weights go to infinity, so that tanh gives ±1, and that without error.
    const run = start({ ...line, loss: 'squared-error-tanh', learningRate: 1e308, batchSize: 250 });
    run.network.parameters.fill(0); // Where the slope is about −2 for both weights.
    run.step();
    expect(run.diverged).toEqual({ epoch: 1, step: 1 });
  });

  test('is found in an infinite loss from finite weights', () => {
    const run = start(line);
    const initial = run.network.parameters.slice();
    run.network.parameters.fill(-1e308);
    run.step();
    expect(run.diverged).toEqual({ epoch: 1, step: 1 });
    expect(run.network.parameters).toEqual(initial);
  });

  test.each(['binary-cross-entropy', 'squared-error', 'squared-error-tanh'] as const)(
    'never lets NaN or infinity out (%s)',
    (loss: LossId) => {
      let diverged = 0;
      for (const { id } of elementwise) {
        for (const learningRate of [10, 1e9, 1e300]) {
          const activation = { id: id as ElementwiseId };
          const run = start({ activation, loss, learningRate, hidden: [4, 4] });
          for (let k = 0; k < 4; k++) {
            run.epoch();
            const { train, test } = run.evaluate();
            const out = [train.loss, test.loss, ...run.network.parameters];
            expect(out.every(Number.isFinite), `${id}, rate ${learningRate}`).toBe(true);
          }
          if (run.diverged) diverged++;
        }
      }
      expect(diverged).toBeGreaterThan(elementwise.length / 2);
    },
  );
});

describe('impossible setups are refused by name', () => {
  test.each<[keyof TrainingSetup, Partial<Record<keyof TrainingSetup, unknown>>]>([
    ['seed', { seed: 0.5 }],
    ['dataset', { dataset: 'toString' }],
    ['samples', { samples: 0 }],
    ['noise', { noise: -1 }],
    ['trainShare', { trainShare: 1 }],
    ['hidden', { hidden: [4, 0] }],
    ['activation', { activation: [{ id: 'relu' }, { id: 'relu' }] }],
    ['initialization', { initialization: 'zero' }],
    ['loss', { loss: 'hinge' }],
    ['learningRate', { learningRate: Number.NaN }],
    ['batchSize', { batchSize: 2.5 }],
  ])('%s', (name, changes) => {
    expect(() => start(changes as Partial<TrainingSetup>)).toThrow(new RegExp(`: ${name} cannot`));
  });

  test('an unknown activation, too', () => {
    const activation = { id: 'nonsense' } as unknown as TrainingSetup['activation'];
    expect(() => start({ activation })).toThrow(RangeError);
  });
});
