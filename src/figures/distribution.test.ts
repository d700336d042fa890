import { describe, expect, test } from 'vitest';
import { distributionChart, type DistributionRow } from './distribution-chart.ts';
import { swarm } from './distribution-dots.ts';
import { along, distributionScale, ticksOf } from './distribution-scale.ts';

describe('the scale', () => {
  test('runs between round numbers that hold all values', () => {
    expect(distributionScale('log', [37, 72, Infinity], 600).domain).toEqual([20, 600]);
    expect(distributionScale('log', [0.003, 0.4]).domain).toEqual([0.002, 0.5]);
    expect(distributionScale('linear', [0.62, 0.97], 1).domain).toEqual([0.6, 1]);
    expect(distributionScale('linear', [3, 47]).domain).toEqual([0, 50]);
  });

  test('stands without values, and with a single one', () => {
    for (const values of [[], [Infinity], [5]])
      for (const type of ['log', 'linear'] as const) {
        const { domain } = distributionScale(type, values);
        expect(domain[0]).toBeLessThan(domain[1]);
        expect(domain.every(Number.isFinite)).toBe(true);
      }
    expect(distributionScale('log', [1], 1).domain).toEqual([1, 10]);
  });

  test('equal ratios are equal steps of a logarithmic one', () => {
    const scale = { type: 'log', domain: [1, 100] } as const;
    expect([1, 10, 100, 1000, 0].map((value) => along(scale, value))).toEqual([0, 0.5, 1, 1, 0]);
  });

  test('has round ticks, no more than there is room for', () => {
    expect(ticksOf({ type: 'log', domain: [20, 600] }, 9)).toEqual([20, 50, 100, 200, 500]);
    expect(ticksOf({ type: 'log', domain: [1, 5000] }, 5)).toEqual([1, 10, 100, 1000]);
    expect(ticksOf({ type: 'linear', domain: [0.6, 1] }, 5)).toEqual([0.6, 0.7, 0.8, 0.9, 1]);
  });
});

describe('the dots', () => {
  const xs = Array.from({ length: 200 }, (_, k) => 50 + 30 * Math.sin(k * 7));

  test('do not cover each other while there is room', () => {
    const places = swarm(xs, 0, 5, 61);
    for (const [k, a] of places.entries())
      for (const b of places.slice(k + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(4.9);
  });

  test('stand still when others come', () => {
    expect(swarm(xs, 0, 5, 61).slice(0, 80)).toEqual(swarm(xs.slice(0, 80), 0, 5, 61));
  });
});

describe('the chart', () => {
  const row: DistributionRow = {
    label: 'a < b',
    note: '',
    colour: '#123456',
    values: [30, 60, Infinity, 90],
    count: '1 of 4',
  };
  const labels = { measure: 'epochs', failed: 'did not get there', tick: String };
  const scale = distributionScale('log', row.values, 600);

  test.each(['wide', 'narrow'] as const)('%s: every run has its own place inside', (size) => {
    const { svg, places } = distributionChart([row, row], scale, labels, size);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
    const all = places.flat();
    expect(all).toHaveLength(8);
    expect(new Set(all.map(({ x, y }) => `${x} ${y}`)).size).toBe(8);
    for (const { x, y } of all) {
      expect(x > 0 && x < width! && y > 0 && y < height!).toBe(true);
    }
    expect(svg).toContain('a &lt; b');
    expect(svg).not.toContain('NaN');
    // The one that did not get there stands right of those that did.
    const xs = places[0]!.map((place) => place.x);
    expect(Math.max(...xs)).toBe(xs[2]);
  });
});
