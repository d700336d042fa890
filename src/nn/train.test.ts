import { describe, expect, test } from 'vitest';
import { elementwise, type ElementwiseId } from '#activations/index.ts';
import { offerSimd } from './cores.ts';
import type { TrainingSetup } from './setup.ts';
import { setup, start, train } from './testing.ts';
import { startRun, type Run } from './train.ts';
import { createTypeScriptCore } from './typescript-core.ts';

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
    const prelu = start({ activation: { id: 'prelu' } });
    const weights = (run: Run) => run.network.layers.map((layer) => layer.weights);
    expect(weights(prelu)).toEqual(weights(start()));
  });

  test('a run can begin with given numbers', () => {
    const before = train(start(), 3);
    const parameters = before.network.parameters.slice();
    const after = startRun(setup, { parameters });
    expect(after.network.parameters).toEqual(parameters);
    expect(after.evaluate()).toEqual(before.evaluate());
    expect(() => startRun(setup, { parameters: parameters.subarray(1) })).toThrow(RangeError);
    expect(() => startRun(setup, { parameters: parameters.with(3, NaN) })).toThrow(RangeError);
  });

  test('given numbers hold the running averages of batch normalization, too', () => {
    const normalized = { ...setup, normalization: 'batch' } as const;
    const before = train(startRun(normalized), 3);
    const after = startRun(normalized, { parameters: before.network.parameters.slice() });
    expect(after.evaluate()).toEqual(before.evaluate());
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

describe('cores', () => {
  test('without SIMD the reference trains, and SIMD cannot be had', () => {
    expect(startRun(setup).core).toBe('typescript');
    expect(() => startRun(setup, { core: 'simd' })).toThrow(/not ready/);
  });

  test('one that is offered is taken for what it can do, and can be declined', () => {
    offerSimd((problem) =>
      problem.setup.hidden.length > 1
        ? undefined
        : { ...createTypeScriptCore(problem), name: 'simd' },
    );
    const deep = { ...setup, hidden: [4, 4] };
    expect(startRun(setup).core).toBe('simd');
    expect(startRun(setup, { core: 'typescript' }).core).toBe('typescript');
    expect(startRun(deep).core).toBe('typescript');
    expect(() => startRun(deep, { core: 'simd' })).toThrow(/cannot train this network/);
    offerSimd(undefined);
    expect(startRun(setup).core).toBe('typescript');
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
  const tanhError = { loss: 'squared-error', output: 'tanh' } as const;

  test('is found in infinite weights behind a finite loss', () => {
    // Both weights go to infinity, so that tanh gives ±1, and that without error.
    const run = start({ ...line, ...tanhError, learningRate: 1e308, batchSize: 250 });
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

  test.each<[string, Partial<TrainingSetup>, atLeast: number]>([
    ['binary cross-entropy', { loss: 'binary-cross-entropy' }, 0.5],
    ['squared error', { loss: 'squared-error' }, 0.5],
    ['squared error of tanh', tanhError, 0.5],
    ['softmax', { loss: 'cross-entropy' }, 0.5],
    ['clipped', { loss: 'binary-cross-entropy', output: 'identity' }, 0],
    ['momentum', { loss: 'squared-error', optimizer: 'momentum' }, 0.5],
    ['Adam', { loss: 'squared-error', optimizer: 'adam' }, 0],
    ['layer normalization', { loss: 'squared-error', normalization: 'layer' }, 0.5],
    ['batch normalization', { loss: 'squared-error', normalization: 'batch' }, 0.5],
  ])('never lets NaN or infinity out (%s)', (_name, more, atLeast) => {
    let diverged = 0;
    for (const { id } of elementwise) {
      for (const learningRate of [10, 1e9, 1e300]) {
        const activation = { id: id as ElementwiseId };
        const run = start({ activation, learningRate, hidden: [4, 4], ...more });
        for (let k = 0; k < 4; k++) {
          run.epoch();
          const { train, test } = run.evaluate();
          const out = [train.loss, test.loss, ...run.network.parameters];
          expect(out.every(Number.isFinite), `${id}, rate ${learningRate}`).toBe(true);
        }
        if (run.diverged) diverged++;
      }
    }
    expect(diverged).toBeGreaterThanOrEqual(elementwise.length * atLeast);
  });
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
    ['own', { dataset: 'own' }],
    ['sigma', { sigma: -1 }],
    ['output', { output: 'step' }],
    ['optimizer', { optimizer: 'rmsprop' }],
    ['momentum', { momentum: 1 }],
    ['l1', { l1: -1 }],
    ['l2', { l2: Infinity }],
    ['normalization', { normalization: 'group' }],
    ['loss', { dataset: 'sine', loss: 'cross-entropy' }],
    ['loss', { dataset: 'sine', loss: 'squared-error', output: 'softmax' }],
    ['hidden', { hidden: [0] }],
  ])('%s', (name, changes) => {
    expect(() => start(changes as Partial<TrainingSetup>)).toThrow(new RegExp(`: ${name} cannot`));
  });

  test.each(['nonsense', 'softmax', 'maxout'])('the activation %s, too', (id) => {
    const activation = { id } as unknown as TrainingSetup['activation'];
    expect(() => start({ activation })).toThrow(RangeError);
  });
});
