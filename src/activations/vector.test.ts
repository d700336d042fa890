import { describe, expect, test } from 'vitest';
import { activations } from './index.ts';

const { softmax, maxout } = activations;
const logSoftmax = activations['log-softmax'];
const logits = [[0.3], [1, 2, 3], [-4, 0, 0, 7.5], [700, -700, 710], [-1e308, 1e308, 0]];
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('softmax', () => {
  test.each(logits.map((z) => [z]))(
    '%j: positive shares with sum 1, rows of the Jacobian with 0',
    (z) => {
      const p = softmax.f(z);
      expect(sum(p)).toBeCloseTo(1, 14);
      for (const share of p) expect(share).toBeGreaterThanOrEqual(0);
      for (const row of softmax.jacobian(z)) expect(sum(row)).toBeCloseTo(0, 14);
    },
  );

  test('a shift of all logits changes nothing', () => {
    expect(softmax.f([1001, 1002, 1003])).toEqual(softmax.f([1, 2, 3]));
  });

  test('a sure winner keeps a gradient: 1 − p is not rounded away', () => {
    const [[diagonal]] = softmax.jacobian([50, 0]) as [[number, number], [number, number]];
    expect(diagonal / Math.exp(-50)).toBeCloseTo(1, 12);
  });

  test('−∞ masks an entry out, NaN and +∞ spoil all', () => {
    expect(softmax.f([0, -Infinity, 0])).toEqual([0.5, 0, 0.5]);
    expect(softmax.f([0, NaN]).every(Number.isNaN)).toBe(true);
    expect(softmax.f([0, Infinity])[1]).toBeNaN();
  });

  test('nothing in, nothing out', () => {
    for (const { f, jacobian } of [softmax, logSoftmax]) {
      expect(f([])).toEqual([]);
      expect(jacobian([])).toEqual([]);
    }
  });
});

describe.each([softmax, logSoftmax])('$name', ({ f, jacobian }) => {
  test('the Jacobian is the derivative of f', () => {
    const h = 1e-5;
    for (const z of [[0.3], [1, 2, 3], [-4, 0, 0, 2.5]]) {
      const exact = jacobian(z);
      z.forEach((_, j) => {
        const up = f(z.with(j, z[j]! + h));
        const down = f(z.with(j, z[j]! - h));
        // Error h² of the difference, and rounding of about 10⁻¹⁶/h.
        up.forEach((value, i) => {
          expect(Math.abs((value - down[i]!) / (2 * h) - exact[i]![j]!)).toBeLessThan(1e-9);
        });
      });
    }
  });
});

describe('log-softmax', () => {
  test('is the logarithm of softmax where that has one', () => {
    const z = [-4, 0, 0, 7.5];
    const p = softmax.f(z);
    logSoftmax.f(z).forEach((value, i) => expect(value).toBeCloseTo(Math.log(p[i]!), 13));
  });

  test('a sure winner still has a loss', () => {
    expect(logSoftmax.f([50, 0])[0]! / -Math.exp(-50)).toBeCloseTo(1, 12);
    expect(logSoftmax.f([0, -1000])[1]).toBe(-1000);
  });
});

describe('maxout', () => {
  test('takes the largest, and the first of them in a tie', () => {
    expect(maxout.f([-3, 2, 1])).toBe(2);
    expect(maxout.gradient([2, -1, 2])).toEqual([1, 0, 0]);
  });

  test('NaN spoils it, nothing in is an error', () => {
    expect(maxout.f([1, NaN])).toBeNaN();
    expect(maxout.gradient([1, NaN])).toEqual([NaN, NaN]);
    expect(() => maxout.f([])).toThrow(RangeError);
    expect(() => maxout.gradient([])).toThrow(RangeError);
  });
});

describe.each(Object.values(activations).filter((a) => a.kind === 'gated'))('$name', (unit) => {
  test('is value · gate, with the slopes of both', () => {
    const gate = Object.values(activations).find(({ id }) => id === unit.gate);
    if (gate?.kind !== 'elementwise') throw new TypeError(unit.gate);
    const defaults = Object.fromEntries(
      Object.entries(gate.parameters).map(([name, { default: value }]) => [name, value]),
    );
    for (const v of [-2, 0.5, 3]) {
      for (const u of [-1.3, 0.4, 2]) {
        const g = gate.f(u, defaults);
        expect(unit.f(v, u)).toBe(v * g);
        expect(unit.gradient(v, u)).toEqual([g, v * gate.df(u, defaults)]);
      }
    }
  });
});
