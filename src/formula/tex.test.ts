import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { evaluateTex } from '#activations/testing-tex.ts';
import { numeric, symbolic } from '#activations/tex.ts';
import { ownFunction } from './index.ts';
import { corpus, randomFormula } from './testing.ts';

const render = (tex: string) =>
  katex.renderToString(tex, { throwOnError: true, strict: 'error', displayMode: true });

/** What the evaluator of the registry's tests reads: brackets of one size, no negative signs of functions. */
const plain = (tex: string) =>
  tex.replace(/\\(?:left|right)(?![a-z])/g, '').replace(/\^\{(\d+)\}/g, '^{$1}');

/** Undefined for cases in order, of which several may hold: the evaluator reads only those that exclude each other. */
function valueOf(tex: string): number | undefined {
  try {
    return evaluateTex(tex);
  } catch (error) {
    if (/cases hold|expected \\end/.test((error as Error).message)) return undefined;
    throw error;
  }
}

describe.each(corpus)('%s', (formula) => {
  const own = ownFunction(formula);
  const values = { z: -1.3, a: 0.7, b: -0.4 };

  test('f and f′ can be typeset, with letters and with numbers', () => {
    for (const symbols of [symbolic(own), numeric(values)]) {
      for (const tex of [own.tex.f(symbols), own.tex.df(symbols)]) {
        expect(tex).not.toMatch(/undefined|NaN|\[object/);
        render(tex);
      }
    }
  });
});

test('what is typeset is what is computed', () => {
  let compared = 0;
  const formulas = [...corpus, ...Array.from({ length: 300 }, (_, seed) => randomFormula(seed))];
  for (const formula of formulas) {
    let own;
    try {
      own = ownFunction(formula);
    } catch {
      continue;
    }
    for (const z of [-1.3, 0.6]) {
      const values = { a: 0.7, b: -0.4, z };
      const symbols = numeric(values, { format: String });
      for (const [tex, value] of [
        [own.tex.f(symbols), own.f(z, values)],
        [own.tex.df(symbols), own.df(z, values)],
      ] as const) {
        // The evaluator knows fewer functions than the typesetter.
        if (/operatorname|arctan|'|sgn|cosh|sinh|tan\b|lor|times|\\exp|H\(/.test(tex)) continue;
        const read = valueOf(plain(tex));
        if (read === undefined) continue;
        expect(
          Math.abs(read - value) / Math.max(1, Math.abs(value)),
          `${formula}: ${tex}`,
        ).toBeLessThan(1e-9);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(300);
});

test.each([
  [
    'z * sigmoid(1.7 z)',
    String.raw`z\, \sigma(1.7 z)`,
    String.raw`\sigma(1.7 z) + 1.7 z\, \sigma'(1.7 z)`,
  ],
  [
    'max(0, z)^2',
    String.raw`\max(0,\ z)^{2}`,
    String.raw`\begin{cases} 2 z & z > 0 \\ 0 & z \le 0 \end{cases}`,
  ],
  [
    'a z/(1 + |z|)',
    String.raw`\frac{a\, z}{1 + \lvert z\rvert }`,
    String.raw`\frac{a}{(1 + \lvert z\rvert )^{2}}`,
  ],
  [
    'clamp(z, -1, 1)',
    String.raw`\min(1,\ \max(-1,\ z))`,
    String.raw`\begin{cases} 1 & -1 < z < 1 \\ 0 & z \le -1 \lor z \ge 1 \end{cases}`,
  ],
  [
    '(e^z - e^-z)/(e^z + e^-z)',
    String.raw`\frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}`,
    String.raw`\frac{4}{(e^{z} + e^{-z})^{2}}`,
  ],
  ['z - -z + 0 z', 'z + z + 0 z', '2'],
  ['2 * -z', String.raw`2 (-z)`, '-2'],
])('%s reads well, and so does its slope', (formula, f, df) => {
  const own = ownFunction(formula);
  expect(own.tex.f(symbolic(own))).toBe(f);
  expect(own.tex.df(symbolic(own))).toBe(df);
});
