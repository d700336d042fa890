import { describe, expect, test } from 'vitest';
import { between, singlesFrom, vectorFunction } from './testing.ts';

/** The largest relative error of a vector function where `keep` holds. */
function worst(
  name: Parameters<typeof vectorFunction>[0],
  exact: (x: number) => number,
  x: Float32Array,
): number {
  const y = vectorFunction(name, x);
  let error = 0;
  for (let k = 0; k < x.length; k++) {
    const right = exact(x[k]!);
    const off = right === 0 ? Math.abs(y[k]!) : Math.abs(y[k]! - right) / Math.abs(right);
    // NaN must not pass for small.
    if (!(off <= error)) error = off;
  }
  return error;
}

const smallest = 2 ** -126;

describe('exp', () => {
  test('over the whole range of f32: 2e-7 relative where the result is a normal number', () => {
    const x = singlesFrom(997).filter((one) => one >= -87.3 && one <= 88.72283);
    expect(worst('exp', Math.exp, x)).toBeLessThan(2e-7);
  });

  test('densely where it is used', () => {
    expect(worst('exp', Math.exp, between(-20, 20, 400_000))).toBeLessThan(2e-7);
  });

  test('outside: 0 for what is subnormal, infinity for what is too large', () => {
    const x = singlesFrom(9973);
    const low = vectorFunction(
      'exp',
      x.filter((one) => one < -87.3),
    );
    expect(low.every((one) => one === 0)).toBe(true);
    const high = vectorFunction(
      'exp',
      x.filter((one) => one > 88.7229),
    );
    expect(high.every((one) => one === Infinity)).toBe(true);
    expect(Math.exp(-87.3)).toBeGreaterThan(smallest);
  });

  test('at the edges', () => {
    const x = Float32Array.of(-Infinity, Infinity, NaN, 0, -0, 1e-45, 88.72283, 88.72284);
    expect([...vectorFunction('exp', x)]).toEqual([
      ...[0, Infinity, NaN, 1, 1, 1],
      ...[expect.closeTo(3.40279e38, -35), Infinity],
    ]);
  });
});

test('expm1 for x ≤ 0: 3e-6 relative, also near 0', () => {
  const x = singlesFrom(997).filter((one) => one <= 0 && one > -3e38 && Math.abs(one) > smallest);
  expect(worst('expm1', Math.expm1, x)).toBeLessThan(3e-6);
  expect(worst('expm1', Math.expm1, between(-20, 0, 400_000))).toBeLessThan(3e-6);
});

test('log1p from 0 to 1: 4e-7 relative, also near 0', () => {
  const x = singlesFrom(499).filter((one) => one >= smallest && one <= 1);
  expect(worst('log1p', Math.log1p, x)).toBeLessThan(4e-7);
});

test('the logarithm from 1: 4e-7 relative', () => {
  const x = singlesFrom(499).filter((one) => one >= 1);
  expect(worst('logFromOne', Math.log, x)).toBeLessThan(4e-7);
});

describe.each(['sin', 'cos'] as const)('%s', (name) => {
  const exact = Math[name];

  test('2e-6 up to 10,000', () => {
    const x = [...between(-10_000, 10_000, 400_000), ...between(-10, 10, 100_000)];
    const y = vectorFunction(name, Float32Array.from(x));
    let error = 0;
    for (let k = 0; k < x.length; k++)
      error = Math.max(error, Math.abs(y[k]! - exact(Math.fround(x[k]!))));
    expect(error).toBeLessThan(2e-6);
  });

  test('never beyond ±1, however far out', () => {
    const y = vectorFunction(name, singlesFrom(9973));
    expect(y.every((one) => Math.abs(one) <= 1 + 1e-6)).toBe(true);
  });
});
