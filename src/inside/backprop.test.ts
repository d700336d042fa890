import { describe, expect, test } from 'vitest';
import { createObjective } from '#nn/objective.ts';
import type { TrainingSetup } from '#nn/setup.ts';
import { startRun } from '#nn/train.ts';
import { backprop, differenceQuotient, parameterIndex, type Step } from './backprop.ts';
import { setup } from './testing.ts';

const walkOf = (changes: Partial<TrainingSetup>, place = 0) => {
  const run = startRun({ ...setup, ...changes }, { core: 'typescript' });
  run.epoch();
  const { inputs, count, dimensions, targets } = run.data.train;
  const example = {
    inputs: Array.from({ length: dimensions }, (_, d) => inputs[d * count + place]!),
    target: targets[place]!,
  };
  const objective = createObjective(run.task, run.setup.loss, run.setup.output);
  return { run, example, objective, walk: backprop(run.network, objective, example) };
};

const kinds: [name: string, changes: Partial<TrainingSetup>][] = [
  ['tanh', {}],
  ['no hidden layer', { hidden: [] }],
  ['several functions', { activation: [{ id: 'sigmoid' }, { id: 'gelu' }] }],
  ['a learned parameter between the layers', { activation: { id: 'prelu' } }],
  ['squared error of tanh', { loss: 'squared-error', output: 'tanh' }],
  ['three classes', { dataset: 'three-arms', loss: 'cross-entropy' }],
  ['a value of one input', { dataset: 'sine', loss: 'squared-error' }],
];

test.each(kinds)('the gradient is the slope of the loss: %s', (_, changes) => {
  const { run, example, objective, walk } = walkOf(changes);
  for (const [layer, { inputs, outputs }] of run.network.layers.entries()) {
    for (let unit = 0; unit < outputs; unit++) {
      for (const input of [...Array(inputs).keys(), undefined]) {
        const place = parameterIndex(run.network, { layer, unit }, input);
        const quotient = differenceQuotient(run.network, objective, example, place);
        expect(walk.gradient[place], `layer ${layer}, unit ${unit}`).toBeCloseTo(quotient, 7);
      }
    }
  }
});

test.each(kinds)('every product is the product of its factors: %s', (_, changes) => {
  for (const step of walkOf(changes).walk.steps) {
    for (const { factors, value } of 'products' in step ? step.products : [])
      expect(value).toBe(factors[0] * factors[1]);
    if (step.kind === 'back') expect(step.delta).toBe(step.sum * step.slope);
  }
});

test('in a chain of single units the factors of the steps multiply to the gradient', () => {
  const { walk } = walkOf({ hidden: [1, 1, 1, 1], activation: { id: 'sigmoid' } });
  const one = <K extends Step['kind']>(kind: K) =>
    walk.steps.filter((step): step is Step & { kind: K } => step.kind === kind);
  const error = one('error')[0]!.delta[0]!;
  const factors = one('back').flatMap(({ products, slope }) => [products[0]!.factors[0], slope]);
  const { inputs } = walk.pass;
  const expected = factors.reduce((product, factor) => product * factor, error) * inputs[0]!;
  expect(factors).toHaveLength(8);
  expect(walk.gradient[0]).toBeCloseTo(expected, 14);
});

describe('the order of the steps', () => {
  const order = walkOf({ hidden: [2] }).walk.steps.map((step) =>
    'layer' in step ? `${step.kind} ${step.layer}.${step.unit}` : step.kind,
  );

  test('goes forward by layers, and back the same way', () => {
    expect(order).toEqual([
      ...['input', 'sum 0.0', 'activate 0.0', 'sum 0.1', 'activate 0.1', 'sum 1.0'],
      ...['output', 'loss', 'error', 'weights 1.0'],
      ...['back 0.0', 'back 0.1', 'weights 0.0', 'weights 0.1'],
    ]);
  });
});

test('normalisation has no steps of one example', () => {
  expect(() => walkOf({ normalization: 'layer' })).toThrow(RangeError);
});
