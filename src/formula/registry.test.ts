import { describe, expect, test } from 'vitest';
import { bind, elementwise, getActivation, type ElementwiseId } from '#activations/index.ts';
import { contains } from '#activations/sets.ts';
import { ownFunction } from './index.ts';

const grid = Array.from({ length: 401 }, (_, i) => (i - 200) / 10);

/** The book's functions as a reader might write them out. */
const byHand: Partial<Record<ElementwiseId, string>> = {
  identity: 'z',
  step: 'z >= 0 ? 1 : 0 z',
  sigmoid: '1/(1 + e^-z)',
  'hard-sigmoid': 'clamp(z + 3, 0, 6)/6',
  tanh: '(e^z - e^-z)/(e^z + e^-z)',
  'hard-tanh': 'max(-1, min(z, 1))',
  softsign: 'z/(1 + |z|)',
  relu: 'max(0, z)',
  relu6: 'min(6, max(0, z))',
  'leaky-relu': 'z > 0 ? z : 0.01 z',
  elu: 'z > 0 ? z : e^z - 1',
  softplus: 'ln(1 + exp(z))',
  squareplus: '(z + √(z² + 4))/2',
  gelu: 'z Φ(z)',
  'gelu-tanh': '0.5 z (1 + tanh(√(2/π) (z + 0.044715 z^3)))',
  silu: 'z/(1 + e^-z)',
  'hard-swish': 'z min(6, max(0, z + 3))/6',
  mish: 'z tanh(ln(1 + e^z))',
  snake: 'z + sin(z)²',
};

describe.each(Object.entries(byHand) as [ElementwiseId, string][])('%s as %s', (id, formula) => {
  const own = ownFunction(formula);
  const { f, df, facts } = bind(getActivation(id));

  test('has the same values and slopes', () => {
    for (const z of grid) {
      expect(Math.abs(own.f(z, {}) - f(z)), `f(${z})`).toBeLessThan(1e-12);
      // A step's slope is nowhere but 0; at other kinks the conventions agree.
      if (facts.breaks.some(({ at, order }) => at === z && order === 0)) continue;
      expect(Math.abs(own.df(z, {}) - df(z)), `f′(${z})`).toBeLessThan(1e-12);
    }
  });

  test('neither overflows nor turns into NaN far out', () => {
    for (const z of [-1e4, -800, -50, 50, 800, 1e4]) {
      expect(own.f(z, {}), `f(${z})`).toBeCloseTo(f(z), 9);
      expect(own.df(z, {}), `f′(${z})`).toBeCloseTo(df(z), 9);
    }
  });
});

describe.each(elementwise.map((activation) => [activation.id, activation] as const))(
  '%s(z)',
  (id, activation) => {
    const own = ownFunction(`${id}(z)`);
    const { f, df, facts } = bind(activation);
    const found = own.facts({});

    test('is the registry’s function, slope included', () => {
      for (const z of [...grid, -1e3, 1e3]) {
        expect(own.f(z, {})).toBe(f(z));
        if (id !== 'identity') expect(own.df(z, {})).toBe(df(z));
      }
    });

    test('what is found numerically is what the registry says', () => {
      for (const key of ['min', 'max', 'slopeMin', 'slopeMax'] as const) {
        expect(found[key].value, key).toBeCloseTo(facts[key].value, 6);
        expect(found[key].attained, `${key} attained`).toBe(facts[key].attained);
      }
      expect(found.monotone).toBe(facts.monotone);
      expect(found.zeroCentred).toBe(facts.zeroCentred);
      expect(found.nearIdentity).toBe(facts.nearIdentity);
      expect(found.breaks).toEqual(facts.breaks);
      expect(found.poles).toEqual([]);
      expect(found.undefinedOn).toEqual([]);
      for (const value of [facts.min.value, facts.max.value].filter(Number.isFinite)) {
        if (contains(facts.range, value)) expect(contains(found.range, value, 1e-6)).toBe(true);
      }
      for (const side of ['left', 'right'] as const) {
        expect(found.saturation[side]?.how, side).toBe(facts.saturation[side]?.how);
        expect(found.saturation[side]?.from, side).toBe(facts.saturation[side]?.from);
        expect(found.saturation[side]?.to ?? 0, side).toBeCloseTo(
          facts.saturation[side]?.to ?? 0,
          8,
        );
      }
    });

    test('can be typed by every name it has', () => {
      for (const name of [id, activation.notation, ...activation.aliases]) {
        const typed = name.replaceAll(' ', '_');
        for (const text of [typed, typed.toUpperCase()].slice(0, typed.length > 1 ? 2 : 1)) {
          expect(ownFunction(`${text}(z)`).parsed.expr, text).toEqual(own.parsed.expr);
        }
      }
    });
  },
);
