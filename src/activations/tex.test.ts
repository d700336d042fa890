import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { activations, elementwise } from './index.ts';
import { cases, numeric, symbolic, texNumber } from './tex.ts';
import { evaluateTex } from './testing-tex.ts';
import { settings } from './testing.ts';

const render = (tex: string) =>
  katex.renderToString(tex, {
    throwOnError: true,
    strict: 'error',
    displayMode: true,
    output: 'mathml',
  });

const points = [-7.5, -3.2, -2, -1.2, -0.3, 0, 0.4, 1, 1.2, 2.5, 3.7, 6.2];

describe.each(elementwise)('$name', (activation) => {
  test('its general formulas render, with every letter in its place', () => {
    const symbols = symbolic(activation);
    const f = activation.tex.f(symbols);
    for (const tex of [activation.tex.name, f, activation.tex.df(symbols)]) {
      expect(tex).not.toMatch(/undefined|NaN|\[object/);
      render(tex);
    }
    expect(f).toContain('z');
    for (const { tex } of Object.values(activation.parameters)) expect(f).toContain(tex);
    for (const { tex } of Object.values(activation.parameters)) render(tex);
  });
});

describe.each(settings)('$label', ({ activation, parameters, f, df, facts }) => {
  const exactly = (z: number) => numeric({ ...parameters, z }, { format: String });

  test('the formula with numbers put in renders, and is the function that is computed', () => {
    for (const z of points) {
      const tex = activation.tex.f(exactly(z));
      render(activation.tex.f(numeric({ ...parameters, z })));
      const value = evaluateTex(tex);
      expect(Math.abs(value - f(z)), `${tex} = ${value}, not ${f(z)}`).toBeLessThan(1e-12);
    }
  });

  test('so is the slope', () => {
    for (const z of points) {
      const tex = activation.tex.df(exactly(z));
      render(activation.tex.df(numeric({ ...parameters, z })));
      // The step's slope does not exist at its jump, nor squareplus's with b = 0 in this form.
      const excluded =
        activation.id === 'step' || (activation.id === 'squareplus' && parameters['b'] === 0);
      if (z === 0 && excluded) {
        if (activation.id === 'step') expect(() => evaluateTex(tex)).toThrow(/does not hold/);
        else expect(evaluateTex(tex)).toBeNaN();
        continue;
      }
      const value = evaluateTex(tex);
      expect(Math.abs(value - df(z)), `${tex} = ${value}, not ${df(z)}`).toBeLessThan(2e-12);
    }
  });

  test('its kinks have one case each', () => {
    for (const { at, order } of facts.breaks) {
      if (order !== 1 || activation.id === 'squareplus') continue;
      expect(evaluateTex(activation.tex.df(exactly(at)))).toBeCloseTo(df(at), 14);
    }
  });
});

describe.each(Object.values(activations).filter(({ kind }) => kind !== 'elementwise'))(
  '$name',
  ({ kind, tex }) => {
    test('its formulas render', () => {
      if (kind === 'elementwise') throw new TypeError();
      for (const one of [tex.name, tex.f, tex.df]) render(one as string);
    });
  },
);

describe('numeric', () => {
  test('brackets what is negative, where there are no brackets yet', () => {
    const s = numeric({ z: -2, alpha: 0.5 });
    expect([s['z'], s.bare.z, s['alpha'], s.bare['alpha']]).toEqual(['(-2)', '-2', '0.5', '0.5']);
  });

  test('wraps every number, brackets included, and says where', () => {
    const s = numeric({ z: -2 }, { wrap: (...parts) => parts.join('|') });
    expect([s.z, s.bare.z]).toEqual(['z|(-2)|bracketed', 'z|-2|bare']);
  });

  test('every formula renders with marked numbers', () => {
    for (const { activation, parameters } of settings) {
      for (const z of [-1.2, 0, 3, 1e-7, -2e8, Infinity, -Infinity, NaN]) {
        const symbols = numeric(
          { ...parameters, z },
          { wrap: (name, text) => String.raw`\htmlClass{slot-${name}}{${text}}` },
        );
        for (const template of [activation.tex.f, activation.tex.df]) {
          const html = katex.renderToString(template(symbols), {
            throwOnError: true,
            trust: true,
            strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
          });
          if (template(symbols).includes('slot-z')) expect(html).toContain('"enclosing slot-z');
        }
      }
    }
  });

  test.each([
    [0.1 + 0.2, '0.3'],
    [-0, '0'],
    [12.3456, '12.35'],
    [1 / 3, '0.3333'],
    [-0.0001234, '-0.0001234'],
    [0.00001234, String.raw`1.234 \times 10^{-5}`],
    [-2.5e6, String.raw`-2.5 \times 10^{6}`],
    [123456, '123500'],
    [Infinity, String.raw`\infty`],
    [-Infinity, String.raw`-\infty`],
    [NaN, String.raw`\mathrm{NaN}`],
  ])('%d reads %s', (value, text) => {
    expect(texNumber(value)).toBe(text);
  });

  test('powers of ten get brackets', () => {
    expect(numeric({ z: 1e-5 }).z).toBe(String.raw`(1 \times 10^{-5})`);
  });
});

test('the evaluator tells a wrong formula: it computes, and it refuses what it cannot read', () => {
  expect(evaluateTex(String.raw`2 \cdot (-3)^2 - \frac{1}{4}\tanh^2(0)`)).toBe(18);
  expect(evaluateTex(String.raw`e^{-(-1)} / 2`)).toBeCloseTo(Math.E / 2, 15);
  expect(evaluateTex(cases(['1', '2 < 3'], ['0', String.raw`2 \ge 3`]))).toBe(1);
  expect(() => evaluateTex(cases(['1', '2 < 3'], ['0', '1 < 3']))).toThrow(/2 cases hold/);
  expect(() => evaluateTex(String.raw`\foo(1)`)).toThrow(/cannot read/);
  expect(() => evaluateTex('1 )')).toThrow(/cannot read on/);
});
