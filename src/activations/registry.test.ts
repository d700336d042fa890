import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { activations, bind, defaultParameters, elementwise, getActivation } from './index.ts';
import { byId } from './registry.ts';
import { contains } from './sets.ts';
import type { Activation, FrameworkEntry } from './types.ts';

const all: readonly Activation[] = Object.values(activations);

describe('the registry', () => {
  test('holds every function under its own id, in one order', () => {
    expect(Object.keys(activations)).toEqual(all.map(({ id }) => id));
    expect(elementwise).toEqual(all.filter(({ kind }) => kind === 'elementwise'));
    expect(all).toHaveLength(31);
  });

  test('refuses a second function with the same id and names both', () => {
    const { relu } = activations;
    expect(() => byId([relu, { ...relu, name: 'Another' }])).toThrow(
      /"ReLU" and "Another".*"relu"/,
    );
  });

  test('ids and sources are kebab-case, names and aliases belong to one function', () => {
    for (const { id, source } of all) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(source).toMatch(/^[a-z]+-\d{4}$/);
    }
    const names = all
      .flatMap(({ name, aliases }) => [name, ...aliases])
      .map((n) => n.toLowerCase());
    expect(names).toEqual([...new Set(names)]);
  });

  test('every gate is an elementwise function', () => {
    const ids = elementwise.map(({ id }) => id);
    for (const one of all) if (one.kind === 'gated') expect(ids).toContain(one.gate);
  });

  test('getActivation finds, and for a wrong id suggests', () => {
    for (const one of all) expect(getActivation(one.id)).toBe(one);
    expect(() => getActivation('swish')).toThrow(/"swish".*"silu" \(SiLU\)/);
    expect(() => getActivation('relu-6')).toThrow(/Near: "relu6" \(ReLU6\)/);
    expect(() => getActivation('toString')).toThrow(RangeError);
    expect(() => getActivation('xyz')).not.toThrow(/Near/);
  });
});

describe('framework notes', () => {
  const notes = JSON.parse(
    readFileSync(new URL('../../content/en/framework-notes.json', import.meta.url), 'utf8'),
  ) as Record<string, string>;
  const entries = all.flatMap(({ frameworks }) => Object.values<FrameworkEntry>(frameworks));

  test('every key has a text and every text is used', () => {
    const used = new Set(entries.flatMap(({ note }) => note ?? []));
    expect([...used].sort()).toEqual(Object.keys(notes).sort());
  });

  test('names are fully qualified', () => {
    for (const { name } of entries) {
      expect(name).toMatch(
        /^(torch|tf\.nn|keras\.(activations|layers)|jax\.(nn|numpy)|flax\.linen)\.\w/,
      );
    }
  });
});

describe.each(elementwise.filter(({ parameters }) => Object.keys(parameters).length > 0))(
  'parameters of $name',
  (activation) => {
    test.each(Object.entries(activation.parameters))('%s', (name, parameter) => {
      const { min, max, step, domain } = parameter;
      const steps = (parameter.default - min) / step;
      expect(
        Math.abs(steps - Math.round(steps)),
        'the default is a stop of the slider',
      ).toBeLessThan(1e-9);
      expect(parameter.default).toBeGreaterThanOrEqual(min);
      expect(parameter.default).toBeLessThanOrEqual(max);
      for (const end of [min, max]) expect(!domain || contains([domain], end)).toBe(true);
      expect(defaultParameters(activation)[name]).toBe(parameter.default);
    });
  },
);

describe('bind', () => {
  const leaky = activations['leaky-relu'];

  test('takes the defaults for what is not chosen', () => {
    expect(bind(leaky).f(-1)).toBe(-0.01);
    expect(bind(leaky, { alpha: 0.2 }).f(-1)).toBe(-0.2);
    expect(bind(activations.rrelu, { lower: 0.5 }).parameters).toEqual({
      lower: 0.5,
      upper: 1 / 3,
    });
  });

  test('refuses unknown parameters and values outside the domain', () => {
    expect(() => bind(leaky, { beta: 1 })).toThrow(/Leaky ReLU has no parameter "beta"/);
    expect(() => bind(leaky, { toString: 1 } as Record<string, number>)).toThrow(/no parameter/);
    expect(() => bind(leaky, { alpha: NaN })).toThrow(/not defined for α = NaN/);
    expect(() => bind(activations.softplus, { beta: 0 })).toThrow(/not defined for β = 0/);
    expect(() => bind(activations.squareplus, { b: -1 })).toThrow(RangeError);
    expect(() => bind(activations.elu, { alpha: Infinity })).toThrow(RangeError);
  });
});
