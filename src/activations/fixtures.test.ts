import { describe, expect, test } from 'vitest';
import { activations, bind, elementwise, getActivation } from './index.ts';
import { fixtures } from './testing.ts';
import type { Activation, Elementwise } from './types.ts';

const bound = (id: string, parameters: Record<string, number>) =>
  bind(getActivation(id) as Elementwise, parameters);

/** |got − want| within `relative` of `want`, or within `absolute`. */
function expectClose(got: number, want: number, relative: number, absolute: number, at: string) {
  if (Object.is(got, want) || got === want) return;
  const allowed = Math.max(relative * Math.abs(want), absolute);
  expect(Math.abs(got - want), `${at}: ${got}, not ${want}`).toBeLessThanOrEqual(allowed);
}

const label = ({ id, parameters }: { id: string; parameters: Record<string, number> }) =>
  `${id} ${JSON.stringify(parameters)}`;

describe('PyTorch', () => {
  test('has a case for every function', () => {
    const covered = new Set(
      [fixtures.elementwise, fixtures.vector, fixtures.maxout, fixtures.gated].flatMap((cases) =>
        cases.map(({ id }) => id),
      ),
    );
    expect([...covered].sort()).toEqual(Object.keys(activations).sort());
  });

  test.each(fixtures.elementwise.map((one) => [label(one), one] as const))('%s', (_label, one) => {
    const { f, df } = bound(one.id, one.parameters);
    fixtures.grids[one.grid]!.forEach((z, i) => {
      // PyTorch subtracts where we do not (1 − tanh², 1 + erf, z² under a root), which leaves an error of
      // one or two units in the last place of 1, of z, or of kz for a phase.
      const size = Math.max(1, Math.abs(z), ...Object.values(one.parameters).map((p) => p * z));
      expectClose(f(z), one.f[i]!, 1e-12, 5e-16 * size, `f(${z})`);
      const slope = one.df?.[i];
      if (typeof slope === 'number') {
        const steep = one.id === 'sine' ? one.parameters['omega0']! : 1;
        // PyTorch's ⅙ is a float32 there.
        const relative = one.id === 'hard-sigmoid' ? 2 ** -24 : 1e-12;
        expectClose(df(z), slope, relative, 5e-16 * size * steep, `df(${z})`);
      }
    });
  });

  test.each(fixtures.vector)('$id', ({ id, cases }) => {
    const activation = getActivation(id);
    if (activation.kind !== 'vector') throw new TypeError(id);
    for (const { z, f, jacobian } of cases) {
      activation.f(z).forEach((value, i) => {
        expectClose(value, f[i]!, 1e-12, 1e-15, `f(${z})[${i}]`);
      });
      activation.jacobian(z).forEach((row, i) => {
        row.forEach((value, j) => {
          expectClose(value, jacobian[i]![j]!, 1e-12, 5e-16, `jacobian(${z})[${i}][${j}]`);
        });
      });
    }
  });

  test.each(fixtures.maxout)('$id', ({ cases }) => {
    for (const { z, f, gradient } of cases) {
      expect(activations.maxout.f(z)).toBe(f);
      expect(activations.maxout.gradient(z)).toEqual(gradient);
    }
  });

  test.each(fixtures.gated)('$id', ({ id, cases }) => {
    const activation = getActivation(id);
    if (activation.kind !== 'gated') throw new TypeError(id);
    for (const { value, gate, f, gradient } of cases) {
      const at = `(${value}, ${gate})`;
      expectClose(activation.f(value, gate), f, 1e-12, 2e-14, `f${at}`);
      activation.gradient(value, gate).forEach((part, i) => {
        expectClose(part, gradient[i]!, 1e-12, 2e-14, `gradient${at}[${i}]`);
      });
    }
  });
});

describe('the arguments of PyTorch', () => {
  const entries = Object.values<Activation>(activations).flatMap(
    ({ id, frameworks: { pytorch } }) => (pytorch ? [{ id, ...pytorch }] : []),
  );
  /** Where a result is kept, and the names that Hardtanh's bounds once had: no matter of the function. */
  const aside = ['inplace', 'device', 'dtype', 'min_value', 'max_value'];

  /** `1/8`, `None` and `'none'` as they stand in a call. */
  const valueOf = (text: string) => {
    if (text === 'None') return null;
    if (/^'.*'$/.test(text)) return text.slice(1, -1);
    const [numerator, denominator = 1] = text.split('/').map(Number);
    return numerator! / denominator;
  };

  test('are known for every entry of the registry', () => {
    const names = entries.map(({ name }) => name);
    expect([...new Set(names)].sort()).toEqual(Object.keys(fixtures.calls));
  });

  test.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s',
    (id, { name, defaults = '' }) => {
      const stated = Object.fromEntries(
        defaults
          .split(', ')
          .filter(Boolean)
          .map((one) => one.split('=') as [string, string])
          .map(([key, text]) => [key, valueOf(text)]),
      );
      const given = Object.fromEntries(
        Object.entries(fixtures.calls[name]!).filter(([key]) => !aside.includes(key)),
      );
      // The same module is both GELUs: this one has to be asked for.
      if (id === 'gelu-tanh') expect(stated).toEqual({ approximate: 'tanh' });
      else expect(stated).toEqual(given);
      expect(Object.keys(stated)).toEqual(Object.keys(given));
    },
  );
});

describe('the formula evaluated with 800 digits', () => {
  test('has a case for every function that is not made of straight pieces or parabolas', () => {
    const straight = ['linear', 'rectifiers'];
    const expected = elementwise
      .filter(({ id, family }) => !straight.includes(family) && !id.startsWith('hard-'))
      .map(({ id }) => id);
    expect(new Set(fixtures.exact.map(({ id }) => id))).toEqual(new Set(expected));
  });

  test.each(fixtures.exact.map((one) => [label(one), one] as const))('%s', (_label, one) => {
    const { f, df, facts } = bound(one.id, one.parameters);
    const periodic = ['sine', 'snake'].includes(one.id);
    fixtures.grids[one.grid]!.forEach((z, i) => {
      // Relative to the result, however small it is: exponents are rounded, so e^(−700) comes out
      // within about 700 · 10⁻¹⁶. Below 10⁻³⁰⁸ a gate has fewer digits, the last of which is worth
      // 5 · 10⁻³²⁴ and multiplied by z. Absolutely otherwise only near the zeros of f′ (|z| < 4, or
      // anywhere in a wave), where the two summands of f′ cancel.
      const subnormal = 1e-323 * Math.max(1, Math.min(Math.abs(z), 1e4));
      const wave = periodic ? 1e-14 * Math.max(1, ...Object.values(one.parameters)) : 0;
      const cancelling = facts.monotone === 'no' && Math.abs(z) < 4 ? 1e-15 : 0;
      expectClose(f(z), one.f[i]!, 1e-12, Math.max(subnormal, wave), `f(${z})`);
      expectClose(
        df(z),
        one.df![i]!,
        1e-12,
        Math.max(subnormal, wave * 100, cancelling),
        `df(${z})`,
      );
    });
  });
});
