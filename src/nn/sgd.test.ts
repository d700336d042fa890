import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ElementwiseId } from '#activations/index.ts';
import { pick, type Points } from './datasets.ts';
import { losses, type LossId } from './losses.ts';
import { createNetwork } from './network.ts';
import { createWorkspace, descend, lossAndGradient } from './sgd.ts';

/** Made by tests/tools/make-nn-fixtures.py. */
interface Fixture {
  learningRate: number;
  batchSize: number;
  inputs: number[];
  labels: number[];
  cases: {
    sizes: number[];
    parameters: number[];
    losses: Record<ElementwiseId, Record<LossId, number[]>>;
  }[];
}

const path = new URL('../../tests/fixtures/nn-sgd.json', import.meta.url);
const fixture = JSON.parse(readFileSync(path, 'utf8')) as Fixture;
const { learningRate, batchSize } = fixture;

const points: Points = {
  count: fixture.labels.length,
  inputs: Float64Array.from(fixture.inputs),
  labels: Uint8Array.from(fixture.labels),
};
const places = [...points.labels.keys()];
const batches = places
  .filter((place) => place % batchSize === 0)
  .map((start) => pick(points, places.slice(start, start + batchSize)));

/** As many steps of gradient descent as PyTorch made; the loss of each mini-batch before its step. */
function train(
  { sizes, parameters }: Fixture['cases'][number],
  id: ElementwiseId,
  loss: LossId,
  steps: number,
): number[] {
  const network = createNetwork(
    sizes,
    sizes.slice(2).map(() => ({ id })),
  );
  network.parameters.set(parameters);
  const work = createWorkspace(network, batchSize);
  return Array.from({ length: steps }, (_, step) => {
    const { inputs, labels, count } = batches[step % batches.length]!;
    const value = lossAndGradient(network, losses[loss], inputs, labels, count, work);
    descend(network, work.gradient, learningRate);
    return value;
  });
}

describe('gradient descent gives the losses that PyTorch gives', () => {
  for (const example of fixture.cases) {
    const activations = Object.keys(example.losses) as ElementwiseId[];
    test.each(activations)(`${example.sizes.join('-')} with %s`, (id) => {
      const expected = Object.entries(example.losses[id]) as [LossId, number[]][];
      expect(expected.map(([loss]) => loss).sort()).toEqual(Object.keys(losses).sort());
      for (const [loss, values] of expected) {
        expect(values).toHaveLength(20);
        train(example, id, loss, values.length).forEach((value, step) => {
          expect(Math.abs(value - values[step]!), `${loss}, step ${step + 1}`).toBeLessThan(1e-12);
        });
      }
    });
  }
});
