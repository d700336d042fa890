import { describe, expect, test } from 'vitest';
import type { ElementwiseId } from '#activations/index.ts';
import { signalThroughDepth, typicalSignal, type DepthSetup } from './signal.ts';

const setup = (id: ElementwiseId, depth: number, gain: number, seed = 1): DepthSetup => ({
  activation: id,
  depth,
  width: 64,
  gain,
  examples: 16,
  seed,
});
const seeds = Array.from({ length: 10 }, (_, k) => k + 1);
/** The gradient that arrives at the inputs, typical of ten seeds. */
const arriving = (id: ElementwiseId, depth: number, gain: number) =>
  typicalSignal(seeds.map((seed) => setup(id, depth, gain, seed))).gradient[0]!;

describe('one layer', () => {
  // For wide layers the factor is √(gain² · E f′(z)²) with z normal of variance gain².
  test.each([
    ['identity', 1, 1],
    ['relu', Math.SQRT2, 1],
    ['sigmoid', 1, Math.sqrt(0.0448)],
    ['tanh', 1, Math.sqrt(0.464)],
  ] as const)('%s at gain %d passes on about %d of the gradient', (id, gain, expected) => {
    expect(arriving(id, 1, gain) / expected).toBeGreaterThan(0.95);
    expect(arriving(id, 1, gain) / expected).toBeLessThan(1.05);
  });
});

describe('many layers', () => {
  test('ReLU at He’s scale passes signal and gradient through twenty layers', () => {
    const { size, gradient } = typicalSignal(
      seeds.map((seed) => setup('relu', 20, Math.SQRT2, seed)),
    );
    expect(size.at(-1)! / size[0]!).toBeGreaterThan(0.4);
    expect(gradient[0]).toBeGreaterThan(0.4);
    expect(gradient[0]).toBeLessThan(2);
  });

  test('ten sigmoid layers at Xavier’s scale lose the gradient and the differences between inputs', () => {
    const { size, contrast, gradient } = typicalSignal(
      seeds.map((seed) => setup('sigmoid', 10, 1, seed)),
    );
    expect(gradient[0]).toBeLessThan(1e-5);
    expect(contrast.at(-1)).toBeLessThan(1e-5);
    expect(size.at(-1)).toBeCloseTo(0.5, 1);
  });

  test('tanh keeps its outputs below 1 and lets gradients explode', () => {
    const { size, gradient } = typicalSignal(seeds.map((seed) => setup('tanh', 10, 8, seed)));
    expect(Math.max(...size.slice(1))).toBeLessThan(1);
    expect(gradient[0]).toBeGreaterThan(1000);
  });

  test('one unit per layer: the gradient is the product of |w| · f′(z)', () => {
    const { size, gradient } = signalThroughDepth({
      ...setup('tanh', 4, 1),
      width: 1,
      examples: 1,
    });
    // |h| = tanh(|w| · |h before|) gives |w|, and tanh′ = 1 − h².
    const factors = size.slice(1).map((h, l) => (Math.atanh(h) / size[l]!) * (1 - h * h));
    factors.forEach((_, l) => {
      const product = factors.slice(l).reduce((a, b) => a * b, 1);
      expect(gradient[l]).toBeCloseTo(product, 12);
    });
  });
});

test('the same setup gives the same numbers, another seed others', () => {
  expect(signalThroughDepth(setup('gelu', 5, 1))).toEqual(signalThroughDepth(setup('gelu', 5, 1)));
  expect(signalThroughDepth(setup('gelu', 5, 1))).not.toEqual(
    signalThroughDepth(setup('gelu', 5, 1, 2)),
  );
});
