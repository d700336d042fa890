import { describe, expect, test } from 'vitest';
import { elementwise, type ElementwiseId } from '#activations/index.ts';
import { settings } from '#activations/testing.ts';
import { kernelIds, simdKernels } from './kernels.ts';
import { between, runKernel, singlesFrom } from './testing.ts';

test('every elementwise function of the registry has a kernel', () => {
  expect(Object.keys(simdKernels)).toEqual(elementwise.map(({ id }) => id));
});

test('every kernel is used', () => {
  const used = new Set(Object.values(simdKernels).map(({ kernel }) => kernel));
  expect([...kernelIds].filter((id) => !used.has(id))).toEqual([]);
});

/** Subnormal numbers are left out: nothing that is trained stays there. */
const far = singlesFrom(99_991).filter((z) => Math.abs(z) <= 1000 && Math.abs(z) >= 2 ** -126);
const z = Float32Array.from([...between(-20, 20, 100_001), ...far]);

/** The error that `SimdKernel.error` bounds. */
const off = (got: number, right: number) => Math.abs(got - right) / Math.max(1, Math.abs(right));

describe.each(settings.map((setting) => [setting.label, setting] as const))('%s', (_, setting) => {
  const { kernel, constants, error } = simdKernels[setting.activation.id as ElementwiseId]!;
  const numbers = constants?.(setting.parameters) ?? [];
  const run = (at: Float32Array) => runKernel(kernelIds.indexOf(kernel), numbers, at);

  test.each(['f', 'df'] as const)('%s is as exact as stated', (name) => {
    const inside = z.filter((one) => Math.abs(one) <= (error.upTo ?? Infinity));
    const got = run(inside)[name];
    const exact = setting[name];
    let worst = 0;
    let where = NaN;
    for (let k = 0; k < inside.length; k++) {
      // At a kink the slope is one of the two.
      if (name === 'df' && setting.facts.breaks.some(({ at }) => at === inside[k])) continue;
      const here = off(got[k]!, exact(inside[k]!));
      if (here <= worst) continue;
      worst = here;
      where = inside[k]!;
    }
    expect(worst, `at z = ${where}`).toBeLessThanOrEqual(error[name]);
  });

  test('NaN stays NaN, and nothing finite far out becomes NaN', () => {
    expect(run(Float32Array.of(NaN, NaN, NaN, NaN)).f[0]).toBeNaN();
    const all = run(Float32Array.of(-1e30, 1e30, -1e10, 1e10));
    expect([...all.f, ...all.df].some(Number.isNaN)).toBe(false);
  });
});
