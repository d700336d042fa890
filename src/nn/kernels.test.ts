import { describe, expect, test } from 'vitest';
import { bind, elementwise, type ElementwiseId } from '#activations/index.ts';
import { arrayKernel } from './kernels.ts';

const grid = Float64Array.from({ length: 961 }, (_, k) => (k - 480) / 16);
const { length } = grid;
const none = new Float64Array();

describe.each(elementwise.map((activation) => [activation.id, activation] as const))(
  'the kernel of %s',
  (id, activation) => {
    const kernel = arrayKernel({ id: id as ElementwiseId, learned: false }, none);
    const { f, df, facts } = bind(activation);
    const h = new Float64Array(length);
    kernel.activate(grid, length, h);

    test('is the registry: its values exactly', () => {
      grid.forEach((z, k) => expect(h[k], `z = ${z}`).toBe(f(z)));
    });

    test('is the registry: its slopes to the last digits', () => {
      const delta = new Float64Array(length).fill(3);
      kernel.chain(grid, h, length, delta);
      const steepest = Math.max(Math.abs(facts.slopeMin.value), Math.abs(facts.slopeMax.value));
      grid.forEach((z, k) => {
        expect(Math.abs(delta[k]! - 3 * df(z)), `z = ${z}`).toBeLessThan(
          2e-15 * Math.max(1, steepest),
        );
      });
    });

    test('leaves what lies beyond alone', () => {
      const part = new Float64Array(4).fill(7);
      kernel.activate(grid, 2, part);
      kernel.chain(grid, h, 2, part);
      expect([...part.subarray(2)]).toEqual([7, 7]);
    });
  },
);

test('what is learned is read anew at each pass', () => {
  const learned = Float64Array.of(0.5);
  const kernel = arrayKernel({ id: 'prelu' }, learned);
  const [z, h] = [Float64Array.of(-2, 4), new Float64Array(2)];
  kernel.activate(z, 2, h);
  expect([...h]).toEqual([-1, 4]);
  learned[0] = 0.25;
  kernel.activate(z, 2, h);
  expect([...h]).toEqual([-0.5, 4]);
  const gradient = new Float64Array(1);
  kernel.learn!(z, 2, Float64Array.of(3, 5), gradient);
  expect([...gradient]).toEqual([-6]);
});

test('a parameter that the function does not have is refused', () => {
  expect(() => arrayKernel({ id: 'relu', parameters: { alpha: 1 } }, none)).toThrow(RangeError);
  expect(() => arrayKernel({ id: 'own', formula: 'z +' }, none)).toThrow();
});
