import { describe, expect, test } from 'vitest';
import { bind, elementwise, type ElementwiseId } from '#activations/index.ts';
import type { Elementwise } from '#activations/types.ts';
import { losses, meanLoss, type Loss } from './losses.ts';
import { createNetwork, createTrace, forward, type Network } from './network.ts';
import { mulberry32, normal } from './random.ts';
import { createWorkspace, lossAndGradient } from './sgd.ts';

const count = 6;
const labels = Uint8Array.of(0, 1, 1, 0, 1, 0);
const shapes = [
  [2, 3, 1],
  [2, 4, 3, 1],
  [3, 2, 3, 2, 1],
];
const h = 1e-6;

interface Point {
  network: Network;
  inputs: Float64Array;
}

/** A network and a batch, drawn until no pre-activation is so close to a break that ±h could cross it. */
function pointAwayFromBreaks(activation: Elementwise, sizes: number[]): Point {
  const { breaks } = bind(activation).facts;
  for (let seed = 1; seed <= 200; seed++) {
    const random = mulberry32(seed);
    const ref = { id: activation.id as ElementwiseId };
    const network = createNetwork(
      sizes,
      sizes.slice(2).map(() => ref),
    );
    for (let p = 0; p < network.parameters.length; p++)
      network.parameters[p] = 0.7 * normal(random);
    const inputs = Float64Array.from({ length: sizes[0]! * count }, () => normal(random));
    const trace = createTrace(network, count);
    forward(network, inputs, count, trace);
    const hidden = trace.z.slice(0, -1).flatMap((z) => [...z]);
    const distance = Math.min(...hidden.flatMap((z) => breaks.map(({ at }) => Math.abs(z - at))));
    if (distance > 100 * h) return { network, inputs };
  }
  throw new Error(`${activation.id}: every network drawn has a pre-activation at a break`);
}

/** ∂L/∂p for every parameter by central differences; the error is O(h²). */
function numericGradient({ network, inputs }: Point, loss: Loss): number[] {
  const trace = createTrace(network, count);
  const lossNow = () => meanLoss(loss, forward(network, inputs, count, trace), labels, count);
  return Array.from(network.parameters, (value, p) => {
    network.parameters[p] = value + h;
    const above = lossNow();
    network.parameters[p] = value - h;
    const below = lossNow();
    network.parameters[p] = value;
    return (above - below) / (2 * h);
  });
}

function backpropagated({ network, inputs }: Point, loss: Loss): Float64Array {
  const work = createWorkspace(network, count);
  lossAndGradient(network, loss, inputs, labels, count, work);
  return work.gradient;
}

describe.each(elementwise.map((activation) => [activation.id, activation] as const))(
  'backpropagation through %s',
  (id, activation) => {
    test.each(shapes.map((sizes) => [sizes.join('-'), sizes] as const))('%s', (_, sizes) => {
      const point = pointAwayFromBreaks(activation, sizes);
      for (const [name, loss] of Object.entries<Loss>(losses)) {
        const gradient = backpropagated(point, loss);
        numericGradient(point, loss).forEach((slope, p) => {
          const error = Math.abs(gradient[p]! - slope) / Math.max(1, Math.abs(slope));
          expect(error, `${name}, parameter ${p}`).toBeLessThan(1e-6);
        });
        // Without this a network that passes nothing on would pass the check. Only step's slope is 0.
        const firstLayer = gradient.subarray(0, sizes[0]! * sizes[1]!);
        expect(firstLayer.some((slope) => Math.abs(slope) > 1e-4)).toBe(id !== 'step');
      }
    });
  },
);

test('parameters of an activation take effect forward and backward', () => {
  const leaky = (alpha: number): Point => {
    const network = createNetwork([1, 1, 1], [{ id: 'leaky-relu', parameters: { alpha } }]);
    network.parameters.set([1, 0, 1, 0]);
    return { network, inputs: new Float64Array(count).fill(-2) };
  };
  const { network, inputs } = leaky(0.5);
  expect(forward(network, inputs, 1, createTrace(network, 1))[0]).toBe(-1);
  const ratio = (alpha: number) => {
    const gradient = backpropagated(leaky(alpha), losses['squared-error']);
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

test('a smaller batch than the trace has room for leaves no trace of an earlier one', () => {
  const { network, inputs } = pointAwayFromBreaks(elementwise[0]!, [2, 4, 3, 1]);
  const trace = createTrace(network, count);
  forward(network, inputs, count, trace);
  const two = Float64Array.of(0.3, -1, 0.7, 2);
  const reused = forward(network, two, 2, trace).slice(0, 2);
  expect(reused).toEqual(forward(network, two, 2, createTrace(network, 2)));
});

test('sizes and activations must match', () => {
  expect(() => createNetwork([2, 4, 1], [])).toThrow(RangeError);
  expect(() => createNetwork([2], [])).toThrow(RangeError);
});
