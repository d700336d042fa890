import { describe, expect, test } from 'vitest';
import { mulberry32, normal, shuffle, stream, uniform } from './random.ts';

const draw = <T>(count: number, next: () => T): T[] => Array.from({ length: count }, next);

describe('mulberry32', () => {
  test('gives the numbers of the published generator', () => {
    expect(draw(3, mulberry32(1))).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  test('stays within [0, 1) and fills it evenly', () => {
    const tenths = new Array<number>(10).fill(0);
    const random = mulberry32(7);
    for (let k = 0; k < 100_000; k++) tenths[Math.floor(random() * 10)]! += 1;
    expect(tenths).toHaveLength(10);
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400); // about 4 σ
  });

  test('takes any whole number as a seed, modulo 2³²', () => {
    expect(mulberry32(-1)()).toBe(mulberry32(2 ** 32 - 1)());
  });
});

describe('streams', () => {
  test('can be replayed', () => {
    expect(draw(5, stream(3, 'data'))).toEqual(draw(5, stream(3, 'data')));
  });

  test('differ by purpose and by seed, also for neighbouring seeds', () => {
    const purposes = ['data', 'split', 'weights', 'shuffling'] as const;
    const firsts = draw(500, () => 0).flatMap((_, seed) => purposes.map((p) => stream(seed, p)()));
    expect(new Set(firsts).size).toBe(2000);
    const mean = firsts.reduce((a, b) => a + b) / firsts.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03); // about 4 σ
  });
});

test('normal has mean 0, variance 1 and 4.55 % beyond 2 σ', () => {
  const random = mulberry32(5);
  const sample = draw(100_000, () => normal(random));
  const mean = sample.reduce((a, b) => a + b) / sample.length;
  const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / sample.length;
  const beyond = sample.filter((x) => Math.abs(x) > 2).length / sample.length;
  expect(Math.abs(mean)).toBeLessThan(0.013);
  expect(Math.abs(variance - 1)).toBeLessThan(0.02);
  expect(Math.abs(beyond - 0.0455)).toBeLessThan(0.003);
});

test('normal is finite at both ends of the stream', () => {
  expect(Math.abs(normal(() => 0))).toBe(0);
  expect(Number.isFinite(normal(() => 1 - 2 ** -32))).toBe(true);
});

test('uniform lies between its bounds', () => {
  expect(uniform(() => 0, -3, 5)).toBe(-3);
  expect(uniform(() => 0.5, -3, 5)).toBe(1);
});

test('shuffle gives each of the 6 orders of 3 items equally often', () => {
  const random = mulberry32(11);
  const seen = new Map<string, number>();
  for (let k = 0; k < 6000; k++) {
    const items = Uint32Array.of(0, 1, 2);
    shuffle(items, random);
    seen.set(items.join(), (seen.get(items.join()) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(120); // 4 σ
});
