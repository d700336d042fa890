import { beforeAll, describe, expect, test } from 'vitest';
import { compileAssembly } from '#build/simd-core.ts';
import { elementwise, type ElementwiseId } from '#activations/index.ts';
import type { TrainingSetup } from '../setup.ts';
import { startRun, type Run } from '../train.ts';
import { openSimd } from './open.ts';
import { whyNotSimd } from './support.ts';

beforeAll(async () => openSimd(await WebAssembly.compile(await compileAssembly())), 60_000);

const setup: TrainingSetup = {
  seed: 1,
  dataset: 'circle',
  samples: 100,
  noise: 0.1,
  trainShare: 0.5,
  hidden: [4, 2],
  activation: { id: 'tanh' },
  initialization: 'xavier',
  loss: 'binary-cross-entropy',
  learningRate: 0.03,
  batchSize: 10,
};

const start = (changes: Partial<TrainingSetup>, core: 'simd' | 'typescript' = 'simd'): Run =>
  startRun({ ...setup, ...changes }, { core });

/** The largest difference, relative to the larger of 1 and the number wanted. */
function difference(got: ArrayLike<number>, wanted: ArrayLike<number>): number {
  expect(got).toHaveLength(wanted.length);
  let worst = 0;
  for (let k = 0; k < wanted.length; k++) {
    const off = Math.abs(got[k]! - wanted[k]!) / Math.max(1, Math.abs(wanted[k]!));
    if (!(off <= worst)) worst = off;
  }
  return worst;
}

const points = Float64Array.from({ length: 2 * 37 }, (_, k) => Math.sin(k) * 6);

/** Trains both cores for a few steps and compares all that a run says. */
function compare(changes: Partial<TrainingSetup>, steps: number, tolerance: number): void {
  const runs = [start(changes), start(changes, 'typescript')] as const;
  expect(runs.map(({ core }) => core)).toEqual(['simd', 'typescript']);
  for (let k = 0; k < steps; k++) for (const run of runs) run.step();
  const [simd, exact] = runs;
  expect(simd.steps).toBe(exact.steps);
  expect(difference(simd.network.parameters, exact.network.parameters)).toBeLessThan(tolerance);
  const { dimensions } = exact.data.train;
  const some = points.subarray(0, dimensions * 37);
  expect(difference(simd.logits(some), exact.logits(some))).toBeLessThan(10 * tolerance);
  const [got, wanted] = [simd.evaluate(), exact.evaluate()];
  for (const side of ['train', 'test'] as const) {
    expect(difference([got[side].loss], [wanted[side].loss])).toBeLessThan(10 * tolerance);
    expect(Math.abs((got[side].accuracy ?? 0) - (wanted[side].accuracy ?? 0))).toBeLessThan(0.03);
    expect(got[side].accuracy === undefined).toBe(wanted[side].accuracy === undefined);
  }
}

const ids = elementwise.map(({ id }) => id as ElementwiseId);
const objectives = [
  { loss: 'squared-error' },
  { loss: 'squared-error', output: 'tanh' },
  { loss: 'squared-error', output: 'sigmoid' },
  { loss: 'squared-error', output: 'relu' },
  { loss: 'binary-cross-entropy' },
  { loss: 'cross-entropy' },
  { loss: 'squared-error', dataset: 'three-arms' },
  { loss: 'binary-cross-entropy', dataset: 'three-arms' },
  { loss: 'cross-entropy', dataset: 'three-arms' },
  { loss: 'squared-error', dataset: 'sine' },
  { loss: 'squared-error', dataset: 'bowl', learningRate: 1e-4 },
] as const satisfies readonly Partial<TrainingSetup>[];

describe('the same numbers as the TypeScript core after six steps, to 1 in 10,000', () => {
  test.each(ids)('%s, with every optimizer', (id) => {
    const activation = { id, learned: false };
    for (const optimizer of ['sgd', 'momentum', 'adam'] as const)
      compare({ activation, optimizer, l1: 1e-3, l2: 1e-2 }, 6, 1e-4);
    compare({ activation }, 6, 1e-4);
  });

  test.each(objectives.map((one) => [Object.values(one).join(', '), one] as const))(
    '%s',
    (_, changes) => {
      for (const optimizer of ['sgd', 'adam'] as const) compare({ ...changes, optimizer }, 6, 1e-4);
    },
  );

  const shapes = [[], [1], [3], [64], [5, 1, 7], [16, 16], [64, 64], [8, 7, 6, 5, 4, 3, 2, 1]];
  test.each(shapes.map((hidden) => [hidden]))(
    'hidden layers %j, in batches of any size',
    (hidden) => {
      for (const batchSize of [1, 3, 10, 16, 17, 33, 1000])
        compare({ hidden, batchSize, l2: batchSize === 3 ? 0.01 : 0 }, 4, 1e-4);
    },
  );

  test('a function of its own in every layer, with parameters', () => {
    const activation = [
      { id: 'leaky-relu', parameters: { alpha: 0.2 } },
      { id: 'celu', parameters: { alpha: 2 } },
      { id: 'softplus', parameters: { beta: 3 } },
    ] as const;
    compare({ hidden: [6, 5, 4], activation }, 6, 1e-4);
  });
});

describe('a run', () => {
  test('is the same again, bit for bit, and whatever other runs do meanwhile', () => {
    const alone = start({});
    for (let k = 0; k < 10; k++) alone.epoch();
    const together = start({});
    const other = start({
      hidden: [64, 64, 64],
      seed: 2,
      dataset: 'three-arms',
      loss: 'cross-entropy',
    });
    for (let k = 0; k < 10; k++) {
      together.epoch();
      other.epoch();
      other.logits(new Float64Array(2 * 10_000));
    }
    expect(together.network.parameters).toEqual(alone.network.parameters);
    expect(together.evaluate()).toEqual(alone.evaluate());
  });

  test('that diverges says where, stops, and goes back to its last evaluation', () => {
    const changes = {
      loss: 'squared-error',
      activation: { id: 'identity' },
      learningRate: 10,
    } as const;
    const run = start(changes);
    run.step();
    const before = run.evaluate();
    const { parameters } = structuredClone({ parameters: run.network.parameters });
    for (let k = 0; k < 50; k++) run.epoch();
    // 38 places before and 38 after the point are fewer than 308: not earlier, but not much later.
    const exact = start(changes, 'typescript');
    for (let k = 0; k < 50; k++) exact.epoch();
    expect(run.diverged!.step).toBeGreaterThan(1);
    expect(run.diverged!.step).toBeLessThanOrEqual(exact.diverged!.step);
    expect(run.steps).toBe(run.diverged!.step);
    expect(run.network.parameters).toEqual(parameters);
    expect(run.evaluate()).toEqual(before);
  });

  test('starts from the weights that are given', () => {
    const { parameters } = start({ seed: 9 }, 'typescript').network;
    const run = startRun(setup, { core: 'simd', parameters });
    expect(difference(run.network.parameters, parameters)).toBeLessThan(1e-7);
  });
});

test('over 30 seeds both cores need as many epochs', () => {
  const epochs = (core: 'simd' | 'typescript') =>
    Array.from({ length: 30 }, (_, seed) => {
      const run = start({ seed, samples: 200, noise: 0, hidden: [8] }, core);
      while (run.epochs < 100 && run.evaluate().test.accuracy! < 0.97) run.epoch();
      return run.epochs;
    }).sort((a, b) => a - b);
  const [simd, exact] = [epochs('simd'), epochs('typescript')];
  for (const place of [7, 15, 22])
    expect(Math.abs(simd[place]! - exact[place]!)).toBeLessThanOrEqual(2);
});

describe('what is left to the TypeScript core', () => {
  test.each([
    ['own-formula', { activation: { id: 'own', formula: 'z^2' } }],
    ['learned-parameter', { activation: { id: 'prelu' } }],
    ['normalization', { normalization: 'layer' }],
    ['loss-and-output', { loss: 'cross-entropy', output: 'sigmoid' }],
  ] as const satisfies readonly [string, Partial<TrainingSetup>][])('%s', (reason, changes) => {
    expect(whyNotSimd({ ...setup, ...changes })).toBe(reason);
    expect(startRun({ ...setup, ...changes }).core).toBe('typescript');
  });

  test('nothing else', () => {
    expect(whyNotSimd(setup)).toBeUndefined();
    expect(startRun(setup).core).toBe('simd');
  });
});
