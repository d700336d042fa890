import { describe, expect, test } from 'vitest';
import { datasets, drawPoints, type Dataset, type DatasetId } from './datasets.ts';
import { pick, type Points } from './points.ts';
import { mulberry32 } from './random.ts';
import { drawSplit } from './split.ts';

const ids = Object.keys(datasets) as DatasetId[];
const withClasses = ids.filter((id) => datasets[id].task.kind === 'classes');
const withValues = ids.filter((id) => datasets[id].task.kind === 'values');

const draw = (id: DatasetId, samples = 400, noise = 0, seed = 1) =>
  drawPoints(id, samples, noise, mulberry32(seed));

const list = ({ inputs, targets, count }: Points) =>
  Array.from(targets, (label, k) => ({ x1: inputs[k]!, x2: inputs[count + k]!, label }));

/** How many points each class has. */
const sizes = ({ targets }: Points, classes: number) =>
  Array.from({ length: classes }, (_, label) => targets.filter((t) => t === label).length);

const classesOf = (id: DatasetId) => {
  const { task }: Dataset = datasets[id];
  return task.kind === 'classes' ? task.classes : 0;
};

describe.each(ids)('%s', (id) => {
  test('follows from its seed', () => {
    expect(draw(id, 50, 0.3, 9)).toEqual(draw(id, 50, 0.3, 9));
    expect(draw(id, 50, 0.3, 9).inputs).not.toEqual(draw(id, 50, 0.3, 10).inputs);
  });

  test('says whether another seed draws other points without noise', () => {
    const { fixed = false }: Dataset = datasets[id];
    const [one, other] = [draw(id, 40, 0, 1), draw(id, 40, 0, 2)].map(({ inputs }) => [...inputs]);
    expect(JSON.stringify(one) === JSON.stringify(other)).toBe(fixed);
  });

  test('has as many points as asked for', () => {
    for (const samples of [8, 100, 101, 500]) {
      const points = draw(id, samples);
      expect(points.count).toBe(samples);
      expect(points.dimensions).toBe(datasets[id].dimensions);
      expect(points.inputs).toHaveLength(datasets[id].dimensions * samples);
      expect(points.targets).toHaveLength(samples);
    }
  });

  test('stays in its domain without noise, and uses most of it', () => {
    const [lower, upper] = datasets[id].domain;
    const { inputs } = draw(id);
    expect(Math.min(...inputs)).toBeGreaterThanOrEqual(lower);
    expect(Math.max(...inputs)).toBeLessThanOrEqual(upper);
    expect(Math.max(...inputs) - Math.min(...inputs)).toBeGreaterThanOrEqual((upper - lower) / 2);
  });

  test('splits into training and test points that share no point', () => {
    const setup = { seed: 4, dataset: id, samples: 240, noise: 0.1, trainShare: 0.75 };
    const { train, test } = drawSplit(setup);
    expect([train.count, test.count]).toEqual([180, 60]);
    const all = [...list(train), ...list(test)].map((point) => JSON.stringify(point));
    expect(new Set(all).size).toBe(240);
  });
});

describe.each(withClasses)('the classes of %s', (id) => {
  const classes = classesOf(id);

  test('are of the same size, up to one', () => {
    for (const samples of [8, 100, 101, 500]) {
      const counts = sizes(draw(id, samples), classes);
      expect(counts.reduce((a, b) => a + b)).toBe(samples);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  test('stay so on both sides of a split', () => {
    const setup = { seed: 4, dataset: id, samples: 240, noise: 0.1, trainShare: 0.75 };
    const { train, test } = drawSplit(setup);
    for (const side of [train, test])
      expect(sizes(side, classes)).toEqual(Array(classes).fill(side.count / classes));
  });
});

describe.each(withValues)('the values of %s', (id) => {
  const { domain, range, dimensions } = datasets[id] as Dataset & {
    range: readonly [number, number];
  };

  test('lie in their range without noise, and meet its ends', () => {
    const { targets, inputs, count } = draw(id, 2000);
    expect(Math.min(...targets)).toBeGreaterThanOrEqual(range[0]);
    expect(Math.max(...targets)).toBeLessThanOrEqual(range[1]);
    const height = range[1] - range[0];
    expect(Math.min(...targets)).toBeLessThan(range[0] + 0.02 * height);
    expect(Math.max(...targets)).toBeGreaterThan(range[1] - 0.08 * height);
    // Evenly over the domain.
    for (let d = 0; d < dimensions; d++) {
      const mean = inputs.subarray(d * count, (d + 1) * count).reduce((a, b) => a + b) / count;
      expect(Math.abs(mean - (domain[0] + domain[1]) / 2)).toBeLessThan(0.1);
    }
  });

  test('noise moves values and not places', () => {
    const [still, moved] = [0, 0.2].map((noise) => draw(id, 5000, noise, 3));
    const differences = moved!.targets.map((t, k) => t - still!.targets[k]!);
    // In one dimension the places are the same; in two the noise has used numbers of the stream.
    if (dimensions === 1) {
      const off = differences.map((d) => d * d).reduce((a, b) => a + b) / 5000;
      expect(Math.sqrt(off)).toBeCloseTo(0.2, 1);
    }
    expect(Math.min(...moved!.inputs)).toBeGreaterThanOrEqual(domain[0]);
    expect(Math.max(...moved!.inputs)).toBeLessThanOrEqual(domain[1]);
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

  test('three arms: each is the one before turned by a third', () => {
    const points = list(drawPoints('three-arms', 300, 0, () => 0.5));
    const [cos, sin] = [Math.cos((2 * Math.PI) / 3), Math.sin((2 * Math.PI) / 3)];
    for (let k = 0; k + 1 < 300; k++) {
      if (k % 3 === 2) continue;
      const [{ x1, x2, label }, next] = [points[k]!, points[k + 1]!];
      expect(next.x1).toBeCloseTo(cos * x1 + sin * x2, 12);
      expect(next.x2).toBeCloseTo(cos * x2 - sin * x1, 12);
      expect(next.label).toBe(label + 1);
    }
  });

  test('noise is the standard deviation of the displacement', () => {
    const still = draw('xor-corners', 10_000, 0, 3).inputs;
    const moved = draw('xor-corners', 10_000, 0.2, 3).inputs;
    const squares = moved.map((x, k) => (x - still[k]!) ** 2);
    expect(Math.sqrt(squares.reduce((a, b) => a + b) / squares.length)).toBeCloseTo(0.2, 2);
  });
});

test('the functions are what they are called', () => {
  const at = (id: DatasetId) => {
    const { inputs, targets, count } = draw(id, 50);
    return Array.from(targets, (target, k) => ({ x: inputs[k]!, y: inputs[count + k]!, target }));
  };
  for (const { x, target } of at('sine')) expect(target).toBe(Math.sin(2 * x));
  for (const { x, target } of at('step')) expect(target).toBe(x < 0 ? -1 : 1);
  for (const { x, target } of at('abs')) expect(target).toBe(Math.abs(x));
  for (const { x, target } of at('square')) expect(target).toBe(x ** 2);
  for (const { x, y, target } of at('bowl')) expect(target).toBe(x * x + y * y);
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
