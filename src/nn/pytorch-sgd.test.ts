import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ElementwiseId } from '#activations/index.ts';
import { createWorkspace, lossAndGradient } from './gradient.ts';
import { createNetwork } from './network.ts';
import { createObjective, wantedOutputs } from './objective.ts';
import { optimizers } from './optimizers.ts';
import { pick, type Points } from './points.ts';

const task = { kind: 'classes', classes: 2 } as const;

/** Output units and losses, as the fixture names them. */
const pairs = {
  'binary-cross-entropy': createObjective(task, 'binary-cross-entropy'),
  'squared-error': createObjective(task, 'squared-error'),
  'squared-error-tanh': createObjective(task, 'squared-error', 'tanh'),
};
type PairId = keyof typeof pairs;

/** Made by tests/tools/make-nn-fixtures.py. */
interface Fixture {
  learningRate: number;
  batchSize: number;
  inputs: number[];
  labels: number[];
  cases: {
    sizes: number[];
    parameters: number[];
    losses: Record<ElementwiseId, Record<PairId, number[]>>;
  }[];
}

const path = new URL('../../tests/fixtures/nn-sgd.json', import.meta.url);
const fixture = JSON.parse(readFileSync(path, 'utf8')) as Fixture;
const { learningRate, batchSize } = fixture;

const points: Points = {
  count: fixture.labels.length,
  dimensions: 2,
  inputs: Float64Array.from(fixture.inputs),
  targets: Float64Array.from(fixture.labels),
};
const places = [...points.targets.keys()];
const batches = places
  .filter((place) => place % batchSize === 0)
  .map((start) => pick(points, places.slice(start, start + batchSize)));

/** As many steps of gradient descent as PyTorch made; the loss of each mini-batch before its step. */
function train(
  { sizes, parameters }: Fixture['cases'][number],
  id: ElementwiseId,
  pair: PairId,
  steps: number,
): number[] {
  const network = createNetwork(
    sizes,
    sizes.slice(2).map(() => ({ id, learned: false })),
  );
  network.parameters.set(parameters);
  const work = createWorkspace(network, batchSize);
  const descend = optimizers.sgd({ learningRate, momentum: 0 });
  return Array.from({ length: steps }, (_, step) => {
    const { inputs, targets, count } = batches[step % batches.length]!;
    const objective = pairs[pair];
    const wanted = wantedOutputs(objective, targets);
    const value = lossAndGradient(network, objective, inputs, wanted, count, work);
    descend(network.parameters, work.gradient);
    return value;
  });
}

describe('gradient descent gives the losses that PyTorch gives', () => {
  for (const example of fixture.cases) {
    const activations = Object.keys(example.losses) as ElementwiseId[];
    test.each(activations)(`${example.sizes.join('-')} with %s`, (id) => {
      const expected = Object.entries(example.losses[id]) as [PairId, number[]][];
      expect(expected.map(([pair]) => pair).sort()).toEqual(Object.keys(pairs).sort());
      for (const [pair, values] of expected) {
        expect(values).toHaveLength(20);
        train(example, id, pair, values.length).forEach((value, step) => {
          expect(Math.abs(value - values[step]!), `${pair}, step ${step + 1}`).toBeLessThan(1e-12);
        });
      }
    });
  }
});
