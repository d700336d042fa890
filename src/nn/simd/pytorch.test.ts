import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileAssembly } from '#build/simd-core.ts';
import type { ElementwiseId } from '#activations/index.ts';
import type { Core } from '../core.ts';
import type { ActivationRef } from '../kernels.ts';
import { createNetwork } from '../network.ts';
import { createObjective } from '../objective.ts';
import { pick, type Points, type Task } from '../points.ts';
import type { TrainingSetup } from '../setup.ts';
import { createSimdCore } from './core.ts';
import { Machine } from './machine.ts';
import { whyNotSimd } from './support.ts';

const machine = new Machine(await WebAssembly.compile(await compileAssembly()));

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../tests/fixtures/${name}`, import.meta.url), 'utf8'));

type Recipe = Pick<TrainingSetup, 'loss' | 'output' | 'learningRate' | 'batchSize'> &
  Partial<TrainingSetup> & { sizes: readonly number[]; activations: readonly ActivationRef[] };

/** A core with these parameters that has `test` to score. */
function start(
  recipe: Recipe,
  task: Task,
  train: Points,
  test: Points,
  initial: readonly number[],
): Core {
  const { sizes, activations } = recipe;
  const setup = { ...recipe, hidden: sizes.slice(1, -1), activation: activations };
  const network = createNetwork(sizes, activations);
  network.parameters.set(initial);
  const objective = createObjective(task, recipe.loss, recipe.output);
  const problem = {
    setup: setup as unknown as TrainingSetup,
    data: { train, test },
    objective,
    network,
  };
  return createSimdCore(machine, problem)!;
}

const largestError = (got: ArrayLike<number>, wanted: readonly number[]) => {
  expect(got).toHaveLength(wanted.length);
  return Math.max(
    ...wanted.map((value, k) => Math.abs(got[k]! - value) / Math.max(1, Math.abs(value))),
  );
};

/** Single precision, over 20 steps; a wrong formula shows from the third digit on. */
const tolerance = 5e-5;

describe('the losses that PyTorch gives for mini-batches one after the other', () => {
  const fixture = read('nn-sgd.json') as {
    learningRate: number;
    batchSize: number;
    inputs: number[];
    labels: number[];
    cases: {
      sizes: number[];
      parameters: number[];
      losses: Record<ElementwiseId, Record<string, number[]>>;
    }[];
  };
  const points: Points = {
    count: fixture.labels.length,
    dimensions: 2,
    inputs: Float64Array.from(fixture.inputs),
    targets: Float64Array.from(fixture.labels),
  };
  const { batchSize, learningRate } = fixture;
  const order = Uint32Array.from(points.targets.keys());
  const pairs = {
    'binary-cross-entropy': { loss: 'binary-cross-entropy', output: 'sigmoid' },
    'squared-error': { loss: 'squared-error', output: 'identity' },
    'squared-error-tanh': { loss: 'squared-error', output: 'tanh' },
  } as const;

  const all = fixture.cases.flatMap(({ sizes, parameters, losses }) =>
    Object.entries(losses).map(([id, byPair]) => ({ sizes, parameters, id, byPair })),
  );
  test.each(all.map((one) => [`${one.sizes.join('-')} ${one.id}`, one] as const))(
    '%s',
    (_, given) => {
      const activations = given.sizes
        .slice(2)
        .map(() => ({ id: given.id as ElementwiseId, learned: false }));
      for (const [pair, values] of Object.entries(given.byPair)) {
        const recipe = {
          ...pairs[pair as keyof typeof pairs],
          sizes: given.sizes,
          activations,
          learningRate,
          batchSize,
        };
        const task = { kind: 'classes', classes: 2 } as const;
        // What a core scores is fixed: one for each of the mini-batches, all trained alike.
        const cores = [0, 8, 16].map((from) =>
          start(
            recipe,
            task,
            points,
            pick(points, order.subarray(from, from + batchSize)),
            given.parameters,
          ),
        );
        values.forEach((value, step) => {
          const batch = step % cores.length;
          expect(
            largestError([cores[batch]!.score('test').loss], [value]),
            `${pair}, step ${step + 1}`,
          ).toBeLessThan(tolerance);
          const from = batch * batchSize;
          for (const core of cores) core.train(from, Math.min(points.count, from + batchSize));
        });
      }
    },
  );
});

describe('the parameters that PyTorch ends with', () => {
  interface Case extends Omit<Recipe, 'batchSize'> {
    name: string;
    classes: number | null;
    inputs: number[];
    targets: number[];
    initial: number[];
    losses: number[];
    final: number[];
    logits: number[];
  }
  const { batchSize, cases } = read('nn-training.json') as { batchSize: number; cases: Case[] };
  const possible = cases.filter(
    ({ activations, ...rest }) =>
      !whyNotSimd({
        ...rest,
        hidden: activations,
        activation: activations,
      } as unknown as TrainingSetup),
  );

  test('there are such cases', () => expect(possible.length).toBeGreaterThan(5));

  test.each(possible.map((one) => [one.name, one] as const))('%s', (_, given) => {
    const points: Points = {
      count: given.targets.length,
      dimensions: given.sizes[0] as 1 | 2,
      inputs: Float64Array.from(given.inputs),
      targets: Float64Array.from(given.targets),
    };
    const task: Task = given.classes
      ? { kind: 'classes', classes: given.classes }
      : { kind: 'values' };
    const core = start({ ...given, batchSize }, task, points, points, given.initial);
    const order = Uint32Array.from(points.targets.keys());
    let from = 0;
    for (let step = 0; step < given.losses.length; step++) {
      const to = Math.min(order.length, from + batchSize);
      core.train(from, to);
      from = to % order.length;
    }
    const final = new Float64Array(given.final.length);
    core.read(final);
    expect(largestError(final, given.final)).toBeLessThan(tolerance);
    expect(largestError(core.logits(points.inputs), given.logits)).toBeLessThan(tolerance);
  });
});
