import { describe, expect, test } from 'vitest';
import { elementwise, type ElementwiseId } from '#activations/index.ts';
import { createWorkspace, lossAndGradient } from './gradient.ts';
import { learnedNames, type ActivationRef } from './kernels.ts';
import type { LossId } from './losses.ts';
import { createNetwork, createTrace, forward } from './network.ts';
import type { NormalizationId } from './normalization.ts';
import { createObjective, wantedOutputs } from './objective.ts';
import type { OutputId } from './outputs.ts';
import type { Task } from './points.ts';
import { awayFromBreaks, backpropagated, largestError, type Place } from './testing-gradients.ts';

const count = 6;
const two: Task = { kind: 'classes', classes: 2 };
const three: Task = { kind: 'classes', classes: 3 };
const values: Task = { kind: 'values' };
const classesOf = {
  2: Float64Array.of(0, 1, 1, 0, 1, 0),
  3: Float64Array.of(0, 1, 2, 2, 1, 0),
} as const;

const all = (sizes: readonly number[], ref: ActivationRef) => sizes.slice(2).map(() => ref);

const tolerance = 1e-6;

describe.each(elementwise.map(({ id }) => id as ElementwiseId))(
  'backpropagation through %s',
  (id) => {
    test.each(['2-3-1', '2-4-3-1', '3-2-3-2-1'])('%s', (shape) => {
      const sizes = shape.split('-').map(Number);
      const place = awayFromBreaks(all(sizes, { id }), sizes, count);
      for (const [loss, output] of [
        ['binary-cross-entropy', 'sigmoid'],
        ['squared-error', 'identity'],
        ['squared-error', 'tanh'],
      ] as const) {
        const minimized = { objective: createObjective(two, loss, output), targets: classesOf[2] };
        expect(largestError(place, minimized), `${loss} of ${output}`).toBeLessThan(tolerance);
        // Without this a network that passes nothing on would pass. Only step's slope is 0.
        const { length } = place.network.layers[0]!.weights;
        const firstLayer = backpropagated(place, minimized).subarray(0, length);
        expect(firstLayer.some((slope) => Math.abs(slope) > 1e-4)).toBe(id !== 'step');
      }
    });
  },
);

describe('backpropagation', () => {
  test.each<[LossId, OutputId]>([
    ['cross-entropy', 'softmax'],
    ['squared-error', 'softmax'],
    ['squared-error', 'tanh'],
    ['binary-cross-entropy', 'sigmoid'],
    ['binary-cross-entropy', 'softmax'],
    ['cross-entropy', 'sigmoid'],
  ])('of three classes: %s of %s', (loss, output) => {
    const sizes = [2, 4, 3, 3];
    const place = awayFromBreaks(all(sizes, { id: 'tanh' }), sizes, count);
    const objective = createObjective(three, loss, output);
    expect(largestError(place, { objective, targets: classesOf[3] })).toBeLessThan(tolerance);
  });

  test.each([1, 2])('of values in %i dimensions', (inputs) => {
    const sizes = [inputs, 5, 3, 1];
    const place = awayFromBreaks(all(sizes, { id: 'relu' }), sizes, count);
    const objective = createObjective(values, 'squared-error');
    const targets = Float64Array.of(-1, 0.5, 2, 0, 1, -3);
    expect(largestError(place, { objective, targets })).toBeLessThan(tolerance);
  });

  test.each([
    [0.1, 0],
    [0, 0.2],
    [0.05, 0.3],
  ])('with penalties %d and %d on the weights', (l1, l2) => {
    const sizes = [2, 4, 3, 1];
    const place = awayFromBreaks(all(sizes, { id: 'tanh' }), sizes, count);
    const plain = { objective: createObjective(two, 'squared-error'), targets: classesOf[2] };
    const penalized = { ...plain, l1, l2 };
    expect(largestError(place, penalized)).toBeLessThan(tolerance);
    expect(backpropagated(place, penalized)).not.toEqual(backpropagated(place, plain));
  });

  test.each<[string, ActivationRef]>([
    ['PReLU', { id: 'prelu' }],
    ['Swish', { id: 'silu', parameters: { beta: 1.4 }, learned: true }],
  ])('to the learned parameter of %s', (_name, ref) => {
    const sizes = [2, 4, 3, 1];
    const place = awayFromBreaks(all(sizes, ref), sizes, count);
    const minimized = { objective: createObjective(two, 'squared-error'), targets: classesOf[2] };
    expect(largestError(place, minimized)).toBeLessThan(tolerance);
    // It stands behind the weights and biases of its layer.
    const slope = backpropagated(place, minimized)[2 * 4 + 4]!;
    expect(Math.abs(slope)).toBeGreaterThan(1e-4);
  });

  test('through a formula of the reader', () => {
    const sizes = [2, 4, 3, 1];
    const ref: ActivationRef = { id: 'own', formula: 'z * sigmoid(1.7 z)' };
    const place = awayFromBreaks(all(sizes, ref), sizes, count);
    const minimized = { objective: createObjective(two, 'squared-error'), targets: classesOf[2] };
    expect(largestError(place, minimized)).toBeLessThan(tolerance);
  });

  const normalized = (['layer', 'batch'] as const satisfies NormalizationId[]).flatMap((kind) =>
    (['tanh', 'relu', 'prelu'] as const).map((id) => [kind, id] as const),
  );
  test.each(normalized)('through %s normalization before %s', (kind, id) => {
    const sizes = [2, 4, 3, 3];
    const place = awayFromBreaks(all(sizes, { id }), sizes, count, kind);
    const objective = createObjective(three, 'cross-entropy');
    const minimized = { objective, targets: classesOf[3] };
    expect(largestError(place, minimized)).toBeLessThan(1e-5);
    const gradient = backpropagated(place, minimized);
    expect(gradient.subarray(0, 8).some((slope) => Math.abs(slope) > 1e-3)).toBe(true);
  });
});

test('parameters of an activation take effect forward and backward', () => {
  const leaky = (alpha: number): Place => {
    const network = createNetwork([1, 1, 1], [{ id: 'leaky-relu', parameters: { alpha } }]);
    network.parameters.set([1, 0, 1, 0]);
    return { network, inputs: new Float64Array(count).fill(-2), count };
  };
  const { network, inputs } = leaky(0.5);
  expect(forward(network, inputs, 1, createTrace(network, 1))[0]).toBe(-1);
  const ratio = (alpha: number) => {
    const objective = createObjective(two, 'squared-error');
    const gradient = backpropagated(leaky(alpha), { objective, targets: classesOf[2] });
    return gradient[0]! / gradient[3]!; // ∂L/∂w₁ = ∂L/∂z · α · x
  };
  expect(ratio(0.5)).toBeCloseTo(-1, 12);
  expect(ratio(0.25)).toBeCloseTo(-0.5, 12);
});

test('each layer has its own activation', () => {
  const network = createNetwork([1, 1, 1, 1], [{ id: 'relu' }, { id: 'sigmoid' }]);
  network.parameters.set([1, 0, 1, 0, 1, 0]);
  const at = (x: number) => forward(network, Float64Array.of(x), 1, createTrace(network, 1))[0];
  expect(at(-5)).toBe(0.5); // ReLU cuts off, sigmoid gives ½ for 0
  expect(at(5)).toBeCloseTo(1 / (1 + Math.exp(-5)), 15);
});

test('only what can be learned is learned, and PReLU without being asked', () => {
  expect(learnedNames({ id: 'prelu' })).toEqual(['alpha']);
  expect(learnedNames({ id: 'prelu', learned: false })).toEqual([]);
  expect(learnedNames({ id: 'silu' })).toEqual([]);
  expect(learnedNames({ id: 'silu', learned: true })).toEqual(['beta']);
  expect(learnedNames({ id: 'elu', learned: true })).toEqual([]);
  expect(createNetwork([2, 3, 1], [{ id: 'prelu' }]).parameters).toHaveLength(14);
  expect(createNetwork([2, 3, 1], [{ id: 'relu' }]).parameters).toHaveLength(13);
});

test('a smaller batch than the trace has room for leaves no trace of an earlier one', () => {
  const sizes = [2, 4, 3, 1];
  for (const kind of ['none', 'layer', 'batch'] as const) {
    const { network, inputs } = awayFromBreaks(all(sizes, { id: 'prelu' }), sizes, count, kind);
    const objective = createObjective(two, 'squared-error');
    const [points, wanted] = [Float64Array.of(0.3, -1, 0.7, 2), Float64Array.of(1, -1)];
    const start = network.parameters.slice();
    const small = createWorkspace(network, 2);
    lossAndGradient(network, objective, points, wanted, 2, small);
    network.parameters.set(start);
    const large = createWorkspace(network, count);
    const targets = wantedOutputs(objective, classesOf[2]);
    lossAndGradient(network, objective, inputs, targets, count, large);
    network.parameters.set(start);
    lossAndGradient(network, objective, points, wanted, 2, large);
    expect(large.gradient).toEqual(small.gradient);
  }
});

test('sizes and activations must match', () => {
  expect(() => createNetwork([2, 4, 1], [])).toThrow(RangeError);
  expect(() => createNetwork([2], [])).toThrow(RangeError);
});
