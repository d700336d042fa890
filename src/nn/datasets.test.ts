import { describe, expect, test } from 'vitest';
import { datasets, drawPoints, pick, type DatasetId, type Points } from './datasets.ts';
import { mulberry32 } from './random.ts';
import { drawSplit } from './split.ts';

const ids = Object.keys(datasets) as DatasetId[];

const draw = (id: DatasetId, samples = 400, noise = 0, seed = 1) =>
  drawPoints(id, samples, noise, mulberry32(seed));

const list = ({ inputs, labels, count }: Points) =>
  Array.from(labels, (label, k) => ({ x1: inputs[k]!, x2: inputs[count + k]!, label }));

const ones = ({ labels }: Points) => labels.reduce((sum, label) => sum + label, 0);

describe.each(ids)('%s', (id) => {
  test('follows from its seed', () => {
    expect(draw(id, 50, 0.3, 9)).toEqual(draw(id, 50, 0.3, 9));
    expect(draw(id, 50, 0.3, 9).inputs).not.toEqual(draw(id, 50, 0.3, 10).inputs);
  });

  test('has as many points as asked for, half of them in each class', () => {
    for (const samples of [8, 100, 101, 500]) {
      const points = draw(id, samples);
      expect(points.count).toBe(samples);
      expect(points.inputs).toHaveLength(2 * samples);
      expect(points.labels).toHaveLength(samples);
      expect(ones(points)).toBe(Math.floor(samples / 2));
    }
  });

  test('stays in its domain without noise, and uses most of it', () => {
    const [lower, upper] = datasets[id].domain;
    const { inputs } = draw(id);
    expect(Math.min(...inputs)).toBeGreaterThanOrEqual(lower);
    expect(Math.max(...inputs)).toBeLessThanOrEqual(upper);
    expect(Math.max(...inputs) - Math.min(...inputs)).toBeGreaterThanOrEqual((upper - lower) / 2);
  });

  test('splits into training and test points that share no point and are balanced', () => {
    const { train, test } = drawSplit({
      seed: 4,
      dataset: id,
      samples: 200,
      noise: 0.1,
      trainShare: 0.75,
    });
    expect([train.count, ones(train), test.count, ones(test)]).toEqual(
      [152, 76, 48, 24].map(
        // 4 parts of 50 give 38 each (37.5 rounds up); 2 parts of 100 give 75 each.
        (four, k) => (datasets[id].parts === 4 ? four : [150, 75, 50, 25][k]!),
      ),
    );
    const all = [...list(train), ...list(test)].map((point) => JSON.stringify(point));
    expect(new Set(all).size).toBe(200);
  });
});

describe('shapes', () => {
  test('the circle: a disc of radius 2.5 inside a ring from 3.5 to 5', () => {
    for (const { x1, x2, label } of list(draw('circle'))) {
      const radius = Math.hypot(x1, x2);
      if (label === 1) expect(radius).toBeLessThanOrEqual(2.5);
      else expect(radius).toBeGreaterThanOrEqual(3.5);
      expect(radius).toBeLessThanOrEqual(5 + 1e-12);
    }
  });

  test('xor: class 1 where the signs differ, and nothing near the axes', () => {
    for (const { x1, x2, label } of list(draw('xor'))) {
      expect(label).toBe(x1 * x2 < 0 ? 1 : 0);
      expect(Math.min(Math.abs(x1), Math.abs(x2))).toBeGreaterThanOrEqual(0.3);
    }
  });

  test('xor-corners: the truth table', () => {
    const rows = new Set(
      list(draw('xor-corners')).map(({ x1, x2, label }) => `${x1} ${x2} ${label}`),
    );
    expect([...rows].sort()).toEqual(['0 0 0', '0 1 1', '1 0 1', '1 1 0']);
  });

  test('gaussians: centres and variance', () => {
    for (const label of [0, 1]) {
      const x = list(draw('gaussians', 20_000))
        .filter((point) => point.label === label)
        .flatMap(({ x1, x2 }) => [x1, x2]);
      const mean = x.reduce((a, b) => a + b) / x.length;
      const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length;
      expect(mean).toBeCloseTo(label === 1 ? 2 : -2, 1);
      expect(variance).toBeCloseTo(0.5, 1);
    }
  });

  test('spiral: each arm is the other turned by half a turn', () => {
    const points = list(drawPoints('spiral', 200, 0, () => 0.5));
    for (let k = 0; k < 200; k += 2) {
      expect(points[k]!.x1).toBeCloseTo(-points[k + 1]!.x1, 12);
      expect(points[k]!.x2).toBeCloseTo(-points[k + 1]!.x2, 12);
    }
  });

  test('moons: half circles of radius 3, one up and one down', () => {
    for (const { x1, x2, label } of list(draw('moons'))) {
      const [c1, c2] = label === 1 ? [1.5, 0.75] : [-1.5, -0.75];
      expect(Math.hypot(x1 - c1, x2 - c2)).toBeCloseTo(3, 12);
      expect(label === 1 ? c2 - x2 : x2 - c2).toBeGreaterThanOrEqual(0);
    }
  });

  test('noise is the standard deviation of the displacement', () => {
    const still = draw('xor-corners', 10_000, 0, 3).inputs;
    const moved = draw('xor-corners', 10_000, 0.2, 3).inputs;
    const squares = moved.map((x, k) => (x - still[k]!) ** 2);
    expect(Math.sqrt(squares.reduce((a, b) => a + b) / squares.length)).toBeCloseTo(0.2, 2);
  });
});

test('pick keeps points and labels together', () => {
  const points = draw('circle', 10);
  expect(list(pick(points, [7, 2]))).toEqual([list(points)[7], list(points)[2]]);
});

test('a split in which a part of the data would be missing is refused', () => {
  const setup = { seed: 1, dataset: 'xor', noise: 0 } as const;
  expect(() => drawSplit({ ...setup, samples: 4, trainShare: 0.5 })).toThrow(RangeError);
  expect(() => drawSplit({ ...setup, samples: 100, trainShare: 0.999 })).toThrow(RangeError);
  expect(drawSplit({ ...setup, samples: 8, trainShare: 0.5 }).train.count).toBe(4);
});
