/** Data sets for regression: points on the graph of a function. */
import type { Dataset } from './datasets.ts';
import { normal, uniform } from './random.ts';

interface Graph {
  readonly domain: readonly [lower: number, upper: number];
  readonly range: readonly [lower: number, upper: number];
  /** As many arguments as dimensions. */
  f(x1: number, x2: number): number;
}

const values = (dimensions: 1 | 2, { domain, range, f }: Graph) =>
  ({
    task: { kind: 'values' },
    dimensions,
    domain,
    range,
    parts: 1,
    draw(_part, along, noise, random) {
      const [lower, upper] = domain;
      const x1 = lower + (upper - lower) * along;
      const x2 = dimensions === 2 ? uniform(random, lower, upper) : 0;
      const target = f(x1, x2) + noise * normal(random);
      return { x: dimensions === 2 ? [x1, x2] : [x1], target };
    },
  }) as const satisfies Dataset;

export const functions = {
  /** sin 2x: nearly two periods. */
  sine: values(1, { domain: [-3, 3], range: [-1, 1], f: (x) => Math.sin(2 * x) }),
  /** −1 left of 0, and 1 from there on. */
  step: values(1, { domain: [-2, 2], range: [-1, 1], f: (x) => (x < 0 ? -1 : 1) }),
  /** |x| */
  abs: values(1, { domain: [-2, 2], range: [0, 2], f: Math.abs }),
  /** x² */
  square: values(1, { domain: [-2, 2], range: [0, 4], f: (x) => x * x }),
  /** x₁² + x₂² */
  bowl: values(2, { domain: [-1.5, 1.5], range: [0, 4.5], f: (x1, x2) => x1 * x1 + x2 * x2 }),
};
